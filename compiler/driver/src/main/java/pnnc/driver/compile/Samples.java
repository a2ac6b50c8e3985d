package pnnc.driver.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.CompileRequest;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.data.InputSpec;
import pnnc.driver.data.Sample;
import pnnc.driver.data.SampleCursor;
import pnnc.driver.data.SampleSource;
import pnnc.driver.data.SampleSources;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.sim.equivalence.RandomInputs;

/** What the model and its twin are both fed: the user's data, or made-up inputs. */
final class Samples implements AutoCloseable {
  /** Made-up samples of a network that is cheap to run. 299 are needed to show 99 % at 95 %. */
  private static final int MOST = 300;

  private static final int FEWEST = 4;

  /** Multiply-accumulates to spend on made-up samples before their number goes down. */
  private static final long BUDGET = 10_000_000_000L;

  private final Optional<SampleSource> file;
  private final Iterable<Sample> all;
  private final long count;
  private final String description;

  private Samples(
      Optional<SampleSource> file, Iterable<Sample> all, long count, String description) {
    this.file = file;
    this.all = all;
    this.count = count;
    this.description = description;
  }

  /**
   * The samples for {@code model}: the user's data, or else random ones from the seed.
   *
   * @param macs multiply-accumulates of one run; the more, the fewer random samples
   */
  static Samples of(SampleChoice choice, Session session, Network model, long macs) {
    Samples samples = of(choice, session, model, macs, session.settings().seed());
    samples.warn(session.reporter());
    return samples;
  }

  /** The same with other random inputs: nothing is to be judged by what it was trained on. */
  static Samples forCalibration(CompileRequest request, Session session, Network model, long macs) {
    long seed = UnitSeed.of(session.settings().seed(), "calibration");
    Samples samples = of(SampleChoice.of(request), session, model, macs, seed);
    if (!request.verify()) {
      samples.warn(session.reporter());
    }
    return samples;
  }

  /** What is to be said of the file, once in a run. */
  private void warn(Reporter reporter) {
    file.stream().flatMap(f -> f.warnings().stream()).forEach(reporter::diagnostic);
  }

  private static Samples of(
      SampleChoice choice, Session session, Network model, long macs, long seed) {
    Graph graph = model.graph();
    if (choice.data().isPresent()) {
      List<InputSpec> inputs =
          graph.inputs().stream()
              .filter(v -> !graph.constants().containsKey(v))
              .map(v -> InputSpec.of(v, graph.type(v)))
              .toList();
      if (inputs.isEmpty()) {
        throw new DiagnosedException(
            DiagnosticCode.USAGE
                .error("the network has no inputs, so it takes no data")
                .help("leave out --data"));
      }
      SampleSource source = SampleSources.open(choice.data().get(), inputs);
      String name = choice.data().get().file().getFileName().toString();
      Iterable<Sample> all =
          () -> new Walk(source.cursor(0), name, source.count(), session.reporter());
      return new Samples(Optional.of(source), all, source.count(), name);
    }
    int count = graph.inputs().isEmpty() ? 1 : choice.count().orElseGet(() -> randomCount(macs));
    Iterable<Map<String, Tensor>> random = RandomInputs.ofSeed(seed).samples(graph, count);
    Iterable<Sample> all = () -> new Unlabelled(random.iterator());
    return new Samples(Optional.empty(), all, count, "random");
  }

  private static int randomCount(long macs) {
    return (int) Math.max(FEWEST, Math.min(MOST, BUDGET / Math.max(1, macs)));
  }

  /** Made-up inputs as samples. */
  private static final class Unlabelled implements Iterator<Sample> {
    private final Iterator<Map<String, Tensor>> inputs;
    private long index;

    Unlabelled(Iterator<Map<String, Tensor>> inputs) {
      this.inputs = inputs;
    }

    @Override
    public boolean hasNext() {
      return inputs.hasNext();
    }

    @Override
    public Sample next() {
      return new Sample(index++, inputs.next(), OptionalLong.empty());
    }
  }

  /** The samples of a cursor, which it closes at the end. */
  private record Walk(SampleCursor cursor, String name, long count, Reporter reporter)
      implements Iterator<Sample> {
    @Override
    public boolean hasNext() {
      boolean more = cursor.hasNext();
      if (!more) {
        finish();
      }
      return more;
    }

    @Override
    public Sample next() {
      return cursor.next();
    }

    private void finish() {
      try {
        long nans = cursor.notANumbers();
        cursor.close();
        if (nans > 0) {
          reporter.diagnostic(DiagnosticCode.DATA_NOT_A_NUMBER.warning(name, nans, count));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** All samples; at the end the user hears of what in them is no number. */
  Iterable<Sample> all() {
    return all;
  }

  /** The first {@code most} samples. */
  List<Map<String, Tensor>> first(int most) throws IOException {
    if (file.isEmpty()) {
      return StreamSupport.stream(all.spliterator(), false)
          .limit(most)
          .map(Sample::inputs)
          .toList();
    }
    List<Map<String, Tensor>> first = new ArrayList<>();
    try (SampleCursor cursor = file.get().cursor(0)) {
      while (first.size() < most && cursor.hasNext()) {
        first.add(cursor.next().inputs());
      }
    }
    return first;
  }

  /** Hands over up to {@code most} samples, evenly spread over all. */
  void spread(int most, Consumer<Map<String, Tensor>> each) throws IOException {
    if (file.isEmpty()) {
      first(most).forEach(each);
      return;
    }
    long chosen = Math.min(most, count);
    try (SampleCursor cursor = file.get().cursor(0)) {
      for (long i = 0, done = 0; done < chosen; i++) {
        Map<String, Tensor> inputs = cursor.next().inputs();
        if ((i + 1) * chosen / count > done) {
          each.accept(inputs);
          done++;
        }
      }
    }
  }

  /** Whether the user gave no data. */
  boolean areDrawn() {
    return file.isEmpty();
  }

  long count() {
    return count;
  }

  /** Where they come from: a file's name, or {@code random}. */
  String describe() {
    return description;
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}

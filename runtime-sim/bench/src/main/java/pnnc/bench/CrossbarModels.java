package pnnc.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.data.DataOptions;
import pnnc.driver.data.Labels;
import pnnc.driver.data.Normalization;

/**
 * Compiles the shared models for the target {@code crossbar} and judges the layouts; then writes
 * the table of them all. What a run found is kept, and a model is not run again unless that file is
 * deleted.
 *
 * <pre>{@code
 * java pnnc.bench.CrossbarModels ../shared work backends/crossbar/MODELS.md 600 [MODEL ...]
 * }</pre>
 *
 * The number is how many seconds one model may take. With names, only those models are run; the
 * table has all that were run at any time.
 */
public final class CrossbarModels {
  private static final int IMAGES = 2000;
  private static final int SIDE = 28;

  /** What MNIST models do with a pixel of 0 to 255 first, as the index of the models says. */
  private static final Map<String, String> MNIST =
      Map.of(
          "mlp-mnist-128", "0.1307,0.3081",
          "mlp-mnist-2x5-sigmoid", "0,1",
          "mlp-mnist-5x20-leakyrelu", "0,1",
          "cnn-mnist-8", "0,0.00392156862745098",
          "cnn-mnist-bn", "0.1307,0.3081",
          "cnn-mnist-logsoftmax", "0,0.00392156862745098",
          "cnn-mnist-maxpool-nhwc", "0,1",
          "transformer-mnist-selfattention", "0,1");

  private static final OperatingSystemMXBean CLOCK =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path shared;
  private final Path work;
  private final long limitSeconds;

  private CrossbarModels(Path shared, Path work, long limitSeconds) {
    this.shared = shared;
    this.work = work;
    this.limitSeconds = limitSeconds;
  }

  /** See above. */
  public static void main(String[] args) throws Exception {
    CrossbarModels models =
        new CrossbarModels(Path.of(args[0]), Path.of(args[1]), Long.parseLong(args[3]));
    Files.createDirectories(models.work);
    List<String> wanted = args.length > 4 ? List.of(args).subList(4, args.length) : models.names();
    for (String name : wanted) {
      if (!Files.exists(models.kept(name))) {
        Files.writeString(models.kept(name), models.run(name).toString());
      }
      System.out.println(Files.readString(models.kept(name)));
    }
    Files.writeString(Path.of(args[2]), new CrossbarModelsTable(models.results()).text());
    System.exit(0);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(shared.resolve("models"))) {
      return all.filter(p -> Files.exists(p.resolve("model.onnx")))
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private Path kept(String name) {
    return work.resolve(name + ".json");
  }

  /** All that are kept, by name. */
  private Map<String, JsonObject> results() throws IOException {
    Map<String, JsonObject> all = new TreeMap<>();
    for (String name : names()) {
      if (Files.exists(kept(name))) {
        String text = Files.readString(kept(name));
        all.put(name, JsonParser.parseString(text).getAsJsonObject());
      }
    }
    return all;
  }

  /** The report of a run, or why there is none, and the CPU seconds that it took. */
  private JsonObject run(String name) throws IOException, InterruptedException {
    ExecutorService one = Executors.newSingleThreadExecutor();
    long before = CLOCK.getProcessCpuTime();
    Future<Outcome> running = one.submit(() -> compile(name));
    JsonObject result = new JsonObject();
    try {
      result = running.get(limitSeconds, TimeUnit.SECONDS).summary();
    } catch (TimeoutException e) {
      running.cancel(true);
      result.addProperty("failure", "stopped after %d s".formatted(limitSeconds));
    } catch (ExecutionException e) {
      result.addProperty("failure", said(e.getCause()));
    }
    one.shutdownNow();
    one.awaitTermination(1, TimeUnit.MINUTES);
    result.addProperty("cpuSeconds", (CLOCK.getProcessCpuTime() - before) / 1e9);
    return result;
  }

  private static String said(Throwable fault) {
    return fault instanceof DiagnosedException d
        ? d.diagnostics().get(0).code().id() + ": " + d.diagnostics().get(0).message()
        : "crash: " + fault;
  }

  private Outcome compile(String name) throws IOException {
    CompileRequest request =
        new CompileRequest(
            shared.resolve("models").resolve(name).resolve("model.onnx"),
            "crossbar",
            new TreeMap<>(),
            work.resolve(name),
            data(name),
            List.of(),
            LayoutFormat.PREFERRED,
            true);
    Settings settings = new Settings(2, 0, new TreeMap<>(), Optional.empty());
    return new LocalDriver().compile(request, new Session(settings, Reporter.SILENT));
  }

  private Optional<DataOptions> data(String name) throws IOException {
    if (!MNIST.containsKey(name)) {
      return Optional.empty();
    }
    return Optional.of(
        DataOptions.of(first("t10k-images-idx3-ubyte", SIDE * SIDE, 16))
            .with(new Labels.Beside(first("t10k-labels-idx1-ubyte", 1, 8)))
            .with(Normalization.parse(MNIST.get(name))));
  }

  /** A file with the first images of the test set, or their labels. */
  private Path first(String file, int bytesEach, int header) throws IOException {
    Path part = work.resolve(file);
    Path whole = shared.resolve("datasets/mnist").resolve(file + ".gz");
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(whole)))) {
      byte[] bytes = in.readNBytes(header + IMAGES * bytesEach);
      ByteBuffer.wrap(bytes).putInt(4, IMAGES);
      Files.write(part, bytes);
    }
    return part;
  }
}

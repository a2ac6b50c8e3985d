package pnnc.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pnnc.driver.InspectRequest;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.compile.Backends;
import pnnc.driver.inspect.Inspect;
import pnnc.driver.model.ModelLoader;
import pnnc.driver.model.Normalization;
import pnnc.ir.network.Network;

/** How long it takes to read a model, to normalise it, and to inspect it from file to text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ImportBenchmark {
  /** Models; {@code -p model=FILE,FILE} names others. */
  @Param("examples/digits/digits.onnx")
  public String model;

  private final Session session = new Session(Settings.defaults(), Reporter.SILENT);
  private Network network;

  @Setup(Level.Trial)
  public void load() {
    network = ModelLoader.load(Path.of(model), session);
  }

  @Benchmark
  public Network read() {
    return ModelLoader.load(Path.of(model), session);
  }

  @Benchmark
  public Network normalize() {
    return Normalization.run(network, model, session, new ArrayList<>());
  }

  @Benchmark
  public Object inspect() {
    return Inspect.run(new InspectRequest(Path.of(model)), session, Backends.of(List.of()));
  }
}

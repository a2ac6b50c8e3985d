package pnnc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import pnnc.driver.InspectRequest;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.compile.Backends;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.inspect.Inspect;

/**
 * How long it takes to inspect a {@link LargeModel} from file to text: ten times the operations
 * should take ten times as long. Single shots, because users start cold.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class ScalingBenchmark {
  @Param({"10000", "100000"})
  public int operations;

  @Param public LargeModel.Kind kind;

  private final Session session = new Session(Settings.defaults(), Reporter.SILENT);
  private Path file;

  @Setup(Level.Trial)
  public void write() throws IOException {
    file = Files.createTempFile("pnnc-bench-", ".onnx");
    OnnxFiles.write(LargeModel.of(kind, operations), file);
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(file);
  }

  @Benchmark
  public Object inspect() {
    return Inspect.run(new InspectRequest(file), session, Backends.of(List.of()));
  }
}

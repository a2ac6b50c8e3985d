package pnnc.bench.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import pnnc.driver.files.MappedFile;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.model.Layout;

/**
 * Writes and reads files of 10⁶ boxes or references, from and into memory; {@link
 * GdsAgainstKLayout} compares with KLayout.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class GdsBenchmark {
  /** What is drawn. */
  @Param public Shapes shapes;

  /** Where the file is left; empty: a temporary one. */
  @Param("")
  public String folder;

  private Layout layout;
  private Path file;

  @Setup(Level.Trial)
  public void make() throws IOException {
    layout = shapes.layout();
    file = file(folder, shapes);
    write();
  }

  private static Path file(String folder, Shapes shapes) throws IOException {
    String name = shapes + ".gds";
    return folder.isEmpty() ? Files.createTempFile("", name) : Path.of(folder, name);
  }

  @Benchmark
  public Path write() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      layout.replay(new GdsWriter(out));
    }
    return file;
  }

  /** Looks at every coordinate and keeps nothing. */
  @Benchmark
  public long sum() throws IOException {
    SumSink sum = new SumSink();
    GdsReader.read(MappedFile.open(file, file.toString()), GdsMode.TOLERANT, sum);
    if (sum.count() != Shapes.COUNT) {
      throw new IllegalStateException("read " + sum);
    }
    return sum.count();
  }

  /** Reads into memory, as KLayout does. */
  @Benchmark
  public Layout read() throws IOException {
    return GdsReader.layout(MappedFile.open(file, file.toString()), GdsMode.TOLERANT);
  }
}

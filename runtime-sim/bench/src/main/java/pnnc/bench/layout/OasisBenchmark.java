package pnnc.bench;

import java.io.ByteArrayOutputStream;
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
import pnnc.base.bytes.ByteSource;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.oasis.OasisReader;
import pnnc.layout.oasis.OasisWriter;

/** A million things to OASIS and back; {@link OasisAgainstKlayout} compares with KLayout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class OasisBenchmark {
  /** What is drawn. */
  @Param public OasisCase drawing;

  private Layout layout;
  private ByteSource file;

  @Setup(Level.Trial)
  public void make() {
    LayoutBuilder builder = new LayoutBuilder();
    drawing.draw(builder);
    layout = builder.build();
    file = ByteSource.of("bench.oas", write(layout));
  }

  static byte[] write(Layout layout) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 24);
    layout.replay(new OasisWriter(bytes));
    return bytes.toByteArray();
  }

  static Layout read(ByteSource file) {
    LayoutBuilder builder = new LayoutBuilder();
    new OasisReader().read(file, builder);
    return builder.build();
  }

  @Benchmark
  public int write() {
    return write(layout).length;
  }

  @Benchmark
  public Layout read() {
    return read(file);
  }
}

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
import pnnc.base.bytes.ByteSource;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.oasis.OasisReader;
import pnnc.layout.oasis.OasisWriter;

/**
 * A million things to OASIS files and back, from and into memory; {@link OasisAgainstKLayout}
 * compares with KLayout.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class OasisBenchmark {
  /** What is drawn. */
  @Param public OasisCase drawing;

  /** How it is written. */
  @Param public OasisForm form;

  /** Where the file is left; empty: a temporary one. */
  @Param("")
  public String folder;

  private Layout layout;
  private Path file;

  @Setup(Level.Trial)
  public void make() throws IOException {
    LayoutBuilder builder = new LayoutBuilder();
    drawing.draw(builder);
    layout = builder.build();
    String name = name(drawing, form);
    file = folder.isEmpty() ? Files.createTempFile("", name) : Path.of(folder, name);
    write();
  }

  static String name(OasisCase drawing, OasisForm form) {
    return "%s.%s.oas".formatted(drawing, form);
  }

  @Benchmark
  public Path write() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      layout.replay(new OasisWriter(out, form.options()));
    }
    return file;
  }

  @Benchmark
  public Layout read() throws IOException {
    LayoutBuilder builder = new LayoutBuilder();
    new OasisReader().read(ByteSource.of(file.toString(), Files.readAllBytes(file)), builder);
    return builder.build();
  }
}

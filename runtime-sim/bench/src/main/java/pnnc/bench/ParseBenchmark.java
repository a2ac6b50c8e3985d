package pnnc.bench;

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
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.format.Formatter;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.source.SourceText;

/** How long it takes to read a program of many lines, and to lay it out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseBenchmark {
  private static final String PART =
      """
      /// Block %1$d.
      fn block%1$d(x: T[N, C, H, W], p: params, s: int = 1) -> T[N, K, H / s, W / s]
        where s in {1, 2}, H %% s == 0, W %% s == 0 {
        y = x |> conv2d(p.conv1, stride: s, pad: same) |> norm(p.bn1) |> relu
              |> conv2d(p.conv2, pad: same) |> norm(p.bn2)
        skip = if s == 1 and C == K then x else x |> conv2d(p.down, stride: s) // %1$d
        t = repeat i in 0 .. 3 from y { block(t, p.layer[i], s: if i == 0 then 1 else 2) }
        relu(y + skip * 2 - t[.., 0 .. 5 by 2])
      }
      target chip%1$d : std.crossbar {
        tile = 128 x 128
        cell = std.device.hfo2 with { levels = 6 bit; g = 2 uS .. 120 uS; prog_sigma = 3 %% }
        rate = 200 MS/s; loss = 2 dB/cm; area = 2.5 mm^2 source "Table %1$d"
        limit power <= 400 mW at 10 kHz
        prefer latency then area
      }
      """;

  /** How many lines. */
  @Param("10000")
  public int lines;

  private SourceText source;

  @Setup(Level.Trial)
  public void make() {
    source = repeat(PART, lines);
  }

  /**
   * A program of at least {@code lines} lines.
   *
   * @param part a format that takes the number of the part
   */
  static SourceText repeat(String part, int lines) {
    StringBuilder text = new StringBuilder();
    int each = (int) part.lines().count();
    for (int i = 0; i * each < lines; i++) {
      text.append(part.formatted(i));
    }
    return new SourceText("generated.pnn", text.toString());
  }

  @Benchmark
  public SourceFile parse() {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = Parsing.parse(source, diagnostics);
    diagnostics.throwIfErrors();
    return file;
  }

  @Benchmark
  public String format() {
    return Formatter.format(source, new Diagnostics()).orElseThrow();
  }
}

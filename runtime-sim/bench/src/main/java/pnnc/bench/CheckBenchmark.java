package pnnc.bench;

import java.util.Optional;
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
import pnnc.driver.program.StandardLibrary;
import pnnc.frontend.ast.Item;
import pnnc.frontend.elaborate.Elaborator;
import pnnc.frontend.elaborate.WeightFiles;
import pnnc.frontend.hardware.HardwareProgram;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;

/**
 * How long it takes to find all that is wrong with a program of many lines, the standard library
 * that it uses included: words, networks for sizes and types, hardware for units and ranges.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CheckBenchmark {
  private static final String PART =
      """
      /// Two convolutions around which the input goes: [N, C, H, W] to [N, K, H / s, W / s].
      fn block%1$d(x: T[N, C, H, W], p: params, s: int = 1) -> T[N, K, H / s, W / s]
        where s in {1, 2}, H %% s == 0, W %% s == 0 {
        y = x |> conv2d(p.conv1, stride: s, pad: same) |> norm(p.bn1) |> relu
              |> conv2d(p.conv2, pad: same) |> norm(p.bn2)
        skip = if s == 1 and C == K then x else x |> conv2d(p.down, stride: s)
        relu(y + skip)
      }

      /// Perceptron %1$d.
      net Mlp%1$d(image: f32[N, 784], scale: f32[N, 1]) -> (scores: f32[N, 10], hidden: f32[N, 64]) {
        weights w = random(seed: %1$d)
        a = image |> linear(w.fc1.weight as f32[256, 784], w.fc1.bias) |> relu
        b = a |> linear(w.fc2.weight as f32[64, 256], w.fc2.bias) |> silu
        c = repeat i in 0 .. 3 from b { relu(b * 0.5 + 1) }
        hidden = c * scale + b ^ 2
        scores = hidden |> linear(w.head.weight, w.head.bias) |> softmax(axis: -1)
        (scores: scores, hidden: hidden)
      }

      device cell%1$d : std.device.hfo2_1t1r { levels = 6 bit; g = 2 uS .. 120 uS; prog_sigma = 3 %% }

      target chip%1$d : std.crossbar {
        technology = std.tech.rom130
        tile = 128 x 128
        cell = cell%1$d
        adc = { width = 8 bit; rate = 200 MS/s; shared_by = 8 }
        limit power <= 400 mW at 10 kHz
        prefer latency then area
      }

      place Mlp%1$d { linear on chip%1$d; softmax on host }
      """;

  /** How many lines. */
  @Param("10000")
  public int lines;

  private SourceText source;

  @Setup(Level.Trial)
  public void make() {
    source = ParseBenchmark.repeat(PART, lines);
  }

  /** Everything from the text on; fails if the program has a fault. */
  @Benchmark
  public Modules check() {
    Diagnostics diagnostics = new Diagnostics();
    Modules modules =
        Modules.load(source, new Stdlib(), text -> Parsing.parse(text, diagnostics), diagnostics);
    Elaborator elaborator = new Elaborator(modules, diagnostics);
    elaborator.checkFunctions();
    for (Item.Net net : elaborator.nets()) {
      elaborator.check(net, WeightFiles.NONE);
    }
    new HardwareProgram(modules, diagnostics).check();
    diagnostics.throwIfErrors();
    return modules;
  }

  /** The standard library and nothing else. */
  private static final class Stdlib implements Library {
    @Override
    public Optional<SourceText> standard(String path) {
      return StandardLibrary.file(path);
    }

    @Override
    public SourceText relative(SourceText from, String path) {
      throw new IllegalStateException("the program uses %s".formatted(path));
    }
  }
}

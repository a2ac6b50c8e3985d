package pnnc.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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
import pnnc.backend.ArtifactSink;
import pnnc.backend.Emitter;
import pnnc.backend.LoweredUnit;
import pnnc.backend.LoweringContext;
import pnnc.backend.Unit;
import pnnc.base.shape.Shape;
import pnnc.driver.compile.Backends;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.WeightMatrix;
import pnnc.ir.network.Tensor;

/**
 * A full tile of 128 × 128 cells: weights to levels, and levels to a die in OASIS with its files in
 * SPICE, all in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TileEmissionBenchmark {
  private static final int INPUTS = 128;
  private static final int OUTPUTS = 64;

  /** Whose cells are drawn. */
  @Param({"crossbar", "reram"})
  public String target;

  private Backends.Chosen chosen;
  private LinearBlock block;
  private Unit unit;
  private LoweredUnit lowered;

  @Setup(Level.Trial)
  public void make() {
    chosen = Backends.installed().choose(target, Map.of());
    float[] weights = new float[INPUTS * OUTPUTS];
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) random.nextDouble(-1, 1);
    }
    Tensor rows = Tensor.ofFloats(Shape.of(OUTPUTS, INPUTS), weights);
    WeightMatrix matrix = WeightMatrix.ofRows(rows, Optional.empty());
    block = LinearBlock.dense("fc", matrix, Optional.empty());
    unit = chosen.backend().lowering().plan(block, chosen.target()).get(0);
    lowered = lower();
  }

  /** Weights to levels, wires made up for. */
  @Benchmark
  public LoweredUnit lower() {
    LoweringContext context = new LoweringContext(1, Optional.empty(), share -> {});
    return chosen.backend().lowering().lower(block, unit, chosen.target(), context);
  }

  /** Levels to the die and its netlists. */
  @Benchmark
  public long draw() throws IOException {
    Memory files = new Memory();
    Emitter.Die die = chosen.backend().emitter().begin(chosen.target(), files);
    die.add(unit, lowered);
    die.finish();
    return files.bytes;
  }

  /** Counts what is written. */
  private static final class Memory implements ArtifactSink {
    private long bytes;

    @Override
    public OutputStream create(String path) {
      return new ByteArrayOutputStream(1 << 20) {
        @Override
        public void close() throws IOException {
          super.close();
          bytes += size();
        }
      };
    }
  }
}

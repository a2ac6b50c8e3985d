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
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.EffectiveMatrix;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.SchurSolver;
import pnnc.kernels.parallel.Workers;

/**
 * How long it takes to solve a crossbar exactly, in one thread; every invocation starts from
 * conductances.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CrossbarSolveBenchmark {
  private static final int VECTORS = 100;

  /** Rows and columns. */
  @Param({"64", "128", "256", "512"})
  public int size;

  private Crossbar crossbar;
  private double[][] volts;

  @Setup(Level.Trial)
  public void make() {
    crossbar = CrossbarCases.crossbar(size);
    volts = CrossbarCases.volts(VECTORS, size);
  }

  @Benchmark
  public double[] oneVector() {
    return new SchurSolver(crossbar).solve(volts[0]).footAmps();
  }

  @Benchmark
  public EffectiveMatrix effectiveMatrix() {
    return KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
  }

  @Benchmark
  public double[][] hundredVectors() {
    EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    double[][] amps = new double[VECTORS][];
    for (int v = 0; v < VECTORS; v++) {
      amps[v] = matrix.footAmps(volts[v]);
    }
    return amps;
  }
}

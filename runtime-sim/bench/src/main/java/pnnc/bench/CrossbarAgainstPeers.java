package pnnc.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.EffectiveMatrix;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.SchurSolver;
import pnnc.kernels.parallel.Workers;

/**
 * CPU seconds of one thread for one vector and for a hundred, beside those quoted for badcrossbar
 * on a machine like this. Unlike the clock, they mean something on a busy machine.
 */
public final class CrossbarAgainstPeers {
  private static final int VECTORS = 100;

  /** Rows and columns, badcrossbar's seconds for one vector and for a hundred. */
  private static final double[][] PEER = {
    {64, 0.05, 0.12}, {128, 0.25, 0.99}, {256, 1.6, 3.2}, {512, 10.5, 20}
  };

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private CrossbarAgainstPeers() {}

  /** Prints a line per size. */
  public static void main(String[] args) {
    for (double[] peer : PEER) {
      Crossbar crossbar = CrossbarCases.crossbar((int) peer[0]);
      double[][] volts = CrossbarCases.volts(VECTORS, (int) peer[0]);
      double one = median(() -> one(crossbar, volts));
      double hundred = median(() -> hundred(crossbar, volts));
      System.out.printf(
          "%4.0f: 1 vector %7.2f ms, 1/%.0f of badcrossbar; 100 vectors %7.1f ms, 1/%.0f%n",
          peer[0], 1e3 * one, peer[1] / one, 1e3 * hundred, peer[2] / hundred);
    }
  }

  private static double one(Crossbar crossbar, double[][] volts) {
    return new SchurSolver(crossbar).solve(volts[0]).footAmps()[0];
  }

  private static double hundred(Crossbar crossbar, double[][] volts) {
    EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    double sum = 0;
    for (double[] vector : volts) {
      sum += matrix.footAmps(vector)[0];
    }
    return sum;
  }

  /** CPU seconds, after a warm-up of as many runs. */
  private static double median(DoubleSupplier work) {
    double[] seconds = new double[21];
    double kept = 0;
    for (int run = -seconds.length; run < seconds.length; run++) {
      long before = CLOCK.getCurrentThreadCpuTime();
      kept += work.getAsDouble();
      if (run >= 0) {
        seconds[run] = (CLOCK.getCurrentThreadCpuTime() - before) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return kept > 0 ? seconds[seconds.length / 2] : Double.NaN;
  }
}

package pnnc.sim.crossbar;

import java.util.SplittableRandom;
import pnnc.kernels.dense.TileProduct;
import pnnc.sim.physics.UnitPhysics;

/**
 * A tile whose devices fluctuate from read to read, independently and normally. A foot's current is
 * then normal with variance {@code Σ_i (σ_ij G_ij v_i)²}, so one number for each foot stands for
 * one for each device: exact without wires. With them {@code G} is the effective matrix; what other
 * inputs take from a device's voltage is left out, so that the deviation is too large by at most
 * the share that wires take from the current.
 */
final class NoisyTile implements UnitPhysics {
  private final UnitPhysics quiet;
  private final double[] variances;
  private final int driven;
  private final int read;
  private final ChipRandom random;

  /**
   * A tile with noise.
   *
   * @param quiet what it does without
   * @param variances {@code (σ G)²}, row-major {@code [read, driven]}; kept
   * @param random of this unit
   */
  NoisyTile(UnitPhysics quiet, double[] variances, int driven, int read, ChipRandom random) {
    this.quiet = quiet;
    this.variances = variances;
    this.driven = driven;
    this.read = read;
    this.random = random;
  }

  @Override
  public void respond(double[] volts, double[] amps) {
    respond(volts, 1, amps);
  }

  @Override
  public void respond(double[] volts, int columns, double[] amps) {
    quiet.respond(volts, columns, amps);
    double[] squares = new double[volts.length];
    for (int k = 0; k < squares.length; k++) {
      squares[k] = volts[k] * volts[k];
    }
    double[] variance = new double[amps.length];
    TileProduct.addTo(variance, read, columns, variances, 0, driven, driven, squares);
    for (int c = 0; c < columns; c++) {
      SplittableRandom own = random.read(volts, columns, c);
      for (int k = c; k < amps.length; k += columns) {
        amps[k] += Math.sqrt(variance[k]) * own.nextGaussian();
      }
    }
  }
}

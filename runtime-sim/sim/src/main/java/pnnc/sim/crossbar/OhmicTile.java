package pnnc.sim.crossbar;

import java.util.Arrays;
import pnnc.kernels.dense.TileProduct;
import pnnc.sim.physics.UnitPhysics;

/** {@code i = G v}: what the ports that are used see of a tile of ohmic devices. */
final class OhmicTile implements UnitPhysics {
  private final double[] siemens;
  private final int driven;
  private final int read;

  /**
   * A tile.
   *
   * @param siemens row-major {@code [read, driven]}; kept
   * @param driven ports that voltages are applied to
   * @param read ports that currents come out of
   */
  OhmicTile(double[] siemens, int driven, int read) {
    this.siemens = siemens;
    this.driven = driven;
    this.read = read;
  }

  @Override
  public void respond(double[] volts, double[] amps) {
    respond(volts, 1, amps);
  }

  @Override
  public void respond(double[] volts, int columns, double[] amps) {
    Arrays.fill(amps, 0);
    TileProduct.addTo(amps, read, columns, siemens, 0, driven, driven, volts);
  }
}

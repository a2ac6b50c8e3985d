package pnnc.sim.crossbar;

import pnnc.sim.physics.UnitPhysics;

/**
 * A tile whose currents are multiplied by one number before they are converted: what its devices
 * lost together since they were programmed, as the sum of all currents with all inputs on tells.
 * What single devices lost more or less than that is left.
 *
 * @param tile what is scaled
 * @param gain the factor
 */
record ScaledTile(UnitPhysics tile, double gain) implements UnitPhysics {
  @Override
  public void respond(double[] driven, double[] read) {
    respond(driven, 1, read);
  }

  @Override
  public void respond(double[] driven, int columns, double[] read) {
    tile.respond(driven, columns, read);
    for (int k = 0; k < read.length; k++) {
      read[k] *= gain;
    }
  }
}

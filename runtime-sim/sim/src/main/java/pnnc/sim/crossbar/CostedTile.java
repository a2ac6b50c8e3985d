package pnnc.sim.crossbar;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import pnnc.sim.physics.ReadCosts;
import pnnc.sim.physics.UnitPhysics;

/**
 * A tile of which it is known what its reads take. Inputs are set, lines settle, and then those
 * outputs that share a converter are sampled one after the other while the inputs stay:
 *
 * <pre>{@code
 * held = settle + min(shared by, outputs) · sample time
 * E    = Σ v·i · held + inputs · E_dac + outputs · (E_adc + P_amplifier · held)
 * }</pre>
 *
 * <p>Charging of lines is not in it: what lines hold at the voltages they are read with is far
 * below what flows meanwhile (assumed).
 *
 * @param tile what computes
 * @param card of its converters
 * @param power watts that all drivers deliver, by the volts of the ports that are driven
 * @param lineLoss see {@link ReadCosts#lineLoss}
 */
record CostedTile(
    UnitPhysics tile, ConverterCard card, ToDoubleFunction<double[]> power, double lineLoss)
    implements UnitPhysics, ReadCosts {
  @Override
  public void respond(double[] driven, double[] read) {
    tile.respond(driven, read);
  }

  @Override
  public void respond(double[] driven, int columns, double[] read) {
    tile.respond(driven, columns, read);
  }

  @Override
  public Optional<ReadCosts> costs() {
    return Optional.of(this);
  }

  @Override
  public double watts(double[] driven, int columns) {
    double[] volts = new double[driven.length / columns];
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      for (int k = 0; k < volts.length; k++) {
        volts[k] = driven[k * columns + c];
      }
      sum += power.applyAsDouble(volts);
    }
    return sum;
  }

  @Override
  public double heldSeconds(int readouts) {
    return card.settleSeconds() + Math.min(card.sharedBy(), readouts) * card.sampleSeconds();
  }

  @Override
  public double lastSeconds() {
    return card.latencySeconds();
  }

  @Override
  public double inputJoules() {
    return card.inputJoules();
  }

  @Override
  public double outputJoules() {
    return card.outputJoules();
  }

  @Override
  public double outputWatts() {
    return card.amplifierWatts();
  }
}

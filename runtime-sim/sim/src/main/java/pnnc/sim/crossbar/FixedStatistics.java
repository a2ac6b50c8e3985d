package pnnc.sim.crossbar;

import java.util.function.DoubleUnaryOperator;

/**
 * A card's own figures for reading and drift, the same in every state.
 *
 * @param card of the devices
 * @param spread standard deviation of what is programmed by what was meant, both in siemens
 */
record FixedStatistics(DeviceCard card, DoubleUnaryOperator spread) implements CellStatistics {
  @Override
  public double programming(double g) {
    return spread.applyAsDouble(g);
  }

  @Override
  public double read(double g, double age) {
    return card.read();
  }

  @Override
  public double drift(double g) {
    return card.drift();
  }

  @Override
  public double driftSigma(double g) {
    return 0;
  }

  @Override
  public double driftStart() {
    return 1;
  }
}

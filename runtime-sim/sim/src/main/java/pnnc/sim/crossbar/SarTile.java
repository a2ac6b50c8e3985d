package pnnc.sim.crossbar;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.circuit.Model;
import pnnc.sim.physics.ReadCosts;
import pnnc.sim.physics.UnitPhysics;

/**
 * A tile of a chip whose output converters are successive approximations with deviations of their
 * own; outputs that share one have the same. Its card {@code adc} has {@code mismatch}, {@code
 * offset_codes} and {@code shared_by}.
 *
 * @param tile what computes
 * @param card of kind {@code sar}
 * @param random of this unit's converters
 */
record SarTile(UnitPhysics tile, Model card, ChipRandom random) implements UnitPhysics {
  /** The kind of card that asks for this. */
  static final String KIND = "sar";

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
    return tile.costs();
  }

  @Override
  public DoubleUnaryOperator outputConverter(int readout, Converter named) {
    if (named.isIdeal()) {
      return named::convert;
    }
    Map<String, Double> p = card.parameters();
    int shared = Math.max(1, p.getOrDefault("shared_by", 1.0).intValue());
    return new SarConverter(
        named,
        p.getOrDefault("mismatch", 0.0),
        p.getOrDefault("offset_codes", 0.0),
        random.about(readout / shared));
  }
}

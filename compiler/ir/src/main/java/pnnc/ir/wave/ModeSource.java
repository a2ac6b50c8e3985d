package pnnc.ir.wave;

import pnnc.ir.circuit.Attributes;

/**
 * Light in a guided mode of the index that lies under {@code region}.
 *
 * @param order of the mode, 0 for the one of highest effective index
 */
public record ModeSource(String name, Region region, int order, Beam beam) implements WaveElement {
  static final String KEYWORD = "mode-source";

  public ModeSource {
    if (order < 0) {
      throw new IllegalArgumentException("mode of order " + order);
    }
  }

  static ModeSource read(String name, Attributes a) {
    return new ModeSource(name, Region.read(a), a.integer("order"), Beam.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return beam.describe(region.describe(Attributes.builder()).number("order", order)).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.modeSource(this);
  }
}

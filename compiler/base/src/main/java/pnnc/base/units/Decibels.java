package pnnc.base.units;

/** A power ratio, {@code 10 log10(out/in)}; as a loss the sign is turned round. */
public record Decibels(double value) implements Quantity {
  public static final Unit<Decibels> UNIT = new Unit<>("dB", Decibels::new);

  public Decibels {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Decibels> unit() {
    return UNIT;
  }
}

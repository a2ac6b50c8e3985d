package pnnc.base.units;

/** Electric potential difference. */
public record Volts(double value) implements Quantity {
  public static final Unit<Volts> UNIT = new Unit<>("V", Volts::new);

  public Volts {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Volts> unit() {
    return UNIT;
  }
}

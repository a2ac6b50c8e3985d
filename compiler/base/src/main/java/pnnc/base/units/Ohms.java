package pnnc.base.units;

/** Electrical resistance. */
public record Ohms(double value) implements Quantity {
  public static final Unit<Ohms> UNIT = new Unit<>("ohm", Ohms::new);

  public Ohms {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Ohms> unit() {
    return UNIT;
  }
}

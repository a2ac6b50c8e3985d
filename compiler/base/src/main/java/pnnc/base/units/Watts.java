package pnnc.base.units;

/** Power. */
public record Watts(double value) implements Quantity {
  public static final Unit<Watts> UNIT = new Unit<>("W", Watts::new);

  public Watts {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Watts> unit() {
    return UNIT;
  }
}

package pnnc.base.units;

/** Capacitance. */
public record Farads(double value) implements Quantity {
  public static final Unit<Farads> UNIT = new Unit<>("F", Farads::new);

  public Farads {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Farads> unit() {
    return UNIT;
  }
}

package pnnc.base.units;

/** Electric current. */
public record Amperes(double value) implements Quantity {
  public static final Unit<Amperes> UNIT = new Unit<>("A", Amperes::new);

  public Amperes {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Amperes> unit() {
    return UNIT;
  }
}

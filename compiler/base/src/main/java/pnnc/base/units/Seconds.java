package pnnc.base.units;

/** Time. */
public record Seconds(double value) implements Quantity {
  public static final Unit<Seconds> UNIT = new Unit<>("s", Seconds::new);

  public Seconds {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Seconds> unit() {
    return UNIT;
  }
}

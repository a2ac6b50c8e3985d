package pnnc.base.units;

/** An angle or an optical phase. */
public record Radians(double value) implements Quantity {
  public static final Unit<Radians> UNIT = new Unit<>("rad", Radians::new);

  public Radians {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Radians> unit() {
    return UNIT;
  }
}

package pnnc.base.units;

/** Electrical conductance. */
public record Siemens(double value) implements Quantity {
  public static final Unit<Siemens> UNIT = new Unit<>("S", Siemens::new);

  public Siemens {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Siemens> unit() {
    return UNIT;
  }
}

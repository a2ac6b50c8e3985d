package pnnc.base.units;

/** Area. */
public record SquareMicrometres(double value) implements Quantity {
  public static final Unit<SquareMicrometres> UNIT = new Unit<>("um2", SquareMicrometres::new);

  public SquareMicrometres {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<SquareMicrometres> unit() {
    return UNIT;
  }
}

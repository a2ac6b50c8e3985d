package pnnc.base.units;

/** Length. Integer database units become this when physics begins. */
public record Micrometres(double value) implements Quantity {
  public static final Unit<Micrometres> UNIT = new Unit<>("um", Micrometres::new);

  public Micrometres {
    UNIT.requireFinite(value);
  }

  @Override
  public Unit<Micrometres> unit() {
    return UNIT;
  }
}

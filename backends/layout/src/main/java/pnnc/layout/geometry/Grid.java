package pnnc.layout.geometry;

import pnnc.base.units.Micrometres;

/**
 * The database unit. Geometry is {@code int} database units (dbu); microns end here.
 *
 * @param dbuPerMicron positive and finite; usually 1000, a whole number in files that are written
 */
public record Grid(double dbuPerMicron) {
  /** One database unit is a nanometre. */
  public static final Grid NANOMETRE = new Grid(1000);

  public Grid {
    if (!(dbuPerMicron > 0) || Double.isInfinite(dbuPerMicron)) {
      throw new IllegalArgumentException("no grid: %s dbu per um".formatted(dbuPerMicron));
    }
  }

  /**
   * Nearest grid point, ties towards +∞.
   *
   * @throws IllegalArgumentException if {@code length} is beyond 32 bits
   */
  public int snap(Micrometres length) {
    double dbu = Math.floor(length.value() * dbuPerMicron + 0.5);
    if (dbu < Integer.MIN_VALUE || dbu > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s is beyond 32 bits of %s dbu per um".formatted(length, dbuPerMicron));
    }
    return (int) dbu;
  }

  /** How long {@code dbu} database units are. */
  public Micrometres microns(double dbu) {
    return new Micrometres(dbu / dbuPerMicron);
  }
}

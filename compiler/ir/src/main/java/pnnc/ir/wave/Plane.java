package pnnc.ir.wave;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Fields;

/**
 * A grid of pixels across the light.
 *
 * @param x of its centre
 * @param y of its centre
 * @param z where it stands
 * @param nx pixels along x, at least 1
 * @param ny pixels along y, at least 1
 * @param pitchX of pixels, above 0
 * @param pitchY of pixels, above 0
 */
public record Plane(
    Micrometres x,
    Micrometres y,
    Micrometres z,
    int nx,
    int ny,
    Micrometres pitchX,
    Micrometres pitchY) {
  public Plane {
    pitchX.requirePositive("pitch");
    pitchY.requirePositive("pitch");
    if (nx < 1 || ny < 1) {
      throw new IllegalArgumentException("no grid: %d x %d".formatted(nx, ny));
    }
    Space.extent(nx, pitchX).requirePositive("width");
    Space.extent(ny, pitchY).requirePositive("height");
  }

  /** All pixels. */
  public long count() {
    return (long) nx * ny;
  }

  /** What it covers. */
  public Region region() {
    return new Region(x, y, z, Space.extent(nx, pitchX), Space.extent(ny, pitchY));
  }

  List<Integer> sizes() {
    return List.of(nx, ny);
  }

  static Plane fields(Fields<Plane> f) {
    return new Plane(
        f.quantity("x", Micrometres.UNIT, Plane::x),
        f.quantity("y", Micrometres.UNIT, Plane::y),
        f.quantity("z", Micrometres.UNIT, Plane::z),
        f.integer("nx", Plane::nx),
        f.integer("ny", Plane::ny),
        f.quantity("pitch-x", Micrometres.UNIT, Plane::pitchX),
        f.quantity("pitch-y", Micrometres.UNIT, Plane::pitchY));
  }
}

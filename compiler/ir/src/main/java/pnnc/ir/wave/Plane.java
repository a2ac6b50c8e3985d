package pnnc.ir.wave;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;

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

  static Plane read(Attributes a) {
    return new Plane(
        a.quantity("x", Micrometres.UNIT),
        a.quantity("y", Micrometres.UNIT),
        a.quantity("z", Micrometres.UNIT),
        a.integer("nx"),
        a.integer("ny"),
        a.quantity("pitch-x", Micrometres.UNIT),
        a.quantity("pitch-y", Micrometres.UNIT));
  }

  AttributesBuilder describe(AttributesBuilder out) {
    out.quantity("x", x).quantity("y", y).quantity("z", z);
    out.number("nx", nx).number("ny", ny);
    return out.quantity("pitch-x", pitchX).quantity("pitch-y", pitchY);
  }
}

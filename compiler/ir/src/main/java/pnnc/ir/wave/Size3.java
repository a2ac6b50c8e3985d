package pnnc.ir.wave;

import java.util.List;
import java.util.OptionalLong;
import pnnc.base.shape.Shape;
import pnnc.ir.circuit.Fields;

/**
 * Numbers of voxels.
 *
 * @param nx along x, at least 1
 * @param ny along y, at least 1
 * @param nz along z, at least 1
 */
public record Size3(int nx, int ny, int nz) {
  public Size3 {
    if (nx < 1 || ny < 1 || nz < 1 || Shape.product(new long[] {nx, ny, nz}).isEmpty()) {
      throw new IllegalArgumentException("no grid: %d x %d x %d".formatted(nx, ny, nz));
    }
  }

  /** All voxels. */
  public long count() {
    OptionalLong product = Shape.product(new long[] {nx, ny, nz});
    return product.getAsLong();
  }

  List<Integer> asList() {
    return List.of(nx, ny, nz);
  }

  static Size3 fields(Fields<Size3> f) {
    return new Size3(
        f.integer("nx", Size3::nx), f.integer("ny", Size3::ny), f.integer("nz", Size3::nz));
  }
}

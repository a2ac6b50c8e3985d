package pnnc.layout.mesh;

import java.util.Arrays;
import java.util.stream.IntStream;
import pnnc.base.units.Micrometres;

/** Where the borders of voxels are along one axis. Immutable. */
public final class VoxelAxis {
  /** How much of a voxel is cut away where it would touch another only at an edge or a corner. */
  static final double GAP = 1.0 / 16;

  private final double[] borders;

  private VoxelAxis(double[] borders) {
    this.borders = borders;
    float last = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < borders.length; i++) {
      for (int side = -1; side <= 1; side++) {
        float here = (float) at(i, side);
        if (!(here > last) || Float.isInfinite(here)) {
          throw new IllegalArgumentException(
              "borders %s um do not differ by enough at %d".formatted(borders[i], i));
        }
        last = here;
      }
    }
  }

  /**
   * Borders at {@code origin}, {@code origin + pitch}, …
   *
   * @param voxels at least 1
   * @param pitch above zero
   * @throws IllegalArgumentException if 32-bit floats cannot tell them, and the gaps, apart
   */
  public static VoxelAxis of(int voxels, Micrometres origin, Micrometres pitch) {
    if (voxels < 1) {
      throw new IllegalArgumentException(voxels + " voxels");
    }
    pitch.requirePositive("pitch");
    return new VoxelAxis(
        IntStream.rangeClosed(0, voxels)
            .mapToDouble(i -> origin.value() + i * pitch.value())
            .toArray());
  }

  /**
   * Borders where a caller wants them, as for levels of different heights.
   *
   * @param bordersMicrons at least two, each above the one before; copied
   * @throws IllegalArgumentException as {@link #of}
   */
  public static VoxelAxis ofBorders(double... bordersMicrons) {
    if (bordersMicrons.length < 2) {
      throw new IllegalArgumentException(bordersMicrons.length + " borders");
    }
    return new VoxelAxis(bordersMicrons.clone());
  }

  /** How many voxels are between the borders. */
  int voxels() {
    return borders.length - 1;
  }

  /** A border, or with {@code side} -1 or 1 the end of the gap below or above it. */
  double at(int border, int side) {
    int other = Math.max(0, Math.min(borders.length - 1, border + side));
    double next = other == border ? 2 * borders[border] - borders[border - side] : borders[other];
    return side == 0 ? borders[border] : borders[border] + GAP * (next - borders[border]);
  }

  /** The middle between two borders. */
  double middle(int from, int to) {
    return 0.5 * (borders[from] + borders[to]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VoxelAxis axis && Arrays.equals(borders, axis.borders);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(borders);
  }

  @Override
  public String toString() {
    return "VoxelAxis" + Arrays.toString(borders);
  }
}

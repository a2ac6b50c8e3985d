package pnnc.layout.volume;

/**
 * Where the values of a volume are, and what they are. Values run along x fastest, along z slowest.
 *
 * @param type the kind of all values
 */
public record VolumeGrid(VolumeAxis x, VolumeAxis y, VolumeAxis z, VolumeType type) {
  private static final int WIDEST = 8;

  public VolumeGrid {
    if (isBeyond(x.samples(), y.samples(), z.samples())) {
      throw new IllegalArgumentException(
          "%d x %d x %d values are too many".formatted(x.samples(), y.samples(), z.samples()));
    }
  }

  /** Whether so many values, each at least 1, have no number of bytes in 63 bits. */
  static boolean isBeyond(int nx, int ny, int nz) {
    return (long) nx * ny > Long.MAX_VALUE / WIDEST / nz;
  }

  /** How many values there are. */
  public long values() {
    return (long) x.samples() * y.samples() * z.samples();
  }

  /** How many bytes the values take. */
  public long bytes() {
    return values() * type.bytes();
  }
}

package pnnc.ir.circuit;

/**
 * Where a device is in a layout, in database units.
 *
 * @param cellPath layout cells from the top down, {@code top/tile3}; empty for the top itself
 * @param x of the device, or of element [0, 0] of an array
 * @param y of the device, or of element [0, 0] of an array
 * @param columnPitch from one column of an array to the next, along x; 0 for a single device
 * @param rowPitch from one row of an array to the next, along y; 0 for a single device
 */
public record Location(String cellPath, long x, long y, long columnPitch, long rowPitch) {
  /** Coordinates lie within ± this, which 64-bit floats still count. */
  public static final long LIMIT = 1L << 53;

  public Location {
    for (long number : new long[] {x, y, columnPitch, rowPitch}) {
      if (number < -LIMIT || number > LIMIT) {
        throw new IllegalArgumentException("not a place in a layout: " + number);
      }
    }
  }

  /** A single device. */
  public static Location of(String cellPath, long x, long y) {
    return new Location(cellPath, x, y, 0, 0);
  }

  /** Where element {@code [row, column]} of this array is. */
  public Location element(int row, int column) {
    return of(cellPath, x + column * columnPitch, y + row * rowPitch);
  }

  /** As messages say it. */
  public String describe() {
    return "(%d, %d) dbu in %s".formatted(x, y, cellPath.isEmpty() ? "the top cell" : cellPath);
  }
}

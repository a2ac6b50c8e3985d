package pnnc.layout.geometry;

/**
 * The eight ways a cell can lie on the grid. {@code M} mirrors at the x axis (y becomes −y) before
 * the counter-clockwise turn.
 */
public enum Orientation {
  R0(false, 0, 1, 0, 0, 1),
  R90(false, 1, 0, -1, 1, 0),
  R180(false, 2, -1, 0, 0, -1),
  R270(false, 3, 0, 1, -1, 0),
  M0(true, 0, 1, 0, 0, -1),
  M90(true, 1, 0, 1, 1, 0),
  M180(true, 2, -1, 0, 0, 1),
  M270(true, 3, 0, -1, -1, 0);

  /** By code. */
  private static final Orientation[] ALL = values();

  private final boolean isMirrored;
  private final int quarterTurns;
  private final int xx;
  private final int xy;
  private final int yx;
  private final int yy;

  Orientation(boolean isMirrored, int quarterTurns, int xx, int xy, int yx, int yy) {
    this.isMirrored = isMirrored;
    this.quarterTurns = quarterTurns;
    this.xx = xx;
    this.xy = xy;
    this.yx = yx;
    this.yy = yy;
  }

  /** The one with {@code quarterTurns} (any number, counter-clockwise) behind the mirror. */
  public static Orientation of(boolean isMirrored, int quarterTurns) {
    return ALL[(isMirrored ? 4 : 0) + Math.floorMod(quarterTurns, 4)];
  }

  /**
   * The one with this {@link #code}.
   *
   * @throws IndexOutOfBoundsException unless {@code code} is 0 to 7
   */
  public static Orientation ofCode(int code) {
    return ALL[code];
  }

  /** 0 to 7: the quarter turns, and 4 more if mirrored. */
  public int code() {
    return (isMirrored ? 4 : 0) + quarterTurns;
  }

  public boolean isMirrored() {
    return isMirrored;
  }

  /** 0 to 3, counter-clockwise, behind the mirror. */
  public int quarterTurns() {
    return quarterTurns;
  }

  /** The new x of the point {@code x, y}. */
  public int x(int x, int y) {
    return xx * x + xy * y;
  }

  /** The new y of the point {@code x, y}. */
  public int y(int x, int y) {
    return yx * x + yy * y;
  }

  /** First {@code inner}, then this. */
  public Orientation after(Orientation inner) {
    int turns = isMirrored() ? -inner.quarterTurns() : inner.quarterTurns();
    return of(isMirrored() != inner.isMirrored(), quarterTurns() + turns);
  }
}

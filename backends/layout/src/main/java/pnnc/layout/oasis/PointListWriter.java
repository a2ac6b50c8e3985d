package pnnc.layout.oasis;

/** Writes lists of points in their shortest form. */
final class PointListWriter {
  private final OasisBuffer out;

  PointListWriter(OasisBuffer out) {
    this.out = out;
  }

  /** The steps from each point to the next; a single point takes a step of no length. */
  void write(int[] xy, boolean isClosed) {
    int steps = xy.length / 2 - 1;
    if (steps == 0) {
      write(new int[] {xy[0], xy[1], xy[0], xy[1]}, false);
      return;
    }
    int alternating = alternating(xy, isClosed);
    if (alternating >= 0) {
      alternating(xy, alternating, isClosed ? steps - 1 : steps);
      return;
    }
    int type = type(xy, steps);
    out.unsigned(type);
    out.unsigned(steps);
    for (int i = 1; i <= steps; i++) {
      step(xy, i, type);
    }
  }

  private static long dx(int[] xy, int i) {
    return (long) xy[2 * i] - xy[2 * i - 2];
  }

  private static long dy(int[] xy, int i) {
    return (long) xy[2 * i + 1] - xy[2 * i - 1];
  }

  /** 0 or 1 if the steps lie along x and y in turn, beginning with x or y; else −1. */
  private static int alternating(int[] xy, boolean isClosed) {
    int points = xy.length / 2;
    if (points < 2 || (isClosed && (points % 2 != 0 || points < 4))) {
      return -1;
    }
    int first = dy(xy, 1) == 0 ? 0 : 1;
    for (int i = 1; i < points; i++) {
      boolean isAlongX = (i + first) % 2 == 1;
      if ((isAlongX ? dy(xy, i) : dx(xy, i)) != 0) {
        return -1;
      }
    }
    boolean closesAlongX = first == 1;
    boolean isClosing = xy[closesAlongX ? 1 : 0] == xy[xy.length - (closesAlongX ? 1 : 2)];
    return !isClosed || isClosing ? first : -1;
  }

  private void alternating(int[] xy, int type, int steps) {
    out.unsigned(type);
    out.unsigned(steps);
    for (int i = 1; i <= steps; i++) {
      out.signed(dx(xy, i) + dy(xy, i));
    }
  }

  private static int type(int[] xy, int steps) {
    boolean isManhattan = true;
    boolean isOctangular = true;
    long single = 0;
    long twice = 0;
    for (int i = 1; i <= steps; i++) {
      int direction = OasisBuffer.direction(dx(xy, i), dy(xy, i));
      isManhattan &= 0 <= direction && direction < 4;
      isOctangular &= 0 <= direction;
      single += OasisBuffer.gDeltaLength(dx(xy, i), dy(xy, i));
      twice += OasisBuffer.gDeltaLength(ddx(xy, i), ddy(xy, i));
    }
    return isManhattan ? 2 : isOctangular ? 3 : fits(xy, steps) && twice < single ? 5 : 4;
  }

  /** Whether all steps themselves have 32 bits, as the reader wants them. */
  private static boolean fits(int[] xy, int steps) {
    for (int i = 1; i <= steps; i++) {
      if (dx(xy, i) != (int) dx(xy, i) || dy(xy, i) != (int) dy(xy, i)) {
        return false;
      }
    }
    return true;
  }

  private static long ddx(int[] xy, int i) {
    return dx(xy, i) - (i > 1 ? dx(xy, i - 1) : 0);
  }

  private static long ddy(int[] xy, int i) {
    return dy(xy, i) - (i > 1 ? dy(xy, i - 1) : 0);
  }

  private void step(int[] xy, int i, int type) {
    switch (type) {
      case 2, 3 -> {
        long length = Math.max(Math.abs(dx(xy, i)), Math.abs(dy(xy, i)));
        out.unsigned((length << type) | OasisBuffer.direction(dx(xy, i), dy(xy, i)));
      }
      case 4 -> out.gDelta(dx(xy, i), dy(xy, i));
      default -> out.gDelta(ddx(xy, i), ddy(xy, i));
    }
  }
}

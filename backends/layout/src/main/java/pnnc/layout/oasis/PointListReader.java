package pnnc.layout.oasis;

import java.util.Arrays;

/** Reads lists of points, seen from the first, which is 0, 0. */
final class PointListReader {
  private final OasisInput in;
  private int[] xy = new int[64];
  private int used;

  PointListReader(OasisInput in) {
    this.in = in;
  }

  /** The points of a path or, with those that the format leaves out, of a polygon. */
  int[] read(boolean isClosed) {
    int type = (int) Math.min(in.unsigned(), 6);
    long count = in.unsigned();
    in.limit("the number of points", count, in.limits().points());
    used = 0;
    add(0, 0);
    switch (type) {
      case 0, 1 -> alternating((int) count, type == 0, isClosed);
      case 2, 3, 4 -> steps((int) count, type);
      case 5 -> doubleSteps((int) count);
      default -> throw in.malformed("a list of points of an unknown type");
    }
    return Arrays.copyOf(xy, used);
  }

  private void alternating(int count, boolean beginsAlongX, boolean isClosed) {
    boolean isAlongX = beginsAlongX;
    long x = 0;
    long y = 0;
    for (int i = 0; i < count; i++, isAlongX = !isAlongX) {
      long step = in.step();
      x += isAlongX ? step : 0;
      y += isAlongX ? 0 : step;
      add(x, y);
    }
    if (isClosed) {
      add(isAlongX ? 0 : x, isAlongX ? y : 0);
    }
  }

  private void steps(int count, int type) {
    long x = 0;
    long y = 0;
    for (int i = 0; i < count; i++) {
      step(type);
      x += in.dx();
      y += in.dy();
      add(x, y);
    }
  }

  private void step(int type) {
    if (type == 4) {
      in.gDelta();
    } else {
      in.directed(type);
    }
  }

  private void doubleSteps(int count) {
    long x = 0;
    long y = 0;
    long stepX = 0;
    long stepY = 0;
    for (int i = 0; i < count; i++) {
      in.gDelta();
      stepX = in.coordinate(stepX + in.dx());
      stepY = in.coordinate(stepY + in.dy());
      x += stepX;
      y += stepY;
      add(x, y);
    }
  }

  private void add(long x, long y) {
    if (used == xy.length) {
      xy = Arrays.copyOf(xy, 2 * used);
    }
    xy[used++] = in.coordinate(x);
    xy[used++] = in.coordinate(y);
  }
}

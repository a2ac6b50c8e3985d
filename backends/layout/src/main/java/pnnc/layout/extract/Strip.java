package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pnnc.layout.geometry.Box;

/** A box of a wire, in which the current flows along one axis. Places are twice the coordinates. */
final class Strip {
  final Box box;
  private final List<Port> ports = new ArrayList<>();

  /**
   * Where current comes in.
   *
   * @param border along which, or none
   */
  private record Port(long x, long y, int node, Edge border) {
    static final Edge INSIDE = new Edge(0, 0, 0, 0);

    long along(boolean isAlongX) {
      return isAlongX ? x : y;
    }

    /** Whether it leads out at a side of a strip along that axis. */
    boolean isSideways(boolean isAlongX) {
      return !border.equals(INSIDE)
          && (isAlongX ? border.y1() == border.y2() : border.x1() == border.x2());
    }
  }

  /** Takes resistors. */
  interface Sink {
    /** A new node. */
    int node();

    /** Two nodes are one if there are no ohms between them. */
    void resistor(int from, int to, double ohms);
  }

  Strip(Box box) {
    this.box = box;
  }

  boolean contains(long x, long y) {
    return 2L * box.left() <= x
        && x <= 2L * box.right()
        && 2L * box.bottom() <= y
        && y <= 2L * box.top();
  }

  void tap(long x, long y, int node) {
    ports.add(new Port(x, y, node, Port.INSIDE));
  }

  /** A tap at the nearest place. */
  void tapNear(long x, long y, int node) {
    tap(
        Math.max(2L * box.left(), Math.min(2L * box.right(), x)),
        Math.max(2L * box.bottom(), Math.min(2L * box.top(), y)),
        node);
  }

  /** Current goes in or out along a part of the border. */
  void side(Edge border, int node) {
    ports.add(
        new Port((long) border.x1() + border.x2(), (long) border.y1() + border.y2(), node, border));
  }

  void cut(double sheet, Sink to) {
    if (ports.isEmpty()) {
      return;
    }
    boolean isAlongX = squares(true) >= squares(false);
    List<Port> sorted = new ArrayList<>(ports);
    sorted.sort(Comparator.comparingLong(p -> p.along(isAlongX)));
    double across = isAlongX ? box.height() : box.width();
    int centre = to.node();
    for (int i = 0; i < sorted.size(); i++) {
      Port port = sorted.get(i);
      if (i > 0 && port.along(isAlongX) > sorted.get(i - 1).along(isAlongX)) {
        int next = to.node();
        double length = (port.along(isAlongX) - sorted.get(i - 1).along(isAlongX)) * 0.5;
        to.resistor(centre, next, sheet * length / across);
        centre = next;
      }
      double half = port.isSideways(isAlongX) ? 0.5 * across / port.border.length() : 0;
      boolean isCorner = half > 0 && isCorner(sorted, i, isAlongX);
      double squares = isCorner ? half * (2 * WireNetwork.CORNER - 1) : half;
      to.resistor(centre, port.node, sheet * squares);
    }
  }

  /** How far apart the ports are along an axis, in squares. */
  private double squares(boolean isAlongX) {
    long least = ports.stream().mapToLong(p -> p.along(isAlongX)).min().orElseThrow();
    long most = ports.stream().mapToLong(p -> p.along(isAlongX)).max().orElseThrow();
    return 0.5 * (most - least) / (isAlongX ? box.height() : box.width());
  }

  /** Whether the current turns: the port is the only one there, and the strip ends behind it. */
  private boolean isCorner(List<Port> sorted, int i, boolean isAlongX) {
    Edge b = sorted.get(i).border;
    long here = sorted.get(i).along(isAlongX);
    boolean isFirst =
        i == 0
            && (isAlongX
                ? Math.min(b.x1(), b.x2()) == box.left()
                : Math.min(b.y1(), b.y2()) == box.bottom());
    boolean isLast =
        i == sorted.size() - 1
            && (isAlongX
                ? Math.max(b.x1(), b.x2()) == box.right()
                : Math.max(b.y1(), b.y2()) == box.top());
    boolean isAlone =
        sorted.stream().filter(p -> p.along(isAlongX) == here).count() == 1 && sorted.size() > 1;
    return isAlone && (isFirst || isLast);
  }
}

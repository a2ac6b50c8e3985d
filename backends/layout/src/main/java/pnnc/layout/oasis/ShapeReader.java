package pnnc.layout.oasis;

import java.util.Optional;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Circles;
import pnnc.layout.model.PathStyle;
import pnnc.layout.oasis.Modal.Variable;

/** Reads the records that draw: 20 to 27 and 33. */
final class ShapeReader {
  private static final int LAYER = 0x01;
  private static final int DATATYPE = 0x02;
  private static final int REPETITION = 0x04;
  private static final int Y = 0x08;
  private static final int X = 0x10;
  private static final int HEIGHT = 0x20;
  private static final int WIDTH = 0x40;
  private static final int SQUARE = 0x80;
  private static final int LIST = 0x20;

  private final OasisInput in;
  private final Modal modal;
  private final RepetitionReader repetitions;
  private final PointListReader points;
  private final Pending pending;

  ShapeReader(OasisInput in, Modal modal, RepetitionReader repetitions, Pending pending) {
    this.in = in;
    this.modal = modal;
    this.repetitions = repetitions;
    this.points = new PointListReader(in);
    this.pending = pending;
  }

  void read(int record) {
    int info = in.octet();
    switch (record) {
      case 20 -> rectangle(info);
      case 21 -> polygon(info);
      case 22 -> path(info);
      case 23, 24, 25 -> trapezoid(info, record);
      case 26 -> shortTrapezoid(info);
      case 27 -> circle(info);
      default -> foreign(info);
    }
  }

  private void layer(int info) {
    if ((info & LAYER) != 0) {
      modal.set(Variable.LAYER, in.unsigned());
    }
    if ((info & DATATYPE) != 0) {
      modal.set(Variable.DATATYPE, in.unsigned());
    }
  }

  private void size(int info) {
    if ((info & WIDTH) != 0) {
      modal.set(Variable.WIDTH, in.size());
    }
    if ((info & HEIGHT) != 0) {
      modal.set(Variable.HEIGHT, in.size());
    }
  }

  private Repetition place(int info, Modal.Position position) {
    return place(in, info, modal, position, repetitions);
  }

  /** The position and the repetition, which all elements have last and say in the same bits. */
  static Repetition place(
      OasisInput in, int info, Modal modal, Modal.Position position, RepetitionReader repetitions) {
    if ((info & X) != 0) {
      position.x = in.coordinate((modal.isRelative ? position.x : 0) + in.step());
    }
    if ((info & Y) != 0) {
      position.y = in.coordinate((modal.isRelative ? position.y : 0) + in.step());
    }
    return (info & REPETITION) != 0 ? repetitions.read() : Repetition.ONCE;
  }

  private void rectangle(int info) {
    layer(info);
    size(info & ((info & SQUARE) != 0 ? ~HEIGHT : ~0));
    long width = modal.get(Variable.WIDTH);
    if ((info & SQUARE) != 0) {
      modal.set(Variable.HEIGHT, width);
    }
    box(width, modal.get(Variable.HEIGHT), place(info, modal.shapes));
  }

  private void box(long width, long height, Repetition often) {
    long x = modal.shapes.x;
    long y = modal.shapes.y;
    check(x, y, x + width, y + height, often);
    pending.box(
        modal.layer(),
        (int) x,
        (int) y,
        in.coordinate(x + width),
        in.coordinate(y + height),
        often);
  }

  private void check(long left, long bottom, long right, long top, Repetition often) {
    if (often != Repetition.ONCE) {
      repetitions.check(left, bottom, right, top);
    }
  }

  private void polygon(int info) {
    layer(info);
    if ((info & LIST) != 0) {
      modal.polygon = Optional.of(points.read(true));
    }
    int[] list = modal.get(modal.polygon, "points");
    if (list.length < 6) {
      throw in.malformed("a polygon of %d points".formatted(list.length / 2));
    }
    Repetition often = place(info, modal.shapes);
    pending.polygon(modal.layer(), moved(list, often), often);
  }

  private int[] moved(int[] list, Repetition often) {
    long[] wide = new long[list.length];
    for (int i = 0; i < list.length; i++) {
      wide[i] = list[i];
    }
    return moved(wide, often);
  }

  /** The points where they lie first; refuses any place of them beyond 32 bits. */
  private int[] moved(long[] list, Repetition often) {
    int[] xy = new int[list.length];
    long[] bounds = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
    for (int i = 0; i < list.length; i++) {
      int axis = i & 1;
      long value = list[i] + (axis == 0 ? modal.shapes.x : modal.shapes.y);
      xy[i] = in.coordinate(value);
      bounds[axis] = Math.min(bounds[axis], value);
      bounds[2 + axis] = Math.max(bounds[2 + axis], value);
    }
    check(bounds[0], bounds[1], bounds[2], bounds[3], often);
    return xy;
  }

  private void path(int info) {
    layer(info);
    if ((info & WIDTH) != 0) {
      modal.set(Variable.HALF_WIDTH, in.size());
    }
    if ((info & SQUARE) != 0) {
      long scheme = in.unsigned();
      extension(Variable.BEGIN, (int) (scheme >> 2) & 3);
      extension(Variable.END, (int) scheme & 3);
    }
    if ((info & LIST) != 0) {
      modal.path = Optional.of(withoutOnlyStep(points.read(false)));
    }
    int[] list = modal.get(modal.path, "points");
    PathStyle style =
        new PathStyle(
            in.coordinate(2 * modal.get(Variable.HALF_WIDTH)),
            in.coordinate(modal.get(Variable.BEGIN)),
            in.coordinate(modal.get(Variable.END)),
            false);
    Repetition often = place(info, modal.shapes);
    pending.path(modal.layer(), style, moved(list, often), often);
  }

  /** A path whose only step has no length is a point. */
  private static int[] withoutOnlyStep(int[] xy) {
    return xy.length == 4 && xy[2] == 0 && xy[3] == 0 ? new int[] {0, 0} : xy;
  }

  private void extension(Variable end, int scheme) {
    switch (scheme) {
      case 1 -> modal.set(end, 0);
      case 2 -> modal.set(end, modal.get(Variable.HALF_WIDTH));
      case 3 -> modal.set(end, in.step());
      default -> {}
    }
  }

  private void trapezoid(int info, int record) {
    layer(info);
    size(info);
    long a = record == 25 ? 0 : in.step();
    long b = record == 24 ? 0 : in.step();
    long w = modal.get(Variable.WIDTH);
    long h = modal.get(Variable.HEIGHT);
    Repetition often = place(info, modal.shapes);
    pending.polygon(
        modal.layer(), moved(Trapezoids.of((info & SQUARE) != 0, w, h, a, b), often), often);
  }

  private void shortTrapezoid(int info) {
    layer(info);
    if ((info & SQUARE) != 0) {
      modal.set(Variable.KIND, in.unsigned());
    }
    size(info);
    long kind = modal.get(Variable.KIND);
    if (kind >= Trapezoids.KINDS) {
      throw in.malformed("a trapezoid of kind %d".formatted(kind));
    }
    long w = Trapezoids.usesWidth((int) kind) ? modal.get(Variable.WIDTH) : 0;
    long h = Trapezoids.usesHeight((int) kind) ? modal.get(Variable.HEIGHT) : 0;
    Repetition often = place(info, modal.shapes);
    if (kind >= 24) {
      box(w, kind == 24 ? h : w, often);
    } else {
      pending.polygon(modal.layer(), moved(Trapezoids.ofKind((int) kind, w, h), often), often);
    }
  }

  private void circle(int info) {
    layer(info);
    if ((info & LIST) != 0) {
      modal.set(Variable.RADIUS, in.size());
    }
    int radius = in.coordinate(modal.get(Variable.RADIUS));
    Repetition often = place(info, modal.shapes);
    pending.polygon(modal.layer(), moved(Circles.around(radius), often), often);
  }

  /** XGEOMETRY: a shape only its maker knows. */
  private void foreign(int info) {
    in.unsigned();
    layer(info);
    in.skipString();
    place(info, modal.shapes);
  }
}

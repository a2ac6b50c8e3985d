package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;
import pnnc.layout.hierarchy.Placement;

/**
 * What is found in an array, by way of a shorter one: each finding is near the lower end, near the
 * upper end, or the same at every place between. Which it is, the places say that are within reach
 * of it, those that are not there included.
 */
final class ArrayFindings {
  private final Placement whole;
  private final Placement part;
  private final long reach;

  private ArrayFindings(Placement whole, Placement part, long reach) {
    this.whole = whole;
    this.part = part;
    this.reach = reach;
  }

  /**
   * An array short enough to be drawn, which stands for {@code array} as far as can be foreseen.
   */
  static Placement shortened(Placement array, long reach) {
    Box b = array.first();
    return array.shortened(
        places(array.columns(), array.pitch().x(), b.width() + 2 * reach),
        places(array.rows(), array.pitch().y(), b.height() + 2 * reach));
  }

  private static int places(int count, int pitch, long extent) {
    return pitch == 0 ? count : (int) Math.min(count, 2 * (extent / pitch + 2) + 1);
  }

  /** The same with twice the places. */
  static Placement longer(Placement part, Placement whole) {
    return whole.shortened(
        (int) Math.min(whole.columns(), 2L * part.columns()),
        (int) Math.min(whole.rows(), 2L * part.rows()));
  }

  /**
   * What is found in {@code whole}.
   *
   * @param part shorter, or the same
   * @param findings of {@code part}
   * @return empty if one is near both ends of {@code part}
   */
  static Optional<List<Repeated>> of(
      Placement whole, Placement part, long reach, List<Finding> findings, boolean isOfOneLayer) {
    ArrayFindings array = new ArrayFindings(whole, part, reach);
    List<Repeated> all = new ArrayList<>();
    for (Finding f : findings) {
      Axis x = array.axis(f.support(), true);
      Axis y = array.axis(f.support(), false);
      if (x.count < 0 || y.count < 0) {
        return Optional.empty();
      }
      if (x.count > 0 && y.count > 0) {
        Transform t = Transform.shift(Math.toIntExact(x.shift), Math.toIntExact(y.shift));
        all.add(new Repeated(f.placed(t, isOfOneLayer), false, x.count, y.count, whole.pitch()));
      }
    }
    return Optional.of(all);
  }

  /**
   * How often, and how far off the first time.
   *
   * @param count 0 if it is a repetition of another, −1 if that is not known
   */
  private record Axis(int count, long shift) {}

  private Axis axis(Box s, boolean isX) {
    Box b = whole.first();
    Point pitch = whole.pitch();
    return isX
        ? axis(s.left() - reach, s.right() + reach, b.left(), b.right(), pitch.x(), true)
        : axis(s.bottom() - reach, s.top() + reach, b.bottom(), b.top(), pitch.y(), false);
  }

  private Axis axis(long from, long to, long low, long high, long pitch, boolean isX) {
    int all = isX ? whole.columns() : whole.rows();
    int drawn = isX ? part.columns() : part.rows();
    if (all == drawn) {
      return new Axis(1, 0);
    }
    long first = -Math.floorDiv(high - from, pitch);
    long last = Math.floorDiv(to - low, pitch);
    if (first < 0) {
      return new Axis(last >= drawn ? -1 : 1, 0);
    } else if (last >= drawn) {
      return new Axis(1, (all - drawn) * pitch);
    }
    return new Axis(first == 0 ? (int) (all - (last - first)) : 0, 0);
  }
}

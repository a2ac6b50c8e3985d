package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Finds the borders that are too close: each looks for others around it by an index. */
final class PairSearch {
  private static final double MILLIONTHS = 1e6;

  private final Relation relation;
  private final Borders first;
  private final Borders second;
  private final long limit;
  private final Facing facing;
  private final Wanted wanted;
  private final List<Pair> found = new ArrayList<>();

  /** Which sides of two borders face each other. */
  enum Relation {
    /** The outsides. */
    SPACE(true, true),
    /** The insides. */
    WIDTH(false, false),
    /** The outside of the first, the inside of the second. */
    MARGIN(true, false);

    private final boolean isFirstOutside;
    private final boolean isSecondOutside;

    Relation(boolean isFirstOutside, boolean isSecondOutside) {
      this.isFirstOutside = isFirstOutside;
      this.isSecondOutside = isSecondOutside;
    }

    boolean isFirstOutside() {
      return isFirstOutside;
    }

    boolean isSecondOutside() {
      return isSecondOutside;
    }
  }

  /** Says of two borders whether they are to be compared. */
  interface Wanted {
    boolean test(int first, int second);
  }

  /** Two borders that are too close, by their numbers, and what of them is. */
  record Pair(int first, int second, Facing.Near near) {
    /**
     * As a finding; its distance to a millionth of a dbu, so that it is the same wherever it lies.
     */
    Finding finding(boolean isOfOneLayer) {
      return Finding.of(
          Marker.pair(near.first(), near.second(), isOfOneLayer, OptionalDouble.of(measured())));
    }

    private double measured() {
      return Math.rint(MILLIONTHS * Sight.length(Sight.shortest(near))) / MILLIONTHS;
    }

    /** Whether they touch or cross. */
    boolean isMeeting() {
      return measured() == 0;
    }
  }

  private PairSearch(Relation relation, Borders first, Borders second, Limit limit, Wanted wanted) {
    this.relation = relation;
    this.first = first;
    this.second = second;
    this.limit = limit.dbu();
    this.facing = new Facing(limit.dbu(), limit.facing());
    this.wanted = wanted;
  }

  /**
   * What is too close.
   *
   * @param dbu closer than this
   * @param facing degrees
   */
  record Limit(long dbu, double facing) {
    static Limit of(long dbu) {
      return new Limit(dbu, 90);
    }
  }

  /** All that are too close, whatever lies between; those of one layer once. */
  static List<Pair> all(
      Relation relation, Borders first, Borders second, Limit limit, Wanted wanted) {
    PairSearch search = new PairSearch(relation, first, second, limit, wanted);
    if (limit.dbu() > 0) {
      for (int i = 0; i < first.size(); i++) {
        search.around(i);
      }
    }
    return search.found;
  }

  /** Those that see each other past {@code screen}. */
  static Stream<Pair> visible(
      Relation relation, Borders first, Borders second, Limit limit, Sight.Screen screen) {
    Sight sight = new Sight(relation, first, second, screen);
    return all(relation, first, second, limit, (i, j) -> true).stream().filter(sight::isFree);
  }

  private void around(int i) {
    int from = first == second ? i + 1 : 0;
    long[] e = border(first.at, i, relation.isFirstOutside);
    second.near(
        window(e),
        j -> {
          if (j >= from && mayFace(e, j) && wanted.test(i, j)) {
            facing
                .near(e, border(second.at, j, relation.isSecondOutside))
                .ifPresent(n -> found.add(new Pair(i, j, n)));
          }
        });
  }

  /** All that is close enough; beside a border along an axis, on its left side only. */
  private long[] window(long[] e) {
    long reach = limit - 1;
    boolean isUpright = e[0] == e[2];
    boolean isFlat = e[1] == e[3];
    return new long[] {
      Math.min(e[0], e[2]) - (isUpright && e[3] < e[1] ? 0 : reach),
      Math.min(e[1], e[3]) - (isFlat && e[2] > e[0] ? 0 : reach),
      Math.max(e[0], e[2]) + (isUpright && e[3] > e[1] ? 0 : reach),
      Math.max(e[1], e[3]) + (isFlat && e[2] < e[0] ? 0 : reach)
    };
  }

  /**
   * Whether border {@code j} may run against {@code e}: for those along an axis it is seen fast.
   */
  private boolean mayFace(long[] e, int j) {
    int[] at = second.at;
    int a = 4 * j;
    int way = relation.isSecondOutside ? -1 : 1;
    if (e[0] == e[2]) {
      return way * Long.signum(e[3] - e[1]) * Integer.compare(at[a + 3], at[a + 1]) < 0;
    }
    return e[1] != e[3] || way * Long.signum(e[2] - e[0]) * Integer.compare(at[a + 2], at[a]) < 0;
  }

  /** With the side that counts at its left. */
  private static long[] border(int[] at, int i, boolean isReversed) {
    int a = 4 * i;
    return isReversed
        ? new long[] {at[a + 2], at[a + 3], at[a], at[a + 1]}
        : new long[] {at[a], at[a + 1], at[a + 2], at[a + 3]};
  }
}

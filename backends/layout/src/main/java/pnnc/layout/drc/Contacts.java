package pnnc.layout.drc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/** Which shapes of two layers touch each other. */
final class Contacts {
  private final Shapes first;
  private final Borders second;

  /** By number of a shape of the first layer: those of the second whose borders meet its own. */
  private final Map<Integer, Set<Integer>> met = new HashMap<>();

  Contacts(Shapes first, Shapes second) {
    this.first = first;
    this.second = second.borders();
  }

  /** Whether borders of shape {@code a} of the first and {@code b} of the second meet. */
  boolean touch(int a, int b) {
    return met(a).contains(b);
  }

  private Set<Integer> met(int a) {
    return met.computeIfAbsent(a, this::find);
  }

  private Set<Integer> find(int a) {
    Set<Integer> all = new HashSet<>();
    for (Outline o : first.all().get(a).outlines()) {
      for (int i = 0; i < o.size(); i++) {
        int next = i + 1 == o.size() ? 0 : i + 1;
        int[] e = {o.x(i), o.y(i), o.x(next), o.y(next)};
        second.near(
            e[0],
            e[1],
            e[2],
            e[3],
            0,
            j -> {
              if (!all.contains(second.owner(j)) && Exactly.meet(e, 0, second.at, 4 * j)) {
                all.add(second.owner(j));
              }
            });
      }
    }
    return all;
  }

  /**
   * The numbers of the shapes of the first layer without a point in the second.
   *
   * @param outside the first layer without the second: a shape is apart if all of it is there
   */
  Set<Integer> apart(Region outside) {
    Set<Polygon> whole = new HashSet<>(outside.polygons());
    Set<Integer> apart = new HashSet<>();
    for (int i = 0; i < first.all().size(); i++) {
      if (whole.containsAll(first.parts(i)) && met(i).isEmpty()) {
        apart.add(i);
      }
    }
    return apart;
  }
}

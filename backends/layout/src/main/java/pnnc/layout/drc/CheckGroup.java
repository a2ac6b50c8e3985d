package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that look at the same layers, which are drawn once for all of them.
 *
 * @param layers names of masks
 * @param pitch dbu: cells moved by multiples of it are the same to all checks
 */
record CheckGroup(Set<String> layers, long pitch, List<Check> checks) {
  /**
   * Zones grow with the greatest reach of a group: what reaches more than so many times as far as
   * another check of the layers that looks beyond its own shapes is in a group of its own.
   */
  private static final long FAR = 8;

  /** What checks look at. */
  private record Key(Set<String> layers, long pitch, boolean isFar) {}

  /** The groups of checks that are decided near each place. */
  static List<CheckGroup> of(List<Check> checks) {
    Map<Set<String>, Long> nearest = new HashMap<>();
    for (Check c : checks) {
      if (c.reach() > 1) {
        nearest.merge(layers(c), c.reach(), Math::min);
      }
    }
    Map<Key, List<Check>> groups = new LinkedHashMap<>();
    for (Check c : checks) {
      boolean isFar = c.reach() > FAR * nearest.getOrDefault(layers(c), c.reach());
      Key key = new Key(layers(c), c.pitch(), isFar);
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(c);
    }
    return groups.entrySet().stream()
        .map(e -> new CheckGroup(e.getKey().layers(), e.getKey().pitch(), e.getValue()))
        .toList();
  }

  private static Set<String> layers(Check c) {
    return new TreeSet<>(c.rule().layers());
  }

  /** The greatest reach of the checks, and a dbu. */
  long reach() {
    return 1 + checks.stream().mapToLong(Check::reach).max().orElse(0);
  }
}

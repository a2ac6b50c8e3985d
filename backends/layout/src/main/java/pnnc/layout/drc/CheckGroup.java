package pnnc.layout.drc;

import java.util.ArrayList;
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
  /** What checks look at. */
  private record Key(Set<String> layers, long pitch) {}

  /** The groups of those checks that are decided near each place. */
  static List<CheckGroup> of(List<Check> checks) {
    Map<Key, List<Check>> groups = new LinkedHashMap<>();
    for (Check c : checks) {
      if (c.isLocal()) {
        Key key = new Key(new TreeSet<>(c.rule().layers()), c.pitch());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(c);
      }
    }
    return groups.entrySet().stream()
        .map(e -> new CheckGroup(e.getKey().layers(), e.getKey().pitch(), e.getValue()))
        .toList();
  }

  /** The greatest reach of the checks, and a dbu. */
  long reach() {
    return 1 + checks.stream().mapToLong(Check::reach).max().orElse(0);
  }
}

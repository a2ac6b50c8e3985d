package pnnc.ir.circuit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which cells contain which. Works without recursion: a hierarchy may be as deep as a text. */
final class Hierarchy {
  private final Map<String, Set<String>> children;

  private Hierarchy(Map<String, Set<String>> children) {
    this.children = children;
  }

  static Hierarchy of(Circuit<?> circuit) {
    Map<String, Set<String>> children = new TreeMap<>();
    circuit.cells().forEach(c -> children.put(c.name(), used(c)));
    children.values().forEach(used -> used.retainAll(children.keySet()));
    return new Hierarchy(children);
  }

  private static Set<String> used(Cell<?> cell) {
    return cell.instances().stream()
        .map(Instance::cell)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A cell that contains itself, at whatever depth. */
  Optional<String> cellInsideItself() {
    Set<String> left = new LinkedHashSet<>(children.keySet());
    bottomUp().forEach(left::remove);
    return left.stream().findFirst().map(start -> walkDown(start, left));
  }

  /** Every cell of {@code left} contains another of them, so a walk down must come round. */
  private String walkDown(String start, Set<String> left) {
    Set<String> visited = new HashSet<>();
    String cell = start;
    while (visited.add(cell)) {
      cell = children.get(cell).stream().filter(left::contains).findFirst().orElseThrow();
    }
    return cell;
  }

  /** Cells after those that they contain, as far as that is possible. */
  private List<String> bottomUp() {
    Map<String, List<String>> users = new HashMap<>();
    Map<String, Integer> waitsFor = new HashMap<>();
    children.forEach(
        (cell, used) -> {
          waitsFor.put(cell, used.size());
          used.forEach(u -> users.computeIfAbsent(u, c -> new ArrayList<>()).add(cell));
        });
    Deque<String> ready = new ArrayDeque<>();
    children.keySet().stream().filter(c -> children.get(c).isEmpty()).forEach(ready::add);
    List<String> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String cell = ready.remove();
      order.add(cell);
      for (String user : users.getOrDefault(cell, List.of())) {
        if (waitsFor.merge(user, -1, Integer::sum) == 0) {
          ready.add(user);
        }
      }
    }
    return order;
  }
}

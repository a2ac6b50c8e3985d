package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * Stretches of a graph's operations that are the same but for what they are given.
 *
 * @param start the first operation of the first of them
 * @param period operations of each
 * @param count of them
 * @param inputs what each gets when the network runs, in the order of the stretches
 * @param constants what each has fixed, likewise
 * @param results the places, operation and output, whose values others need
 */
record Alike(
    Graph graph,
    int start,
    int period,
    int count,
    Set<List<Value>> inputs,
    Set<List<Value>> constants,
    List<Place> results) {
  /** An output of an operation, counted from the stretch's first. */
  record Place(int node, int output) {}

  /** Where the values of one graph come from and who needs them last. */
  static final class Positions {
    private final Graph graph;
    private final Map<Value, Integer> producer = new HashMap<>();
    private final Map<Value, List<Integer>> users = new HashMap<>();

    Positions(Graph graph) {
      this.graph = graph;
      for (int i = 0; i < graph.nodes().size(); i++) {
        Node node = graph.nodes().get(i);
        for (Value output : node.outputs()) {
          producer.put(output, i);
        }
        for (Value use : node.uses()) {
          users.computeIfAbsent(use, v -> new ArrayList<>()).add(i);
        }
      }
      graph.outputs().forEach(v -> users.computeIfAbsent(v, k -> new ArrayList<>()).add(end()));
    }

    private int end() {
      return graph.nodes().size();
    }

    /**
     * For each place from {@code from} to {@code to}: how many values are made at most {@code
     * reach} operations before it and needed behind it.
     */
    int[] widths(int from, int to, int reach) {
      int[] steps = new int[to - from + 2];
      for (int at = Math.max(0, from - reach); at < to; at++) {
        for (Value value : graph.nodes().get(at).outputs()) {
          int last = Math.min(lastUse(value), at + reach);
          if (value.isPresent() && last >= from && last > at) {
            steps[Math.max(from, at + 1) - from]++;
            steps[Math.min(to, last) + 1 - from]--;
          }
        }
      }
      for (int i = 1; i < steps.length; i++) {
        steps[i] += steps[i - 1];
      }
      return steps;
    }

    private int lastUse(Value value) {
      return users.getOrDefault(value, List.of()).stream().max(Integer::compare).orElse(-1);
    }

    private boolean isNeeded(Value value, int from, int to) {
      return users.getOrDefault(value, List.of()).stream().anyMatch(u -> u < from || u >= to);
    }
  }

  /** Whether {@code count} stretches from {@code start} on are alike; what they are given if so. */
  static Optional<Alike> of(Positions positions, int start, int period, int count) {
    Alike alike =
        new Alike(
            positions.graph,
            start,
            period,
            count,
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new ArrayList<>());
    return alike.fill(positions) ? Optional.of(alike) : Optional.empty();
  }

  private boolean fill(Positions positions) {
    for (int j = 0; j < period; j++) {
      for (int k = 0; k < node(0, j).inputs().size(); k++) {
        if (!input(j, k, positions)) {
          return false;
        }
      }
    }
    for (int j = 0; j < period; j++) {
      for (int k = 0; k < node(0, j).outputs().size(); k++) {
        if (isResult(j, k, positions)) {
          results.add(new Place(j, k));
        }
      }
    }
    return !results.isEmpty() && !inputs.isEmpty();
  }

  private boolean isResult(int j, int k, Positions positions) {
    boolean needed = false;
    for (int b = 0; b < count; b++) {
      Value value = node(b, j).output(k);
      needed |= value.isPresent() && positions.isNeeded(value, first(b), first(b) + period);
    }
    return needed;
  }

  /** What the stretches have at one place, each of them. */
  List<Value> given(int node, int input) {
    List<Value> all = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      all.add(node(b, node).input(input));
    }
    return all;
  }

  private boolean input(int j, int k, Positions positions) {
    List<Value> all = given(j, k);
    Set<Integer> inner = new LinkedHashSet<>();
    for (int b = 0; b < count; b++) {
      int at = positions.producer.getOrDefault(all.get(b), -1) - first(b);
      inner.add(at >= 0 && at < period ? at : -1);
    }
    Value one = all.get(0);
    if (inner.size() > 1 || all.stream().anyMatch(v -> v.isPresent() != one.isPresent())) {
      return false;
    }
    int at = inner.iterator().next();
    if (at >= 0) {
      return placesOf(at, node(0, at).outputs().indexOf(one)).equals(all);
    }
    return !one.isPresent() || isGiven(all);
  }

  private List<Value> placesOf(int node, int output) {
    List<Value> all = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      all.add(node(b, node).output(output));
    }
    return all;
  }

  private boolean isGiven(List<Value> all) {
    long fixed = all.stream().filter(v -> graph.constant(v).isPresent()).count();
    (fixed == 0 ? inputs : constants).add(all);
    return fixed == 0 || fixed == count;
  }

  int first(int block) {
    return start + block * period;
  }

  Node node(int block, int place) {
    return graph.nodes().get(first(block) + place);
  }

  Value result(int block, Place place) {
    return node(block, place.node()).output(place.output());
  }

  /** The input that is, but for the first, the one result of the stretch before. */
  Optional<List<Value>> carried() {
    return results.size() == 1
        ? inputs.stream().filter(this::isCarried).findFirst()
        : Optional.empty();
  }

  private boolean isCarried(List<Value> values) {
    boolean all = true;
    for (int b = 1; b < count; b++) {
      all &= values.get(b).equals(result(b - 1, results.get(0)));
    }
    return all;
  }

  /** Whether, but for what is carried, nothing that is made inside is needed elsewhere. */
  boolean isChain(Positions positions) {
    Optional<List<Value>> carried = carried();
    if (carried.isEmpty()) {
      return false;
    }
    boolean same =
        inputs.stream()
            .filter(e -> !e.equals(carried.get()))
            .allMatch(e -> e.stream().distinct().count() == 1);
    for (int b = 0; same && b < count - 1; b++) {
      Value value = result(b, results.get(0));
      same = !positions.isNeeded(value, first(b), first(b + 1) + period);
    }
    return same;
  }
}

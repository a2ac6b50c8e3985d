package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * The constants of alike blocks: numbers that are written out, members of a group of weights that
 * each block has, and what must be given one by one.
 *
 * @param groups the names in the file that each block's weights begin with; empty if there are none
 * @param members what stands behind the group, {@code attn.q.weight}
 * @param literals the same in all blocks, and short
 * @param others all else
 */
record LineUp(
    List<String> groups,
    Map<List<Value>, String> members,
    List<List<Value>> literals,
    List<List<Value>> others) {

  static LineUp of(Alike blocks, ModelWeights weights) {
    LineUp all =
        new LineUp(
            mostCommon(blocks, weights),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>());
    blocks.constants().forEach(c -> all.place(c, blocks.graph(), weights));
    return all;
  }

  private void place(List<Value> constants, Graph graph, ModelWeights weights) {
    Optional<String> member = member(constants, groups, graph, weights);
    if (member.isPresent()) {
      members.put(constants, member.get());
    } else if (isLiteral(constants, graph, weights)) {
      literals.add(constants);
    } else {
      others.add(constants);
    }
  }

  private static boolean isLiteral(List<Value> constants, Graph graph, ModelWeights weights) {
    Tensor tensor = graph.constant(constants.get(0)).orElseThrow();
    return constants.stream().allMatch(c -> graph.constant(c).equals(Optional.of(tensor)))
        && Operands.isShown(constants.get(0), tensor, false, weights);
  }

  private static boolean isInFile(List<Value> constants, Graph graph, ModelWeights weights) {
    return constants.stream()
        .allMatch(c -> weights.holds(c.name(), graph.constant(c).orElseThrow()));
  }

  /** The beginnings of names that most constants share. */
  private static List<String> mostCommon(Alike blocks, ModelWeights weights) {
    Map<List<String>, Integer> votes = new LinkedHashMap<>();
    for (List<Value> constants : blocks.constants()) {
      if (isInFile(constants, blocks.graph(), weights)) {
        beginnings(constants).ifPresent(b -> votes.merge(b, 1, Integer::sum));
      }
    }
    Map<List<String>, Integer> good = new HashMap<>(votes);
    good.keySet().removeIf(b -> b.stream().anyMatch(g -> weights.path(g).isEmpty()));
    return votes.keySet().stream()
        .filter(good::containsKey)
        .max(
            (a, b) ->
                good.get(a).equals(good.get(b)) ? -1 : Integer.compare(good.get(a), good.get(b)))
        .orElse(List.of());
  }

  /** The names without the steps that all of them end with; empty if they are not all different. */
  private static Optional<List<String>> beginnings(List<Value> constants) {
    List<List<String>> names =
        constants.stream().map(c -> Arrays.asList(c.name().split("\\.", -1))).toList();
    int same = 0;
    int shortest = names.stream().mapToInt(List::size).min().orElse(0);
    while (same < shortest && isSame(names, same)) {
      same++;
    }
    int end = same;
    List<String> all =
        names.stream().map(n -> String.join(".", n.subList(0, n.size() - end))).toList();
    boolean isTelling = end > 0 && all.stream().distinct().count() == all.size();
    return isTelling && !all.contains("") ? Optional.of(all) : Optional.empty();
  }

  private static boolean isSame(List<List<String>> names, int fromEnd) {
    return names.stream().map(n -> n.get(n.size() - 1 - fromEnd)).distinct().count() == 1;
  }

  private static Optional<String> member(
      List<Value> constants, List<String> groups, Graph graph, ModelWeights weights) {
    if (groups.isEmpty() || !isInFile(constants, graph, weights)) {
      return Optional.empty();
    }
    List<String> ends = new ArrayList<>();
    for (int b = 0; b < groups.size(); b++) {
      String start = groups.get(b) + ".";
      String name = constants.get(b).name();
      ends.add(name.startsWith(start) ? name.substring(start.length()) : "");
    }
    boolean isOne = Collections.frequency(ends, ends.get(0)) == ends.size();
    return isOne && weights.path(constants.get(0).name()).isPresent()
        ? Optional.of(ends.get(0)).filter(e -> !e.isEmpty())
        : Optional.empty();
  }

  /** The file as a function sees it: what any of the groups has, by the names within the group. */
  ModelWeights inside(ModelWeights weights) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (String group : groups) {
      weights.under(group).forEach(all::putIfAbsent);
    }
    return new ModelWeights("", all);
  }

  /**
   * The groups as numbers of one list, {@code layers.0}, {@code layers.1}, …; empty if they are
   * none.
   */
  Optional<Numbered> numbered() {
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    int dot = groups.get(0).lastIndexOf('.');
    String base = groups.get(0).substring(0, Math.max(0, dot));
    String first = groups.get(0).substring(dot + 1);
    if (dot <= 0 || !first.matches("0|[1-9][0-9]{0,6}")) {
      return Optional.empty();
    }
    int from = Integer.parseInt(first);
    for (int b = 0; b < groups.size(); b++) {
      if (!groups.get(b).equals(base + "." + (from + b))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Numbered(base, from));
  }

  /** {@code base.from}, {@code base.from + 1}, …. */
  record Numbered(String base, int from) {}
}

package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Makes functions of what a network has several times, one behind the other. */
final class Blocks {
  /** Operations of the smallest block. */
  private static final int LEAST = 4;

  /** Weights that a call may name one by one. */
  private static final int MOST_WEIGHTS = 8;

  /** Characters of weights in one line. */
  private static final int ROOM = 80;

  /** Places where a block may begin that are looked at closely. */
  private static final int TRIES = 8;

  private final Graph graph;
  private final Program program;
  private final Alike.Positions positions;
  private final List<String> functions = new ArrayList<>();
  private final Map<Integer, Part> parts = new TreeMap<>();

  /** What stands in the place of operations up to before {@code end}. */
  private record Part(int end, List<Node> nodes) {}

  /** A way to cut a stretch into blocks. */
  private record Cut(Alike blocks, LineUp weights, boolean isChain) {
    /** What a person would let a block begin with: something that has weights. */
    private boolean beginsWithLayer() {
      Node first = blocks.node(0, Layer.is(blocks.node(0, 0), "'") ? 1 : 0);
      return Vocabulary.isHead(first) || !Vocabulary.group(first).isEmpty();
    }

    int cost() {
      int groups = weights.groups().isEmpty() ? 0 : 1;
      int all = blocks.inputs().size() + blocks.results().size() + weights.others().size();
      return 3 * all + groups + (isChain ? 0 : 1) + (beginsWithLayer() ? 0 : 1);
    }
  }

  private Blocks(Graph graph, Program program) {
    this.graph = graph;
    this.program = program;
    this.positions = new Alike.Positions(graph);
  }

  /**
   * The graph with calls in it.
   *
   * @param functions gets the lines of the functions called
   */
  static Graph in(Graph graph, Program program, List<String> functions) {
    Blocks blocks = new Blocks(graph, program);
    for (Runs.Run run : Runs.in(NodeWords.of(graph), LEAST)) {
      blocks.best(run).ifPresent(blocks::make);
    }
    functions.addAll(blocks.functions);
    return blocks.parts.isEmpty() ? graph : graph.withNodes(blocks.nodes());
  }

  private List<Node> nodes() {
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); ) {
      Part part = parts.get(i);
      if (part == null) {
        all.add(graph.nodes().get(i++));
      } else {
        all.addAll(part.nodes());
        i = part.end();
      }
    }
    return all;
  }

  private Optional<Cut> best(Runs.Run run) {
    int from = run.start() + run.period();
    int to = from + Math.min(run.more(), run.period());
    int[] widths = positions.widths(from, to, run.period());
    return IntStream.rangeClosed(from, to)
        .boxed()
        .sorted(Comparator.comparingInt((Integer c) -> widths[c - from]))
        .map(c -> c - run.period())
        .limit(TRIES)
        .flatMap(s -> cut(s, run).stream())
        .min(Comparator.comparingInt((Cut c) -> c.cost() - 6 * c.blocks().count()));
  }

  /** Blocks from {@code start} on; if the first or the last is different, without it. */
  private Optional<Cut> cut(int start, Runs.Run run) {
    int period = run.period();
    Optional<Alike> all = Alike.of(positions, start, period, run.count());
    if (all.isEmpty() && run.count() > 2) {
      all = Alike.of(positions, start + period, period, run.count() - 1);
      all = all.isPresent() ? all : Alike.of(positions, start, period, run.count() - 1);
    }
    return all.map(
        a -> new Cut(a, LineUp.of(a, program.sources().weights()), a.isChain(positions)));
  }

  private void make(Cut cut) {
    boolean hasGroup = !cut.weights().members().isEmpty();
    if (cut.weights().others().size() > MOST_WEIGHTS) {
      return;
    }
    try {
      BlockBody body = new BlockBody(cut.blocks(), cut.weights(), program.sources().weights());
      String name = program.words().fresh(name(cut.weights()));
      BlockFunction function = BlockFunction.of(name, body, hasGroup, program);
      Optional<LineUp.Numbered> list = cut.isChain() ? list(cut, body) : Optional.empty();
      if (pays(function.lines().size() - 3, cut, body, list.isPresent())) {
        functions.addAll(function.lines());
        place(cut, body, name, list);
      }
    } catch (CannotSay because) {
      // Without a function it may be said.
      return;
    }
  }

  /** Whether the program gets shorter; calls that name many weights take many lines. */
  private boolean pays(int lines, Cut cut, BlockBody body, boolean isLoop) {
    int count = cut.blocks().count();
    int before = lines * count;
    int calls = 0;
    for (int b = 0; b < (isLoop ? 1 : count); b++) {
      List<Value> others = others(body, b);
      int width = others.stream().mapToInt(v -> 4 + reference(v).length()).sum();
      calls += width > ROOM ? 2 + others.size() : 1;
    }
    int parameters = body.runtime().size() + body.others().size();
    int signature = 3 + (parameters > 3 ? parameters + 2 : 0);
    return before > lines + signature + calls;
  }

  private String reference(Value weight) {
    return program.sources().weights().reference(weight.name());
  }

  private Optional<LineUp.Numbered> list(Cut cut, BlockBody body) {
    boolean isSame =
        IntStream.range(1, cut.blocks().count())
            .allMatch(b -> others(body, b).equals(others(body, 0)));
    return isSame ? cut.weights().numbered() : Optional.empty();
  }

  private static List<Value> others(BlockBody body, int block) {
    List<Value> all = body.arguments(block);
    return all.subList(body.runtime().size(), all.size());
  }

  /** {@code layer} for {@code encoder.layers.0}. */
  private static String name(LineUp weights) {
    return list(weights).map(b -> b.replaceFirst("(?<=[a-z]{3})s$", "")).orElse("block");
  }

  /** The last step of the groups' names that is no number. */
  private static Optional<String> list(LineUp weights) {
    if (weights.groups().isEmpty()) {
      return Optional.empty();
    }
    String[] steps = weights.groups().get(0).split("\\.", -1);
    for (int i = steps.length - 1; i >= 0; i--) {
      String step = steps[i].replaceFirst("[0-9]+$", "");
      if (!step.isEmpty()) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private void place(Cut cut, BlockBody body, String name, Optional<LineUp.Numbered> list) {
    Alike blocks = cut.blocks();
    boolean hasGroup = !cut.weights().members().isEmpty();
    List<Node> nodes = new ArrayList<>();
    if (list.isPresent()) {
      int from = list.get().from();
      String base = program.sources().weights().path(list.get().base()).orElseThrow();
      Invocation.Turns turns =
          new Invocation.Turns(base, from, from + blocks.count(), list(cut.weights()).orElse(name));
      Value last = blocks.result(blocks.count() - 1, blocks.results().get(0));
      nodes.add(
          node(
              new Invocation(name, Optional.empty(), body.runtime().size(), Optional.of(turns)),
              body.arguments(0),
              List.of(last)));
    }
    for (int b = 0; list.isEmpty() && b < blocks.count(); b++) {
      int block = b;
      Optional<String> group =
          hasGroup
              ? program.sources().weights().path(cut.weights().groups().get(b))
              : Optional.empty();
      nodes.add(
          node(
              new Invocation(name, group, body.runtime().size(), Optional.empty()),
              body.arguments(b),
              blocks.results().stream().map(p -> blocks.result(block, p)).toList()));
    }
    parts.put(blocks.start(), new Part(blocks.first(blocks.count()), nodes));
  }

  private Node node(Invocation invocation, List<Value> inputs, List<Value> outputs) {
    Node node = invocation.node(inputs, outputs);
    program.invocations().put(node.id(), invocation);
    return node;
  }
}

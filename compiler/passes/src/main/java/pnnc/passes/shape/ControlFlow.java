package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;

/** Follows the subgraphs of one operation: If, Loop, Scan, or others whose results are unknown. */
final class ControlFlow {
  /** Loops inside loops are not tried again and again: time would grow with the depth's power. */
  private static final int MAX_RETRIED_DEPTH = 2;

  private static final int ATTEMPTS = 3;

  private final Inference inference;
  private final Op op;
  private final Inference.Surroundings where;
  private final IdentityHashMap<Graph, Graph> rewritten = new IdentityHashMap<>();

  ControlFlow(Inference inference, Op op, Inference.Surroundings where) {
    this.inference = inference;
    this.op = op;
    this.where = where;
  }

  /** The operation with its subgraphs as inference left them; after {@link #infer}. */
  Node node() {
    return op.node().mapGraphs(g -> rewritten.getOrDefault(g, g));
  }

  /** A fact for each output. */
  List<Fact> infer() {
    if (op.node().is("If")) {
      return branches();
    }
    if (op.node().is("Loop")) {
      return loop();
    }
    if (op.node().is("Scan") && op.version() >= 9) {
      return scan();
    }
    op.node().graphs().forEach(g -> walk(g, List.of()));
    return List.of();
  }

  private List<Fact> walk(Graph graph, List<Fact> given) {
    Inference.Result result = inference.walk(graph, Optional.of(op.facts()), given, where);
    rewritten.put(graph, result.graph());
    return result.outputs();
  }

  private Optional<Graph> graph(String attribute) {
    return op.node().attribute(attribute).orElse(Attribute.of(0)) instanceof Attribute.GraphValue g
        ? Optional.of(g.value())
        : Optional.empty();
  }

  private List<Fact> branches() {
    List<Fact> yes = graph("then_branch").map(g -> walk(g, List.of())).orElse(List.of());
    List<Fact> no = graph("else_branch").map(g -> walk(g, List.of())).orElse(List.of());
    Optional<long[]> condition = op.numbers(0).filter(c -> c.length == 1);
    if (condition.isPresent()) {
      return condition.get()[0] != 0 ? yes : no;
    }
    return common(yes, no);
  }

  private static List<Fact> common(List<Fact> a, List<Fact> b) {
    return IntStream.range(0, Math.min(a.size(), b.size()))
        .mapToObj(i -> a.get(i).common(b.get(i)))
        .toList();
  }

  private List<Fact> loop() {
    List<Fact> initial = inputs(2, op.node().inputs().size());
    TensorFact count = TensorFact.of(ElementType.I64, Dims.SCALAR);
    TensorFact condition = TensorFact.of(ElementType.BOOL, Dims.SCALAR);
    List<Fact> lead = List.of(count, condition);
    Optional<Graph> body = graph("body");
    if (body.isEmpty()) {
      return List.of();
    }
    Steady steady = steady(body.get(), lead, initial, List.of(), 1);
    List<Fact> results = new ArrayList<>(steady.states());
    steady.others().forEach(f -> results.add(stacked(f, 0, Extent.UNKNOWN)));
    return results;
  }

  private List<Fact> scan() {
    int scanned = Math.toIntExact(op.node().integer("num_scan_inputs", 0));
    int states = op.node().inputs().size() - scanned;
    Optional<Graph> body = graph("body");
    if (body.isEmpty() || states < 0 || scanned < 1) {
      return List.of();
    }
    List<Fact> slices = new ArrayList<>();
    for (int i = 0; i < scanned; i++) {
      slices.add(slice(op.in(states + i), axis("scan_input_axes", i)));
    }
    Steady steady = steady(body.get(), List.of(), inputs(0, states), slices, 0);
    Extent steps = length(op.in(states), axis("scan_input_axes", 0));
    List<Fact> results = new ArrayList<>(steady.states());
    for (int i = 0; i < steady.others().size(); i++) {
      results.add(stacked(steady.others().get(i), axis("scan_output_axes", i), steps));
    }
    return results;
  }

  private long axis(String attribute, int i) {
    return op.node().integers(attribute).filter(a -> i < a.length).map(a -> a[i]).orElse(0L);
  }

  private static Extent length(TensorFact whole, long axis) {
    return whole.dims().filter(d -> has(d, axis)).map(d -> d.at(axis)).orElse(Extent.UNKNOWN);
  }

  private static boolean has(Dims dims, long axis) {
    return axis >= -dims.rank() && axis < dims.rank();
  }

  private static Fact slice(TensorFact whole, long axis) {
    Optional<Dims> dims = whole.dims().filter(d -> has(d, axis));
    return TensorFact.of(
        whole.element(), dims.map(d -> d.to(d.axis(axis)).and(d.from(d.axis(axis) + 1))));
  }

  private static Fact stacked(Fact item, long axis, Extent count) {
    if (!(item instanceof TensorFact t)) {
      return TensorFact.UNKNOWN;
    }
    Optional<Dims> dims =
        t.dims()
            .filter(d -> has(Dims.ofRank(d.rank() + 1), axis))
            .map(d -> d.to(at(d, axis)).and(count).and(d.from(at(d, axis))));
    return TensorFact.of(t.element(), dims);
  }

  private static int at(Dims item, long axis) {
    return Dims.ofRank(item.rank() + 1).axis(axis);
  }

  private List<Fact> inputs(int from, int to) {
    return IntStream.range(from, Math.max(from, to)).mapToObj(op::fact).toList();
  }

  /**
   * What holds in every iteration.
   *
   * @param states facts of the values handed on
   * @param others facts of the body's remaining outputs
   */
  private record Steady(List<Fact> states, List<Fact> others) {}

  /**
   * Tries the body with the states' initial facts, then with what those have in common with the
   * states after an iteration, until nothing changes; at last with nothing but element types.
   *
   * @param skipped outputs of the body before the states
   */
  private Steady steady(
      Graph body, List<Fact> lead, List<Fact> initial, List<Fact> trail, int skipped) {
    List<Fact> states = initial.stream().map(ControlFlow::withoutElements).toList();
    int attempts = where.depth() > MAX_RETRIED_DEPTH ? 0 : ATTEMPTS;
    for (int attempt = 0; attempt < attempts; attempt++) {
      List<Fact> outputs = walk(body, joined(lead, states, trail));
      List<Fact> after = common(states, part(outputs, skipped, skipped + states.size()));
      if (after.equals(states)) {
        return new Steady(states, part(outputs, skipped + states.size(), outputs.size()));
      }
      states = padded(after, initial.size());
    }
    List<Fact> blank = states.stream().map(ControlFlow::elementOnly).toList();
    List<Fact> outputs = walk(body, joined(lead, blank, trail));
    return new Steady(blank, part(outputs, skipped + states.size(), outputs.size()));
  }

  private static List<Fact> joined(List<Fact> lead, List<Fact> states, List<Fact> trail) {
    List<Fact> all = new ArrayList<>(lead);
    all.addAll(states);
    all.addAll(trail);
    return all;
  }

  private static List<Fact> part(List<Fact> facts, int from, int to) {
    int end = Math.min(to, facts.size());
    return from < end ? facts.subList(from, end) : List.of();
  }

  private static List<Fact> padded(List<Fact> facts, int size) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(Collections.nCopies(size - facts.size(), TensorFact.UNKNOWN));
    return all;
  }

  private static Fact withoutElements(Fact fact) {
    return fact instanceof TensorFact t ? t.withoutElements() : fact;
  }

  private static Fact elementOnly(Fact fact) {
    return fact instanceof TensorFact t ? TensorFact.of(t.element(), Optional.empty()) : fact;
  }
}

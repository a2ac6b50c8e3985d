package pnnc.passes.partition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.passes.normalize.ConstantOperand;
import pnnc.passes.normalize.LinearOperators;
import pnnc.passes.normalize.LinearView;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.MacCount;
import pnnc.passes.shape.TripCount;

/**
 * Cuts a normalised network into blocks and the host graph that calls them. Regions become function
 * blocks; linear operators in normal form become linear blocks, also inside the bodies of If, Loop
 * and Scan. Operators that share one weight share one block.
 *
 * <pre>{@code
 * %s = MatMul(%x, @w)            becomes    %y = pnnc::Block(%x) {block = "fc1"}
 * %y = Add(%s, @b)                          fc1: dense [out, in], with bias
 * }</pre>
 *
 * A block that the target takes only without its bias leaves that to the host ({@link HostBias}).
 */
public final class Partitioner {
  private static final int PNNC_OPSET = 1;

  /** Before, Scan had a batch dimension of its own. */
  private static final int FIRST_PLAIN_SCAN = 9;

  private final Placement placement;
  private final Acceptance acceptance;
  private final PassContext context;
  private final NameSupply names;
  private final int opset;
  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private final Map<String, String> targets = new LinkedHashMap<>();
  private final Map<SharedWeights, String> shared = new LinkedHashMap<>();
  private final Set<String> takenNames = new HashSet<>();
  private final List<Partitioned.Call> calls = new ArrayList<>();
  private final List<Partitioned.Kept> kept = new ArrayList<>();
  private final List<MacCount> physical = new ArrayList<>();

  /** How often the graph at hand runs. */
  private TripCount trips = TripCount.ONCE;

  private Partitioner(
      Network network, Placement placement, Acceptance acceptance, PassContext context) {
    this.placement = placement;
    this.acceptance = acceptance;
    this.context = context;
    this.names = NameSupply.of(network);
    this.opset = network.opset();
  }

  /**
   * Cuts {@code network} as {@code placement} says. What a target refuses stays on the host, with a
   * warning.
   */
  public static Partitioned partition(
      Network network, Placement placement, Acceptance acceptance, PassContext context) {
    return new Partitioner(network, placement, acceptance, context).run(network);
  }

  private Partitioned run(Network network) {
    Network cut = network;
    for (Placement.Region region : placement.regions()) {
      cut = outline(cut, region);
    }
    Graph host = linear(cut.graph(), LinearOperators.of(cut.graph()));
    Map<String, Integer> opsets = new LinkedHashMap<>(cut.opsets());
    if (!blocks.isEmpty()) {
      opsets.put(OpType.PNNC, PNNC_OPSET);
    }
    Network hostNetwork = new Network(host, cut.functions(), opsets, cut.header());
    return new Partitioned(
        new Partition(hostNetwork, blocks), targets, calls, kept, MacCount.sum(physical));
  }

  private Network outline(Network network, Placement.Region region) {
    RegionCut cut = RegionCut.of(network, region);
    Optional<String> refusal = acceptance.refusal(cut.block(), region.target());
    if (refusal.isPresent()) {
      context
          .diagnostics()
          .add(DiagnosticCode.STAYS_ON_HOST.warning("`" + region.name() + "`", refusal.get()));
      return network;
    }
    takenNames.add(region.name());
    blocks.put(region.name(), cut.block());
    targets.put(region.name(), region.target());
    addCall(region.name(), region.name(), cut.macs());
    return network.withGraph(cut.host(names));
  }

  private Graph linear(Graph graph, LinearOperators operators) {
    GraphEditor editor = new GraphEditor(graph, names);
    for (Node node : graph.nodes()) {
      if (canBeOpened(node)) {
        Node mapped = opened(node, operators);
        if (!mapped.equals(node)) {
          editor.replace(node, mapped);
        }
      } else if (LinearOperators.isCandidate(node)) {
        consider(graph, editor, operators, node);
      }
    }
    editor.removeDead(n -> n.is("DequantizeLinear") || n.is("Transpose"));
    return editor.build();
  }

  private Node opened(Node node, LinearOperators operators) {
    TripCount outside = trips;
    int before = physical.size();
    TripCount.Surroundings around =
        new TripCount.Surroundings(opset, operators::constant, operators::type);
    trips = TripCount.of(node, around).inside(outside);
    Node mapped = node.mapGraphs(g -> linear(g, operators.inside(g)));
    trips = outside;
    if (node.is("If") && physical.size() > before) {
      physical.add(MacCount.NONE.guessing("the branch of " + node.id().name()));
    }
    return mapped;
  }

  private void addCall(String block, String operator, MacCount once) {
    MacCount all = once.times(trips);
    calls.add(new Partitioned.Call(block, operator, all.known()));
    physical.add(all);
  }

  /** Whether the twin runs the bodies of {@code node} itself and so can call blocks in them. */
  private boolean canBeOpened(Node node) {
    return node.is("If") || node.is("Loop") || (node.is("Scan") && opset >= FIRST_PLAIN_SCAN);
  }

  private void consider(Graph graph, GraphEditor editor, LinearOperators operators, Node node) {
    Optional<LinearView> view = operators.view(node);
    String name = operatorName(graph, node);
    Optional<String> target = placement.targetOf(name);
    if (view.isEmpty()) {
      keep(graph, node, operators.whyNot(node).orElse("it is not in normal form"), target);
    } else if (target.isPresent()) {
      place(graph, editor, operators, view.get(), name, target.get());
    }
  }

  private void place(
      Graph graph,
      GraphEditor editor,
      LinearOperators operators,
      LinearView view,
      String name,
      String target) {
    SharedWeights key = SharedWeights.of(view, target);
    String known = shared.get(key);
    if (known == null) {
      String unique = unique(name);
      Optional<LinearBlock> block = BlockBuilder.build(unique, view);
      Optional<String> refusal =
          block.isEmpty()
              ? Optional.of("its attributes do not fit its weights")
              : acceptance.refusal(block.get(), target);
      if (refusal.isPresent()) {
        block = block.flatMap(b -> withoutBias(b, target));
      }
      if (block.isEmpty()) {
        takenNames.remove(unique);
        keep(graph, view.operator(), refusal.orElseThrow(), Optional.of(target));
        return;
      }
      known = unique;
      blocks.put(known, block.get());
      targets.put(known, target);
      shared.put(key, known);
    }
    addCall(known, name, LinearMacs.of(operators, view, name));
    call(editor, view, (LinearBlock) blocks.get(known));
  }

  /** A block whose bias the host can add, if the target takes it then. */
  private Optional<LinearBlock> withoutBias(LinearBlock block, String target) {
    return Optional.of(block)
        .filter(b -> b.bias().isPresent())
        .map(LinearBlock::withoutBias)
        .filter(b -> acceptance.refusal(b, target).isEmpty());
  }

  private static void call(GraphEditor editor, LinearView view, LinearBlock block) {
    if (view.bias().isPresent() && block.bias().isEmpty()) {
      LinearBlock biased = BlockBuilder.build(block.name(), view).orElseThrow();
      HostBias.replace(editor, view, biased, block.name());
      return;
    }
    Node call = Partition.call(block.name(), List.of(view.input()), List.of(view.output()));
    view.biasAdd().ifPresent(editor::remove);
    editor.replace(view.operator(), call);
  }

  private void keep(Graph graph, Node node, String reason, Optional<String> target) {
    String what = "%s `%s`".formatted(node.op(), operatorName(graph, node));
    kept.add(new Partitioned.Kept(what, reason));
    if (target.isPresent()) {
      context
          .diagnostics()
          .add(DiagnosticCode.STAYS_ON_HOST.warning(what, reason).at(context.place(graph, node)));
    }
  }

  private static String operatorName(Graph graph, Node node) {
    String name = graph.origin(node.id()).name();
    return name.isEmpty() ? node.id().name() : name;
  }

  private String unique(String name) {
    String free = name;
    for (int i = 2; !takenNames.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  /** What makes two operators the same piece of hardware: the same arrays used the same way. */
  private record SharedWeights(
      LinearView.Kind kind,
      SharedArray weights,
      Optional<SharedArray> bias,
      Map<String, ?> geometry,
      boolean transposed,
      String target) {
    static SharedWeights of(LinearView view, String target) {
      return new SharedWeights(
          view.kind(),
          SharedArray.of(view.weights()),
          view.bias().map(SharedArray::of),
          view.operator().attributes(),
          view.transposed(),
          target);
    }
  }

  /** An array with what its levels mean. */
  private record SharedArray(
      Identity stored, Optional<Identity> scale, Optional<Identity> zero, int axis, int block) {
    static SharedArray of(ConstantOperand operand) {
      Optional<Quantization> levels = operand.quantization();
      return new SharedArray(
          new Identity(operand.stored()),
          levels.map(q -> new Identity(q.scale())),
          levels.flatMap(Quantization::zeroPoint).map(Identity::new),
          levels.map(Quantization::axis).orElse(0),
          levels.map(Quantization::blockSize).orElse(0));
    }
  }

  /** A tensor as an object, not by content. */
  private record Identity(Tensor tensor) {
    @Override
    @SuppressWarnings(
        "ReferenceEquality") // weights of equal content are still two pieces of hardware
    public boolean equals(Object other) {
      return other instanceof Identity i && i.tensor == tensor;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(tensor);
    }
  }
}

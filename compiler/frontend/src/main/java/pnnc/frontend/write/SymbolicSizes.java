package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Facts;
import pnnc.passes.shape.Inference;
import pnnc.passes.shape.TensorFact;

/**
 * Says sizes by their names: {@code [N, 4, -1]} instead of the operators that compute it.
 *
 * <pre>{@code
 * %s = Concat(Unsqueeze(Gather(Shape(%x), 0), [0]), [4], [-1])      becomes      [N, 4, -1]
 * }</pre>
 */
final class SymbolicSizes {
  /** The layer that stands for a list of sizes or, without {@link #IS_LIST}, for one. */
  static final String SIZES = "sizes";

  static final String TERMS = "of";
  static final String IS_LIST = "list";

  /** What Reshape finds out by itself. */
  private static final String OPEN = "-1";

  /** Operators that take a list where a tensor is due. */
  private static final Set<String> TAKE_LISTS =
      Set.of("Reshape", "Expand", "ConstantOfShape", "Slice", "Tile");

  private final NameSupply supply;
  private final Map<String, String> names;

  private SymbolicSizes(NameSupply supply, Map<String, String> names) {
    this.supply = supply;
    this.names = names;
  }

  /**
   * {@code network} with such lists.
   *
   * @param names of dimensions in the program, by what the network calls them
   */
  static Network in(Network network, Map<String, String> names) {
    SymbolicSizes sizes = new SymbolicSizes(NameSupply.of(network), names);
    return Inference.run(network, sizes::graph);
  }

  private Graph graph(Graph graph, Facts facts) {
    GraphEditor editor = new GraphEditor(graph, supply);
    List<Node> nodes = new ArrayList<>(graph.nodes());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      Optional<Node> sizes = node.outputs().size() == 1 ? sizes(node, facts) : Optional.empty();
      if (sizes.isPresent() && isListTaken(node, sizes.get(), editor)) {
        editor.replace(node, sizes.get());
      }
    }
    return editor.build();
  }

  private static boolean isListTaken(Node node, Node sizes, GraphEditor editor) {
    boolean isList = sizes.attribute(IS_LIST).isPresent();
    boolean isOpen = terms(sizes).contains(OPEN);
    List<Node> users = editor.users(node.output());
    return !users.isEmpty()
        && !editor.isOutput(node.output())
        && users.stream()
            .allMatch(
                u ->
                    isList
                        ? u.is("Reshape")
                            || (!isOpen
                                && u.op().isStandard()
                                && TAKE_LISTS.contains(u.op().name()))
                        : u.is("Range") && !isOpen);
  }

  private Optional<Node> sizes(Node node, Facts facts) {
    if (!(facts.of(node.output()) instanceof TensorFact fact)
        || !fact.element().equals(Optional.of(ElementType.I64))
        || fact.elements().isEmpty()
        || fact.dims().map(d -> d.rank() > 1).orElse(true)) {
      return Optional.empty();
    }
    List<Blob> terms = new ArrayList<>();
    for (Extent extent : fact.elements().get()) {
      terms.add(((Attribute.StringValue) Attribute.of(text(extent).orElse(OPEN))).bytes());
    }
    if (fact.elements().get().stream().filter(e -> text(e).isEmpty()).count() > 1) {
      return Optional.empty();
    }
    Map<String, Attribute> attributes = new TreeMap<>();
    attributes.put(TERMS, new Attribute.Strings(terms));
    if (fact.dims().orElseThrow().rank() == 1) {
      attributes.put(IS_LIST, Attribute.of(1));
    }
    return Optional.of(Layer.of(SIZES, List.of(), attributes, node.outputs()));
  }

  /** {@code 2 * N * S + 1}; empty if it names what no input brings. */
  private Optional<String> text(Extent extent) {
    if (!extent.isKnown() || !names.keySet().containsAll(extent.names())) {
      return Optional.empty();
    }
    if (extent.number().isPresent()) {
      return Optional.of(Literals.whole(extent.number().getAsLong()));
    }
    Map<String, Long> sorted = new TreeMap<>();
    extent.terms().orElseThrow().forEach((k, n) -> sorted.put(product(k), n));
    StringBuilder sum = new StringBuilder();
    sorted.forEach((product, n) -> sum.append(term(product, n, sum.length() == 0)));
    return Optional.of(sum.toString());
  }

  private String product(List<String> factors) {
    return String.join(" * ", factors.stream().map(names::get).toList());
  }

  private static String term(String product, long coefficient, boolean isFirst) {
    String sign = coefficient < 0 ? (isFirst ? "-" : " - ") : isFirst ? "" : " + ";
    long size = Math.abs(coefficient);
    if (product.isEmpty()) {
      return sign + size;
    }
    return sign + (size == 1 ? "" : size + " * ") + product;
  }

  /** The sizes that {@code node} stands for, as a program writes each. */
  static List<String> terms(Node node) {
    return node.texts(TERMS).orElse(List.of());
  }
}

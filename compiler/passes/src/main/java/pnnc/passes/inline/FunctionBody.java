package pnnc.passes.inline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;

/** The body of a local function as one call of it means it. */
public final class FunctionBody {
  private final NetworkFunction function;
  private final Node call;

  private FunctionBody(NetworkFunction function, Node call) {
    this.function = function;
    this.call = call;
  }

  /**
   * The body of {@code function} with every reference to the function's attributes replaced by what
   * {@code call} gives, by the default, or by nothing. The names are still the function's. Types
   * are left out: their named dimensions mean nothing outside the function.
   */
  public static Graph of(NetworkFunction function, Node call) {
    return new FunctionBody(function, call).resolve(function.body());
  }

  private Graph resolve(Graph graph) {
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        graph.constants(),
        graph.nodes().stream().map(this::resolve).toList(),
        Map.of(),
        graph.origins(),
        graph.unread());
  }

  private Node resolve(Node node) {
    Map<String, Attribute> attributes = new TreeMap<>();
    node.attributes()
        .forEach((name, value) -> resolve(value).ifPresent(v -> attributes.put(name, v)));
    return new Node(node.op(), node.overload(), node.inputs(), node.outputs(), attributes)
        .mapGraphs(this::resolve);
  }

  private Optional<Attribute> resolve(Attribute value) {
    if (!(value instanceof Attribute.Reference reference)) {
      return Optional.of(value);
    }
    Optional<Attribute> given = call.attribute(reference.name());
    return given.or(() -> Optional.ofNullable(function.defaults().get(reference.name())));
  }
}

package pnnc.passes.shape;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Gives named dimensions the sizes that the user chose, in the main graph and its subgraphs:
 *
 * <pre>{@code
 * %x: f32[N, 784]        with N=8 becomes        %x: f32[8, 784]
 * }</pre>
 *
 * <p>A name that the network does not have is an error. Other dimensions stay as they are.
 */
public final class BindDimensions implements Pass<Network, Network> {
  private final Map<String, Long> sizes;

  /**
   * A pass that binds these dimensions.
   *
   * @param sizes by name, each at least 0
   */
  public BindDimensions(Map<String, Long> sizes) {
    this.sizes = new TreeMap<>(sizes);
  }

  @Override
  public String name() {
    return "bind-dimensions";
  }

  @Override
  public Network run(Network network, PassContext context) {
    Set<String> names = names(network);
    for (String name : sizes.keySet()) {
      if (!names.contains(name)) {
        context.diagnostics().add(unknown(name, names, context));
      }
    }
    return network.mapGraph(this::bind);
  }

  private static Diagnostic unknown(String name, Set<String> names, PassContext context) {
    String help =
        names.isEmpty()
            ? "The model has no named dimensions."
            : "The model has: " + String.join(", ", names) + ".";
    return DiagnosticCode.DIMENSION_UNKNOWN
        .error(name)
        .at(new Place.WholeFile(context.file()))
        .help(help);
  }

  /** The named dimensions of {@code network}: those of its inputs first, each once. */
  public static Set<String> names(Network network) {
    Set<String> names = new LinkedHashSet<>();
    network.graph().inputs().forEach(v -> collect(network.graph().type(v), names));
    collect(network.graph(), names);
    return names;
  }

  private static void collect(Graph graph, Set<String> names) {
    graph.types().values().forEach(type -> collect(type, names));
    graph.nodes().forEach(node -> node.graphs().forEach(g -> collect(g, names)));
  }

  private static void collect(ValueType type, Set<String> names) {
    if (type instanceof ValueType.TensorType t) {
      collect(t.shape(), names);
    } else if (type instanceof ValueType.SparseTensorType s) {
      collect(s.denseShape(), names);
    } else if (type instanceof ValueType.SequenceType s) {
      collect(s.item(), names);
    } else if (type instanceof ValueType.OptionalType o) {
      collect(o.item(), names);
    } else if (type instanceof ValueType.MapType m) {
      collect(m.value(), names);
    }
  }

  private static void collect(Optional<Shape> shape, Set<String> names) {
    shape.ifPresent(s -> s.dims().stream().map(Dim::symbol).forEach(n -> n.ifPresent(names::add)));
  }

  private Graph bind(Graph graph) {
    Map<Value, ValueType> types = new LinkedHashMap<>(graph.types());
    types.replaceAll((value, type) -> bind(type));
    return graph.withTypes(types).mapNodes(node -> node.mapGraphs(this::bind));
  }

  private ValueType bind(ValueType type) {
    if (type instanceof ValueType.TensorType t) {
      return new ValueType.TensorType(t.elementType(), bind(t.shape()));
    } else if (type instanceof ValueType.SparseTensorType s) {
      return new ValueType.SparseTensorType(s.elementType(), bind(s.denseShape()));
    } else if (type instanceof ValueType.SequenceType s) {
      return new ValueType.SequenceType(bind(s.item()));
    } else if (type instanceof ValueType.OptionalType o) {
      return new ValueType.OptionalType(bind(o.item()));
    } else if (type instanceof ValueType.MapType m) {
      return new ValueType.MapType(m.key(), bind(m.value()));
    }
    return type;
  }

  private Optional<Shape> bind(Optional<Shape> shape) {
    return shape.map(s -> s.bind(sizes));
  }
}

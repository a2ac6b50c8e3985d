package pnnc.onnx.write;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;

/** Which version of the file format has all that a network needs (onnx.proto, {@code Version}). */
final class IrVersions {
  /** The first with imports of operator sets. */
  static final int FIRST = 3;

  /** From here on an initializer need not be an input, and an input may have a default. */
  static final int FREE_INITIALIZERS = 4;

  private static final int FUNCTIONS = 8;
  private static final int FUNCTION_DEFAULTS = 9;
  private static final int OVERLOADS = 10;

  private IrVersions() {}

  /** The version to write {@code network} in: the one it came in unless that is too old. */
  static int of(Network network) {
    IntStream functions = network.functions().stream().mapToInt(IrVersions::neededBy);
    IntStream own = IntStream.of(network.header().irVersion(), FIRST, neededBy(network.graph()));
    return IntStream.concat(own, functions).max().orElseThrow();
  }

  private static int neededBy(NetworkFunction function) {
    int interface_ = function.defaults().isEmpty() ? FUNCTIONS : FUNCTION_DEFAULTS;
    int overload = function.overload().isEmpty() ? FIRST : OVERLOADS;
    return Math.max(Math.max(interface_, overload), neededBy(function.body()));
  }

  private static int neededBy(Graph graph) {
    boolean defaults = graph.inputs().stream().anyMatch(graph.constants()::containsKey);
    IntStream own = IntStream.of(defaults ? FREE_INITIALIZERS : FIRST);
    IntStream constants = graph.constants().values().stream().mapToInt(IrVersions::neededBy);
    IntStream types = graph.types().values().stream().mapToInt(IrVersions::neededBy);
    IntStream nodes = graph.nodes().stream().mapToInt(IrVersions::neededBy);
    return Stream.of(own, constants, types, nodes)
        .flatMapToInt(versions -> versions)
        .max()
        .orElseThrow();
  }

  private static int neededBy(Node node) {
    IntStream attributes = node.attributes().values().stream().mapToInt(IrVersions::neededBy);
    IntStream graphs = node.graphs().mapToInt(IrVersions::neededBySubgraph);
    return IntStream.concat(attributes, graphs).max().orElse(FIRST);
  }

  /** A subgraph's inputs are fixed by its operator, so its initializers cannot be among them. */
  private static int neededBySubgraph(Graph graph) {
    int constants = graph.constants().isEmpty() ? FIRST : FREE_INITIALIZERS;
    return Math.max(constants, neededBy(graph));
  }

  private static int neededBy(Attribute attribute) {
    if (attribute instanceof Attribute.TensorValue t) {
      return neededBy(t.value());
    } else if (attribute instanceof Attribute.Tensors t) {
      return t.values().stream().mapToInt(IrVersions::neededBy).max().orElse(FIRST);
    }
    return attribute instanceof Attribute.TypeValue t ? neededBy(t.value()) : FIRST;
  }

  private static int neededBy(Tensor tensor) {
    return neededBy(tensor.type());
  }

  private static int neededBy(ValueType type) {
    if (type instanceof ValueType.OptionalType || type instanceof ValueType.SparseTensorType) {
      return FUNCTIONS;
    } else if (type instanceof ValueType.SequenceType s) {
      return neededBy(s.item());
    } else if (type instanceof ValueType.MapType m) {
      return neededBy(m.value());
    }
    return type.element().map(IrVersions::neededBy).orElse(FIRST);
  }

  private static int neededBy(ElementType type) {
    return switch (type) {
      case BF16 -> 4;
      case F8E4M3FN, F8E4M3FNUZ, F8E5M2, F8E5M2FNUZ -> 9;
      case U4, I4 -> 10;
      case F4E2M1 -> 11;
      case F8E8M0 -> 12;
      case U2, I2 -> 13;
      default -> FIRST;
    };
  }
}

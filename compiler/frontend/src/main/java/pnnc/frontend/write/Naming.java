package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Value;

/** Names for lines of a program, out of what exporters call things. */
final class Naming {
  private static final Pattern SPLIT = Pattern.compile("[/:]+|\\.(?=[0-9])");

  /** Steps of exporters' paths that say nothing. */
  private static final Pattern IDLE =
      Pattern.compile(
          "StatefulPartitionedCall|PartitionedCall|model|sequential(_\\d+)?|main_graph|"
              + "MatMul|BiasAdd|Add|ReadVariableOp.*|Tensordot|ReduceMean|Mul.*|Identity",
          Pattern.CASE_INSENSITIVE);

  /** Names that a tool has counted up. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)[0-9]+|.*onnx::.*|t_?[0-9]+|val_[0-9]+|.*tensor_?[0-9]+|v_?[0-9]+"
              + "|(add|conv|gemm|matmul|relu|mul|div|sub|sqrt|pow|erf|concat|reshape|transpose"
              + "|squeeze|unsqueeze|softmax|slice|split|gather|cast|tanh|sigmoid|[a-z]*pool"
              + "|constant|identity|flatten|reducemean|dequantizelinear|quantizelinear|plus|dynamicquantizelinear)_*[0-9]*"
              + "|variable.*");

  /** What tools add to names. */
  private static final String TRAIL = "(_output_[0-9]+)?(_(De)?[qQ]uant.*)*(_output_[0-9]+)?$";

  private final Graph graph;
  private final Operands operands;
  private final Program program;
  private final Words words;

  Naming(Graph graph, Operands operands, Program program) {
    this.graph = graph;
    this.operands = operands;
    this.program = program;
    this.words = program.words();
  }

  /** A name for the line of {@code node}, whose pipeline may begin with something weightier. */
  String name(Node node) {
    Node head = head(node);
    if (Invocation.is(node)) {
      Invocation to = program.invocations().get(node.id());
      return to.turns()
          .map(t -> words.fresh(t.name()))
          .orElseGet(() -> words.numbered(to.function()));
    }
    Optional<List<String>> path = path(head).or(() -> path(node));
    return path.map(p -> words.fresh(last(p))).orElseGet(() -> words.numbered(kind(head)));
  }

  /**
   * The scope that {@code node} stands in: up to the last number, {@code layer1.0}, else the first
   * step of several; empty if its names tell none.
   */
  String scope(Node node) {
    List<String> path = path(head(node)).orElse(List.of());
    int number = lastNumber(path);
    int end = number >= 0 && number < path.size() - 1 ? number + 1 : path.size() > 1 ? 1 : 0;
    return String.join(".", path.subList(0, end));
  }

  private static int lastNumber(List<String> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).matches("[0-9]+")) {
        return i;
      }
    }
    return -1;
  }

  /** The first layer of its pipeline that begins one. */
  private Node head(Node node) {
    if (Vocabulary.isHead(node)) {
      return node;
    }
    return node.inputs().stream()
        .map(operands::inlined)
        .flatMap(Optional::stream)
        .filter(this::hasHead)
        .findFirst()
        .map(this::head)
        .orElse(node);
  }

  private boolean hasHead(Node node) {
    return Vocabulary.isHead(node)
        || node.inputs().stream()
            .map(operands::inlined)
            .flatMap(Optional::stream)
            .anyMatch(this::hasHead);
  }

  /** From the names of its weights, else from its own, else from its result's. */
  private Optional<List<String>> path(Node node) {
    return weightPath(node, 1)
        .or(() -> originPath(node))
        .or(() -> weightPath(node, 2))
        .or(() -> valuePath(node));
  }

  private Optional<List<String>> weightPath(Node node, int place) {
    String name =
        Layer.is(node) && Vocabulary.isWeighted(node)
            ? operands.fileName(node.input(place)).orElse("")
            : "";
    int dot = name.lastIndexOf('.');
    return dot > 0 && !name.contains("/") && !name.contains(":")
        ? Optional.of(Arrays.asList(name.substring(0, dot).split("\\.")))
        : Optional.empty();
  }

  private Optional<List<String>> originPath(Node node) {
    Origin origin = graph.origin(node.id());
    String name = origin.name();
    return name.contains("/") ? steps(name) : Optional.empty();
  }

  private Optional<List<String>> valuePath(Node node) {
    String name = node.id().name().replaceFirst("(?i)(_?output_?0|:0|_Y|_out)$", "");
    return name.isEmpty() || COUNTED.matcher(name).matches() ? Optional.empty() : steps(name);
  }

  private static Optional<List<String>> steps(String name) {
    List<String> steps =
        SPLIT
            .splitAsStream(name.replaceFirst(";.*", "").replaceFirst(TRAIL, ""))
            .filter(s -> !s.isEmpty() && !IDLE.matcher(s).matches())
            .collect(Collectors.toList());
    if (steps.size() > 1
        && steps.get(steps.size() - 1).matches("[A-Z][A-Za-z]+[0-9]?D?(_[0-9]+)?")) {
      steps.remove(steps.size() - 1);
    }
    boolean tells = !steps.isEmpty() && !COUNTED.matcher(steps.get(steps.size() - 1)).matches();
    return tells || steps.size() > 1 ? Optional.of(steps) : Optional.empty();
  }

  /** The last two steps, behind the last number and what it counts: {@code layer1_0_conv1}. */
  private static String last(List<String> path) {
    int number = lastNumber(path);
    int from = Math.max(number + 1, path.size() - 2);
    List<String> steps = new ArrayList<>(path.subList(Math.max(0, from), path.size()));
    int counted = number;
    while (counted > 0 && path.get(counted).matches("[0-9]+")) {
      counted--;
    }
    if (number >= 0) {
      steps.addAll(0, path.subList(counted, number + 1));
    }
    return Words.legal(String.join("_", steps));
  }

  private static String kind(Node node) {
    String name = node.op().name();
    if (Layer.is(node)) {
      return name.equals("'") ? "turned" : name.replaceAll("[12]d$", "");
    }
    return switch (name) {
      case "Add" -> "sum";
      case "Mul" -> "product";
      case "Sub" -> "difference";
      case "Div" -> "quotient";
      case "Slice" -> "part";
      default -> Words.snake(name);
    };
  }

  /** A name for one of several results. */
  String part(Value value, String line, int place) {
    String name = value.name();
    boolean tells = !COUNTED.matcher(name).matches() && !name.contains("/");
    return words.fresh(tells ? Words.legal(name) : line + "_" + (char) ('a' + place % 26));
  }

  /** A name for the operation when each of its results has one of its own. */
  String line(Node node) {
    Optional<List<String>> path = path(head(node)).or(() -> path(node));
    return path.map(Naming::last).orElseGet(() -> kind(node));
  }
}

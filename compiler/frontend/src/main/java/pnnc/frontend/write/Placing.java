package pnnc.frontend.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * Decides which operations get a line and a name, and which stand where their only user wants them:
 * behind a pipe, or inside of a sum.
 */
final class Placing {
  /** Calls in one pipeline. */
  private static final int LONGEST_PIPE = 7;

  /** Operators in one formula. */
  private static final int LARGEST_FORMULA = 3;

  private final Graph graph;
  private final Operands operands;
  private final Map<Value, Integer> uses = new HashMap<>();
  private final Map<Value, Node> user = new HashMap<>();
  private final Set<Value> elsewhere = new HashSet<>();

  Placing(Graph graph, Operands operands) {
    this.graph = graph;
    this.operands = operands;
    for (Node node : graph.nodes()) {
      node.inputs().forEach(v -> use(v, node));
      node.graphs().forEach(g -> elsewhere.addAll(g.captures()));
    }
    graph.outputs().forEach(v -> uses.merge(v, 1, Integer::sum));
    graph.outputs().forEach(elsewhere::add);
  }

  private void use(Value value, Node node) {
    uses.merge(value, 1, Integer::sum);
    user.put(value, node);
  }

  /** Notes with the operands all operations that get no line. */
  void run() {
    graph.nodes().stream().filter(this::hasNoLine).forEach(operands::inline);
  }

  private boolean hasNoLine(Node node) {
    Value value = node.output();
    Node next = user.get(value);
    boolean isAlias = node.is("Identity") && operands.inlined(node.input(0)).isEmpty();
    if (isAlias || Layer.is(node, SymbolicSizes.SIZES)) {
      return true;
    }
    if (Invocation.isRepeat(node) || (next != null && Invocation.isRepeat(next))) {
      return false;
    }
    if (!Site.isSingle(node)
        || node.outputs().size() > 1
        || next == null
        || uses.get(value) != 1
        || elsewhere.contains(value)
        || node.graphs().findAny().isPresent()) {
      return false;
    }
    boolean isFirst = next.input(0).equals(value);
    boolean isPiped = isFirst && Vocabulary.isPiped(next);
    return isPiped ? isPipedInto(node, next) : isPart(node, next);
  }

  private boolean isPipedInto(Node node, Node next) {
    if (isBrackets(node) || node.is("Cast") || Layer.is(node, "'")) {
      return size(node) <= LARGEST_FORMULA;
    }
    if (isFormula(node)) {
      return next.inputs().size() == 1 && size(node) <= LARGEST_FORMULA;
    }
    boolean begins = Vocabulary.isHead(next) && hasHead(node);
    return !begins && length(node) < LONGEST_PIPE;
  }

  /** Whether this can stand inside of an expression that is no pipeline. */
  private boolean isPart(Node node, Node next) {
    boolean isConstant = node.inputs().stream().noneMatch(this::isRuntime);
    if (Layer.is(node, "'")) {
      return length(node) <= 2;
    }
    if (isBrackets(node)) {
      return size(node) <= LARGEST_FORMULA;
    }
    if (Layer.is(node, "matmul") && Infix.isInfix(next)) {
      return size(node) <= 2;
    }
    return isFormula(node)
        && (isFormula(next) || isConstant || Layer.is(next, "select"))
        && size(node) < LARGEST_FORMULA;
  }

  private boolean isRuntime(Value value) {
    return operands.isRuntime(value);
  }

  private static boolean isBrackets(Node node) {
    return Layer.is(node, Brackets.BRACKETS) || Selections.isSelection(node);
  }

  private static boolean isFormula(Node node) {
    return Layer.is(node, Brackets.BRACKETS)
        || Infix.isInfix(node)
        || Layer.is(node, "'")
        || Selections.isSelection(node)
        || node.is("Cast");
  }

  private IntStream parts(Node node, ToIntFunction<Node> what) {
    return node.inputs().stream().map(operands::inlined).flatMap(Optional::stream).mapToInt(what);
  }

  private int size(Node node) {
    return 1 + parts(node, this::size).sum();
  }

  private int length(Node node) {
    return 1 + parts(node, this::length).max().orElse(0);
  }

  private boolean hasHead(Node node) {
    return Vocabulary.isHead(node)
        || node.inputs().stream()
            .map(operands::inlined)
            .flatMap(Optional::stream)
            .anyMatch(this::hasHead);
  }
}

package pnnc.frontend.write;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** What stands for the values of one graph: names, constants, calls that are written in place. */
final class Operands {
  /** Longer constants stand in a file. */
  private static final int LONGEST_LITERAL = 64;

  /** Shorter lists of whole numbers are written out, also if the model's file has them. */
  private static final int LONGEST_LIST = 8;

  private final Graph graph;
  private final Optional<Operands> outer;
  private final Sources sources;
  private final Map<Value, String> names = new LinkedHashMap<>();
  private final Map<Value, Node> inlined = new LinkedHashMap<>();
  private Function<Node, Code> calls =
      n -> {
        throw new IllegalStateException("not begun");
      };

  Operands(Graph graph, Optional<Operands> outer, Sources sources) {
    this.graph = graph;
    this.outer = outer;
    this.sources = sources;
  }

  /** Says how operations are written that have no name. */
  void write(Function<Node, Code> how) {
    this.calls = how;
  }

  void name(Value value, String name) {
    names.put(value, name);
  }

  /** From now on the operation stands where its result is used. */
  void inline(Node node) {
    inlined.put(node.output(), node);
  }

  Optional<Node> inlined(Value value) {
    return Optional.ofNullable(inlined.get(value));
  }

  boolean isNamed(Value value) {
    return names.containsKey(value) || outer.map(o -> o.isNamed(value)).orElse(false);
  }

  /** Whether {@code value} is computed or given when the network runs. */
  boolean isRuntime(Value value) {
    return value.isPresent() && constant(value).isEmpty();
  }

  Optional<Tensor> constant(Value value) {
    Optional<Tensor> own = graph.constant(value);
    return own.isPresent() || isOwn(value) ? own : outer.flatMap(o -> o.constant(value));
  }

  private boolean isOwn(Value value) {
    return names.containsKey(value) || inlined.containsKey(value);
  }

  Optional<ElementType> element(Value value) {
    Optional<ElementType> own = graph.type(value).element();
    return own.isPresent() ? own : outer.flatMap(o -> o.element(value));
  }

  Optional<Shape> shape(Value value) {
    Optional<Shape> own = graph.type(value).shape();
    return own.isPresent() ? own : outer.flatMap(o -> o.shape(value));
  }

  /** The rank; -1 if it is not known. */
  int rank(Value value) {
    return shape(value).map(Shape::rank).orElse(-1);
  }

  Optional<long[]> longs(Value value) {
    return constant(value)
        .filter(t -> t.type() == ElementType.I64 || t.type() == ElementType.I32)
        .map(t -> TensorElements.of(t).toLongs());
  }

  /** Whole numbers that are known now, if only by names, as a program writes them. */
  Optional<List<String>> sizes(Value value) {
    return inlined(value)
        .filter(n -> Layer.is(n, SymbolicSizes.SIZES))
        .map(SymbolicSizes::terms)
        .or(() -> longs(value).map(l -> Arrays.stream(l).mapToObj(Literals::whole).toList()));
  }

  OptionalLong whole(Value value) {
    Optional<long[]> all = longs(value).filter(l -> l.length == 1);
    return all.isPresent() ? OptionalLong.of(all.get()[0]) : OptionalLong.empty();
  }

  /** A number without its type. */
  static Code number(String text) {
    int level =
        text.contains(" / ")
            ? Code.PRODUCT
            : text.contains(" - ") ? Code.SUM : text.startsWith("-") ? Code.NEGATION : Code.POSTFIX;
    return Code.of(text, level);
  }

  /** What an argument is. */
  Code of(Value value) {
    if (!value.isPresent()) {
      return Code.postfix("none");
    }
    if (names.containsKey(value)) {
      return Code.postfix(names.get(value));
    }
    if (inlined.containsKey(value)) {
      return calls.apply(inlined.get(value));
    }
    Optional<Tensor> own = graph.constant(value);
    return own.map(t -> constant(value, t, false))
        .orElseGet(
            () ->
                outer
                    .map(o -> o.of(value))
                    .orElseThrow(() -> new CannotSay("the value " + value + " of nothing")));
  }

  /** A weight: where the model's file has it, rather than its numbers. */
  Code weight(Value value) {
    Optional<Tensor> tensor = names.containsKey(value) ? Optional.empty() : constant(value);
    return tensor.map(t -> constant(value, t, true)).orElseGet(() -> of(value));
  }

  /** The name of {@code value} in the model's file. */
  Optional<String> fileName(Value value) {
    return constant(value)
        .filter(t -> sources.weights().holds(value.name(), t))
        .map(t -> value.name());
  }

  private Code constant(Value value, Tensor tensor, boolean isWeight) {
    if (isShown(value, tensor, isWeight, sources.weights())) {
      return literal(tensor);
    }
    return Code.postfix(
        sources.weights().holds(value.name(), tensor)
            ? sources.reference(value.name())
            : sources.extra(value.name(), tensor));
  }

  /** Whether the numbers of a constant stand in the program. */
  static boolean isShown(Value value, Tensor tensor, boolean isWeight, ModelWeights weights) {
    boolean isShort =
        tensor.elements() <= (tensor.type().isInteger() ? LONGEST_LIST : 1)
            && tensor.shape().rank() <= 1;
    boolean canSay = tensor.elements() <= LONGEST_LITERAL && Literals.canSay(tensor);
    return canSay && (!weights.holds(value.name(), tensor) || (isShort && !isWeight));
  }

  /** A tensor written out. */
  static Code literal(Tensor tensor) {
    String text = Literals.operand(tensor);
    return text.endsWith(")") || text.endsWith("]") ? Code.postfix(text) : number(text);
  }
}

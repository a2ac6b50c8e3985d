package pnnc.passes.normalize;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** Recognises operations that give back an input, bit for bit. */
final class NoOps {
  private static final Set<String> RESHAPES =
      Set.of("Reshape", "Flatten", "Squeeze", "Unsqueeze", "Expand");
  private static final Set<String> OF_ONE = Set.of("Concat", "Sum", "Max", "Min", "Mean");
  private static final int MAX_ELEMENTS = 1 << 16;

  private final Scope scope;

  NoOps(Scope scope) {
    this.scope = scope;
  }

  /** The input that {@code node} gives back; absent if it does something. */
  Value passedThrough(Node node) {
    if (!node.op().isStandard()) {
      return Value.ABSENT;
    }
    return switch (node.op().name()) {
      case "Mul" -> neutral(node, 1, true);
      case "Div" -> neutral(node, 1, false);
      case "Add" -> isInteger(node) ? neutral(node, 0, true) : Value.ABSENT;
      case "Sub" -> isInteger(node) ? neutral(node, 0, false) : Value.ABSENT;
      default -> givesBackFirst(node) ? node.input(0) : Value.ABSENT;
    };
  }

  private boolean givesBackFirst(Node node) {
    String op = node.op().name();
    if (RESHAPES.contains(op)) {
      return keepsShape(node.input(0), node.output());
    }
    if (OF_ONE.contains(op)) {
      return node.inputs().size() == 1;
    }
    return switch (op) {
      case "Identity" -> true;
      case "Dropout" -> isInference(node);
      case "Cast" -> keepsType(node);
      case "Transpose" -> movesNothing(node);
      case "Pad" -> padsNothing(node);
      case "Tile" -> isAll(node.input(1), 1);
      case "Slice" -> keepsShape(node.input(0), node.output()) && stepsForward(node);
      default -> false;
    };
  }

  private boolean isInference(Node node) {
    Value mask = node.output(1);
    boolean maskUsed =
        mask.isPresent()
            && (scope.editor().isOutput(mask) || !scope.editor().users(mask).isEmpty());
    if (maskUsed || scope.opset() < 7) {
      return !maskUsed && node.integer("is_test", 0) == 1;
    }
    return !node.input(2).isPresent() || isAll(node.input(2), 0);
  }

  private boolean keepsType(Node node) {
    return scope
        .element(node.input(0))
        .filter(t -> t.onnxCode() == node.integer("to", 0))
        .isPresent();
  }

  private boolean movesNothing(Node node) {
    Optional<long[]> perm = node.integers("perm");
    return perm.isPresent()
        ? IntStream.range(0, perm.get().length).allMatch(i -> perm.get()[i] == i)
        : scope.rank(node.input(0)).orElse(2) < 2;
  }

  private boolean padsNothing(Node node) {
    Optional<long[]> pads = node.integers("pads");
    return pads.isPresent()
        ? LongStream.of(pads.get()).allMatch(p -> p == 0)
        : isAll(node.input(1), 0);
  }

  private boolean stepsForward(Node node) {
    return !node.input(4).isPresent() || isAll(node.input(4), 1);
  }

  /** Whether both have the same sizes whatever the caller gives. */
  private boolean keepsShape(Value in, Value out) {
    Optional<Shape> shape = scope.shape(in);
    return shape.isPresent()
        && shape.equals(scope.shape(out))
        && shape.get().dims().stream().noneMatch(Dim.Unknown.class::isInstance);
  }

  /** The other operand where one is {@code number} throughout and spreads nothing. */
  private Value neutral(Node node, double number, boolean commutes) {
    if (isAll(node.input(1), number) && spreadsNothing(node.input(0), node.input(1))) {
      return node.input(0);
    }
    boolean first = commutes && isAll(node.input(0), number);
    return first && spreadsNothing(node.input(1), node.input(0)) ? node.input(1) : Value.ABSENT;
  }

  /** Whether broadcasting {@code constant} against {@code other} keeps the shape of the latter. */
  private boolean spreadsNothing(Value other, Value constant) {
    Shape spread = scope.shape(constant).orElseThrow();
    int rank = scope.rank(other).orElse(0);
    int lead = rank - spread.rank();
    return lead >= 0
        && IntStream.range(0, spread.rank())
            .allMatch(i -> spread.dim(i).is(1) || spread.dim(i).equals(scope.dim(other, lead + i)));
  }

  private boolean isInteger(Node node) {
    return scope.element(node.input(0)).filter(t -> t.isInteger()).isPresent();
  }

  private boolean isAll(Value value, double number) {
    Optional<Tensor> constant = scope.constant(value);
    return constant.isPresent() && Tensors.isAll(constant.get(), number, MAX_ELEMENTS);
  }
}

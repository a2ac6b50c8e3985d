package pnnc.passes.shape;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * How often something runs: the body of a loop, inside other loops.
 *
 * @param factor as far as it is known
 * @param assumed names of dimensions that count as 1 in it
 * @param guessed loops that count as one iteration in it
 */
public record TripCount(long factor, Set<String> assumed, Set<String> guessed) {
  /** What stands in no loop. */
  public static final TripCount ONCE = new TripCount(1, Set.of(), Set.of());

  /** Before, Scan had a batch dimension of its own. */
  private static final int FIRST_PLAIN_SCAN = 9;

  /** What can be asked about the values that an operation sees. */
  public record Surroundings(
      int opset, Function<Value, Optional<Tensor>> constants, Function<Value, ValueType> types) {}

  /** How often the subgraphs of {@code node} run when it runs once; those of an If once. */
  public static TripCount of(Node node, Surroundings around) {
    if (node.is("If")) {
      return ONCE;
    }
    if (node.is("Loop")) {
      return loop(node, around).stream()
          .mapToObj(n -> new TripCount(n, Set.of(), Set.of()))
          .findFirst()
          .orElseGet(() -> unknown(node));
    }
    boolean scans = node.is("Scan") && around.opset() >= FIRST_PLAIN_SCAN;
    return scans ? scan(node, around) : unknown(node);
  }

  /** Whether {@code node} is a loop that nothing ends: no limit, and a condition always true. */
  static boolean isEndless(Node node, Surroundings around) {
    if (!node.is("Loop") || !goesOnAlways(node, around)) {
      return false;
    }
    Value limit = node.input(0);
    return !limit.isPresent() || number(limit, around).filter(n -> n == Long.MAX_VALUE).isPresent();
  }

  private static TripCount unknown(Node node) {
    return new TripCount(1, Set.of(), Set.of("iterations of " + node.id().name()));
  }

  /** This, inside what runs {@code outer} times. */
  public TripCount inside(TripCount outer) {
    return new TripCount(
        MacCount.product(factor, outer.factor),
        MacCount.joined(outer.assumed, assumed),
        MacCount.joined(outer.guessed, guessed));
  }

  /** As many steps as the first scanned input is long. */
  private static TripCount scan(Node node, Surroundings around) {
    long scanned = node.integer("num_scan_inputs", 0);
    int first = (int) (node.inputs().size() - scanned);
    if (scanned < 1 || first < 0) {
      return unknown(node);
    }
    long axis =
        node.integers("scan_input_axes").filter(a -> a.length > 0).map(a -> a[0]).orElse(0L);
    Optional<Shape> shape = around.types().apply(node.input(first)).shape();
    return shape
        .filter(s -> axis >= -s.rank() && axis < s.rank())
        .map(s -> s.dim((int) axis))
        .flatMap(TripCount::ofDim)
        .orElseGet(() -> unknown(node));
  }

  private static Optional<TripCount> ofDim(Dim dim) {
    return dim.size().isPresent()
        ? Optional.of(new TripCount(dim.size().getAsLong(), Set.of(), Set.of()))
        : dim.symbol().map(name -> new TripCount(1, Set.of(name), Set.of()));
  }

  /** The limit, if it is constant and no condition can end the loop before. */
  private static OptionalLong loop(Node node, Surroundings around) {
    if (condition(node, around).filter(c -> c == 0).isPresent()) {
      return OptionalLong.of(0);
    }
    Optional<Long> limit = number(node.input(0), around);
    return goesOnAlways(node, around) && limit.isPresent()
        ? OptionalLong.of(Math.max(0, limit.get()))
        : OptionalLong.empty();
  }

  /** The condition under which a loop begins, if it is constant; an absent one is true. */
  private static Optional<Long> condition(Node node, Surroundings around) {
    return node.input(1).isPresent() ? number(node.input(1), around) : Optional.of(1L);
  }

  private static boolean goesOnAlways(Node node, Surroundings around) {
    return condition(node, around).filter(c -> c != 0).isPresent()
        && node.graphs().allMatch(g -> goesOn(g, around));
  }

  /** Whether the condition that {@code body} returns is true or the one that it was given. */
  private static boolean goesOn(Graph body, Surroundings around) {
    if (body.outputs().isEmpty() || body.inputs().size() < 2) {
      return false;
    }
    Value condition = body.outputs().get(0);
    for (int i = body.nodes().size() - 1; i >= 0; i--) {
      Node node = body.nodes().get(i);
      if (node.is("Identity") && node.output().equals(condition)) {
        condition = node.input(0);
      }
    }
    Optional<Tensor> own = body.constant(condition);
    return condition.equals(body.inputs().get(1))
        || (own.isPresent() ? number(own) : number(condition, around)).orElse(0L) != 0;
  }

  private static Optional<Long> number(Value value, Surroundings around) {
    return number(around.constants().apply(value));
  }

  private static Optional<Long> number(Optional<Tensor> tensor) {
    return tensor.filter(t -> t.elements() == 1).map(t -> TensorElements.of(t).longAt(0));
  }
}

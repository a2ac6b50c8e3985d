package pnnc.passes.shape.rules;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;

/** Shape programs: operators that compute with sizes. */
final class ElementArithmetic {
  private ElementArithmetic() {}

  static void addTo(Map<String, ElementRule> rules) {
    rules.put("Add", folded(Extent::plus));
    rules.put("Sub", folded(Extent::minus));
    rules.put("Mul", folded(Extent::times));
    rules.put("Max", folded(ElementArithmetic::max));
    rules.put("Min", folded(ElementArithmetic::min));
    rules.put("Div", (op, places, output) -> fold(op, places, division(op)));
    rules.put("Mod", (op, places, output) -> fold(op, places, remainder(op)));
    addUnaryTo(rules);
    addLogicTo(rules);
    addReductionsTo(rules);
  }

  private static void addUnaryTo(Map<String, ElementRule> rules) {
    for (String whole : "Ceil Floor Round".split(" ", -1)) {
      rules.put(whole, each(e -> e));
    }
    rules.put("Neg", each(Extent.ZERO::minus));
    rules.put("Abs", each(e -> max(e, Extent.ZERO.minus(e))));
    rules.put("Relu", each(e -> max(e, Extent.ZERO)));
    rules.put("Not", each(Comparisons::not));
  }

  private static void addLogicTo(Map<String, ElementRule> rules) {
    rules.put("Equal", folded(Comparisons::equal));
    rules.put("GreaterOrEqual", folded(Comparisons::atLeast));
    rules.put("LessOrEqual", folded((a, b) -> Comparisons.atLeast(b, a)));
    rules.put("Greater", folded((a, b) -> Comparisons.not(Comparisons.atLeast(b, a))));
    rules.put("Less", folded((a, b) -> Comparisons.not(Comparisons.atLeast(a, b))));
    rules.put("And", folded(Extent::times));
    rules.put("Or", folded((a, b) -> a.plus(b).minus(a.times(b))));
    rules.put("Where", (op, places, output) -> where(op, places));
  }

  private static void addReductionsTo(Map<String, ElementRule> rules) {
    rules.put("ReduceSum", reduced(Extent::plus));
    rules.put("ReduceProd", reduced(Extent::times));
    rules.put("ReduceMax", reduced(ElementArithmetic::max));
    rules.put("ReduceMin", reduced(ElementArithmetic::min));
  }

  private static ElementRule each(UnaryOperator<Extent> operator) {
    return (op, places, output) -> op.elements(0).stream().map(operator).toList();
  }

  private static ElementRule folded(BinaryOperator<Extent> operator) {
    return (op, places, output) -> fold(op, places, operator);
  }

  private static List<Extent> fold(Op op, Places places, BinaryOperator<Extent> operator) {
    return places.map(
        at ->
            IntStream.range(0, op.node().inputs().size())
                .mapToObj(i -> element(op, i, at))
                .reduce(operator)
                .orElse(Extent.UNKNOWN));
  }

  /** The element of the input at {@code index} that broadcasting shows at {@code at}. */
  private static Extent element(Op op, int index, long[] at) {
    return op.in(index)
        .elements()
        .map(all -> all.get(Places.of(op.dims(index)).under(at)))
        .orElse(Extent.UNKNOWN);
  }

  private static List<Extent> where(Op op, Places places) {
    return places.map(
        at -> {
          Extent condition = element(op, 0, at);
          Extent yes = element(op, 1, at);
          Extent no = element(op, 2, at);
          if (condition.number().isEmpty()) {
            return yes.equals(no) ? yes : Extent.UNKNOWN;
          }
          return condition.is(0) ? no : yes;
        });
  }

  /** Sums up everything; only reductions to a single element are followed. */
  private static ElementRule reduced(BinaryOperator<Extent> operator) {
    return (op, places, output) -> {
      Extent all = op.elements(0).stream().reduce(operator).orElse(Extent.UNKNOWN);
      return places.map(at -> places.count() == 1 ? all : Extent.UNKNOWN);
    };
  }

  private static Extent max(Extent a, Extent b) {
    return a.isAtLeast(b) ? a : b.isAtLeast(a) ? b : Extent.UNKNOWN;
  }

  private static Extent min(Extent a, Extent b) {
    return a.isAtLeast(b) ? b : b.isAtLeast(a) ? a : Extent.UNKNOWN;
  }

  private static boolean isInteger(Op op) {
    return op.element(0).map(ElementType::isInteger).orElse(false);
  }

  /** Integers are cut off towards zero; a float quotient must be whole to be followed. */
  private static BinaryOperator<Extent> division(Op op) {
    boolean integer = isInteger(op);
    return (a, b) -> {
      boolean numbers = a.number().isPresent() && b.number().isPresent();
      if (integer && numbers && !b.is(0) && !b.is(-1)) {
        return Extent.of(a.number().getAsLong() / b.number().getAsLong());
      }
      return a.dividedBy(b);
    };
  }

  /** The sign follows the divisor or, with {@code fmod}, the dividend. */
  private static BinaryOperator<Extent> remainder(Op op) {
    boolean truncated = op.flag("fmod", false);
    return (a, b) -> {
      boolean numbers = a.number().isPresent() && b.number().isPresent();
      if (numbers && !b.is(0)) {
        long x = a.number().getAsLong();
        long y = b.number().getAsLong();
        return Extent.of(truncated ? x % y : Math.floorMod(x, y));
      }
      return a.dividedBy(b).isKnown() ? Extent.ZERO : Extent.UNKNOWN;
    };
  }
}

package pnnc.frontend.write;

import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** Operators between and before operands. */
final class Infix {
  private record Symbol(String text, int level) {}

  private static final Map<String, Symbol> SYMBOLS =
      Map.ofEntries(
          Map.entry("Add", new Symbol("+", Code.SUM)),
          Map.entry("Sub", new Symbol("-", Code.SUM)),
          Map.entry("Mul", new Symbol("*", Code.PRODUCT)),
          Map.entry("Div", new Symbol("/", Code.PRODUCT)),
          Map.entry("Mod", new Symbol("%", Code.PRODUCT)),
          Map.entry("Pow", new Symbol("^", Code.POWER)),
          Map.entry("Equal", new Symbol("==", Code.COMPARISON)),
          Map.entry("Less", new Symbol("<", Code.COMPARISON)),
          Map.entry("Greater", new Symbol(">", Code.COMPARISON)),
          Map.entry("LessOrEqual", new Symbol("<=", Code.COMPARISON)),
          Map.entry("GreaterOrEqual", new Symbol(">=", Code.COMPARISON)),
          Map.entry("And", new Symbol("and", Code.AND)),
          Map.entry("Or", new Symbol("or", Code.OR)));

  private final Operands operands;

  Infix(Operands operands) {
    this.operands = operands;
  }

  static boolean isInfix(Node node) {
    boolean standard = node.op().isStandard();
    return standard && (SYMBOLS.containsKey(node.op().name()) || node.is("Neg") || node.is("Not"));
  }

  /** {@code a + b}; empty if the language would mean something else by it. */
  Optional<Code> of(Node node) {
    if (node.is("Neg") || node.is("Not")) {
      boolean known = operands.isRuntime(node.input(0));
      int level = node.is("Neg") ? Code.NEGATION : Code.NOT;
      String word = node.is("Neg") ? "-" : "not ";
      return known
          ? Optional.of(Code.of(word + operands.of(node.input(0)).within(level), level))
          : Optional.empty();
    }
    Symbol symbol = SYMBOLS.get(node.op().name());
    return symbol != null && node.op().isStandard() && isSame(node)
        ? Optional.of(binary(node, symbol))
        : Optional.empty();
  }

  /** Whether the elaborator makes this very operator of the symbol. */
  private boolean isSame(Node node) {
    Optional<ElementType> a = operands.element(node.input(0));
    Optional<ElementType> b = operands.element(node.input(1));
    boolean hasTensor = operands.isRuntime(node.input(0)) || operands.isRuntime(node.input(1));
    boolean alike = a.isPresent() && b.isPresent() && (node.is("Pow") || a.equals(b));
    boolean mod = !node.is("Mod") || (node.integer("fmod", 0) != 0) == a.get().isFloat();
    return hasTensor && alike && mod;
  }

  private Code binary(Node node, Symbol symbol) {
    boolean isPower = symbol.level() == Code.POWER;
    boolean isComparison = symbol.level() == Code.COMPARISON;
    int left = isPower || isComparison ? symbol.level() + 1 : symbol.level();
    int right = isPower ? symbol.level() : symbol.level() + 1;
    String a = operand(node, 0).within(left);
    String b = operand(node, 1).within(right);
    return Code.of(a + " " + symbol.text() + " " + b, symbol.level());
  }

  /** A constant of one element beside a tensor of no fewer dimensions is a plain number. */
  private Code operand(Node node, int place) {
    Value value = node.input(place);
    Value other = node.input(1 - place);
    Optional<Tensor> constant = operands.constant(value);
    boolean plain =
        constant.isPresent()
            && operands.isRuntime(other)
            && operands.rank(other) >= constant.get().shape().rank()
            && !(node.is("Pow") && !operands.element(value).equals(operands.element(other)));
    Optional<String> number = plain ? Literals.number(constant.get()) : Optional.empty();
    boolean isList =
        constant.isPresent()
            && constant.get().shape().rank() > 0
            && operands.of(value).text().startsWith("[");
    return isList && number.isEmpty()
        ? Code.postfix(Literals.typed(constant.get()))
        : number.map(Operands::number).orElseGet(() -> operands.of(value));
  }
}

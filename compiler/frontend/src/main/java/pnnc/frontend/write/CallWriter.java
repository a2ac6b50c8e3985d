package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.operators.OperatorCatalogue;
import pnnc.ir.operators.OperatorFacts;

/** Operations as calls. */
final class CallWriter {
  private static final Map<String, String> DOMAINS =
      Map.of(
          "", "op.",
          "com.microsoft", "op.microsoft.",
          "ai.onnx.ml", "op.ml.",
          "ai.onnx.training", "op.training.");

  /** Attributes that hold the code of an element type. */
  private static final Set<String> ELEMENTS = Set.of("to", "dtype", "output_dtype");

  /** Writes the body of a control-flow operator. */
  interface Bodies {
    String lambda(Graph body);
  }

  private final Operands operands;
  private final Sources sources;
  private final Program program;
  private final Bodies bodies;
  private final Infix infix;
  private final Selections selections;

  CallWriter(Operands operands, Program program, Bodies bodies) {
    this.operands = operands;
    this.sources = program.sources();
    this.program = program;
    this.bodies = bodies;
    this.infix = new Infix(operands);
    this.selections = new Selections(operands);
  }

  /** The operation, all its results together if there are several. */
  Code of(Node node) {
    if (Layer.is(node)) {
      return layer(node);
    }
    if (Invocation.is(node)) {
      return invocation(node, program.invocations().get(node.id()));
    }
    if (node.is("Identity") && !operands.isNamed(node.output())) {
      return operands.of(node.input(0));
    }
    Optional<Code> short_ = infix.of(node).or(() -> selections.of(node)).or(() -> cast(node));
    return short_.orElseGet(() -> operator(node));
  }

  /** {@code x |> block(w.layers[2])}, or {@code repeat} of that. */
  private Code invocation(Node node, Invocation to) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < to.runtime(); i++) {
      arguments.add(operands.of(node.input(i)).text());
    }
    to.group().ifPresent(g -> arguments.add(sources.group(g)));
    for (int i = to.runtime(); i < node.inputs().size(); i++) {
      arguments.add(operands.weight(node.input(i)).text());
    }
    if (to.turns().isEmpty()) {
      return call(node, to.function(), arguments);
    }
    Invocation.Turns turns = to.turns().get();
    String first = arguments.get(0);
    boolean isFree = arguments.lastIndexOf(first) == 0;
    String state = isFree ? first : program.words().fresh("x");
    String index = program.words().fresh("i");
    arguments.set(0, state);
    arguments.add(to.runtime(), sources.group(turns.base()) + "[" + index + "]");
    String body = to.function() + "(" + String.join(", ", arguments) + ")";
    String from = isFree ? first : "(" + state + " = " + first + ")";
    return Code.of(
        "repeat %s in %d .. %d from %s { %s }"
            .formatted(index, turns.from(), turns.to(), from, body),
        Code.PIPE);
  }

  /** {@code f16(x)}. */
  private Optional<Code> cast(Node node) {
    boolean plain =
        node.is("Cast")
            && node.attributes().keySet().equals(Set.of("to"))
            && operands.isRuntime(node.input(0));
    return plain
        ? ElementType.ofOnnx((int) node.integer("to", 0))
            .map(t -> Code.postfix(t + "(" + operands.of(node.input(0)).text() + ")"))
        : Optional.empty();
  }

  private Code layer(Node node) {
    String function = node.op().name();
    if (function.equals("'")) {
      return Code.postfix(operands.weight(node.input(0)).within(Code.POSTFIX) + "'");
    }
    if (function.equals(Brackets.BRACKETS)) {
      String indices = String.join(", ", node.texts(Brackets.INDICES).orElseThrow());
      return Code.postfix(
          operands.weight(node.input(0)).within(Code.POSTFIX) + "[" + indices + "]");
    }
    if (function.equals(SymbolicSizes.SIZES)) {
      String terms = String.join(", ", SymbolicSizes.terms(node));
      boolean isList = node.attribute(SymbolicSizes.IS_LIST).isPresent();
      return isList ? Code.postfix("[" + terms + "]") : Code.of(terms, Code.SUM);
    }
    if (function.equals("concat")) {
      return concat(node);
    }
    List<String> arguments = new ArrayList<>(tensors(node));
    List<String> plain = Vocabulary.plain(node);
    for (String name : plain) {
      arguments.add(text(name, node.attributes().get(name), true));
    }
    if (node.inputs().size() > 1 && !plain.isEmpty()) {
      arguments = reordered(node, plain);
    }
    for (String name : Vocabulary.inOrder(node.attributes().keySet())) {
      if (!plain.contains(name)) {
        arguments.add(name + ": " + text(name, node.attributes().get(name), true));
      }
    }
    return call(node, function, arguments);
  }

  /** Numbers without names come right behind the first tensor. */
  private List<String> reordered(Node node, List<String> plain) {
    List<String> tensors = tensors(node);
    List<String> all = new ArrayList<>(tensors.subList(0, Math.min(1, tensors.size())));
    plain.forEach(name -> all.add(text(name, node.attributes().get(name), true)));
    all.addAll(tensors.subList(Math.min(1, tensors.size()), tensors.size()));
    return all;
  }

  private Code concat(Node node) {
    List<String> parts = node.inputs().stream().map(this::part).toList();
    return Code.postfix(
        "concat([%s], axis: %d)".formatted(String.join(", ", parts), node.integer("axis", 0)));
  }

  /** In a list, a constant needs its type. */
  private String part(Value value) {
    Code code = operands.of(value);
    boolean literal =
        operands.constant(value).isPresent()
            && !code.text().matches("(w|extra|" + BlockBody.GROUP + ")\\W.*");
    return literal ? Literals.typed(operands.constant(value).orElseThrow()) : code.text();
  }

  /** The arguments that are tensors, without those left out at the end. */
  private List<String> tensors(Node node) {
    Optional<String> group = group(node);
    if (group.isPresent()) {
      return List.of(operands.of(node.input(0)).text(), sources.group(group.get()));
    }
    List<String> all = new ArrayList<>();
    int count = node.inputs().size();
    while (count > 0 && !node.input(count - 1).isPresent()) {
      count--;
    }
    boolean gap = false;
    for (int i = 0; i < count; i++) {
      String name = Vocabulary.argumentName(node, i);
      boolean skipped = !node.input(i).isPresent() && (!name.isEmpty() || canSkip(node, i));
      gap |= skipped;
      if (!skipped) {
        all.add(
            (name.isEmpty() || (!gap && !isNamed(node)) ? "" : name + ": ") + argument(node, i));
      }
    }
    return all;
  }

  private static boolean isNamed(Node node) {
    return Layer.is(node, "attend") || Layer.is(node, "pad");
  }

  private static boolean canSkip(Node node, int place) {
    return Layer.is(node, "clip") && place == 1 && node.input(2).isPresent();
  }

  private String argument(Node node, int place) {
    Value value = node.input(place);
    if (place > 0 && Vocabulary.isWeighted(node)) {
      return operands.weight(value).text();
    }
    boolean isNumber = Layer.is(node, "clip") || Layer.is(node, "pad");
    Optional<String> number =
        isNumber && place > 0
            ? operands.constant(value).flatMap(Literals::number)
            : Optional.empty();
    return number.orElseGet(() -> operands.of(value).text());
  }

  /** {@code w.conv1} for its weight and its bias. */
  private Optional<String> group(Node node) {
    List<String> members = Vocabulary.group(node);
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 1; i < node.inputs().size(); i++) {
      if (node.input(i).isPresent()) {
        Optional<String> name = operands.fileName(node.input(i));
        if (name.isEmpty() || i > members.size()) {
          return Optional.empty();
        }
        found.put(members.get(i - 1), name.get());
      }
    }
    return found.isEmpty() ? Optional.empty() : sources.weights().group(found, members);
  }

  private Code operator(Node node) {
    String prefix = DOMAINS.get(node.op().domain());
    if (prefix == null) {
      throw new CannotSay("an operator of the domain " + node.op().domain());
    }
    List<String> arguments = new ArrayList<>(tensors(node));
    for (String name : Vocabulary.inOrder(node.attributes().keySet())) {
      arguments.add(name + ": " + text(name, node.attributes().get(name), false));
    }
    int outputs = outputs(node);
    if (outputs > leastOutputs(node)) {
      arguments.add("outputs: " + outputs);
    }
    return call(node, prefix + node.op().name(), arguments);
  }

  /** Results up to the last that is wanted. */
  static int outputs(Node node) {
    int count = node.outputs().size();
    while (!node.outputs().get(count - 1).isPresent()) {
      count--;
    }
    return count;
  }

  private int leastOutputs(Node node) {
    int version = node.op().isStandard() ? program.opset() : 1;
    return OperatorCatalogue.published()
        .find(node.op(), version)
        .map(OperatorFacts::outputs)
        .map(o -> Math.max(1, o.least()))
        .orElse(1);
  }

  /**
   * {@code x |> f(rest)} where the first argument is a tensor of the run, else {@code f(x, rest)}.
   */
  private Code call(Node node, String function, List<String> arguments) {
    boolean piped =
        Vocabulary.isPiped(node)
            && !node.inputs().isEmpty()
            && (operands.isRuntime(node.input(0)) || operands.inlined(node.input(0)).isPresent())
            && operands
                .inlined(node.input(0))
                .filter(n -> Layer.is(n, SymbolicSizes.SIZES))
                .isEmpty();
    Code first = piped ? operands.of(node.input(0)) : Code.postfix("");
    if (!piped || !first.isReceiver()) {
      return Code.postfix(function + "(" + String.join(", ", arguments) + ")");
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return first.into(rest.isEmpty() ? function : function + "(" + String.join(", ", rest) + ")");
  }

  private String text(String name, Attribute attribute, boolean isLayer) {
    if (attribute instanceof Attribute.IntValue i) {
      return ELEMENTS.contains(name) && !isLayer
          ? ElementType.ofOnnx((int) i.value())
              .map(ElementType::toString)
              .orElse(Literals.whole(i.value()))
          : Literals.whole(i.value());
    } else if (attribute instanceof Attribute.FloatValue f) {
      return Literals.real(f.value());
    } else if (attribute instanceof Attribute.StringValue s) {
      return isLayer ? s.text() : Literals.quoted(s.text());
    } else if (attribute instanceof Attribute.Ints i) {
      return Literals.wholes(i.values());
    } else if (attribute instanceof Attribute.Floats f) {
      return Literals.reals(f.values());
    } else if (attribute instanceof Attribute.Strings s && isLayer) {
      return "[" + String.join(", ", s.values().stream().map(b -> b.utf8()).toList()) + "]";
    } else if (attribute instanceof Attribute.Strings s && !s.values().isEmpty()) {
      return Literals.texts(s.values());
    } else if (attribute instanceof Attribute.TensorValue t) {
      return Literals.canSay(t.value()) && t.value().elements() <= 64
          ? Literals.typed(t.value())
          : sources.extra(name, t.value());
    } else if (attribute instanceof Attribute.GraphValue g) {
      return bodies.lambda(g.value());
    }
    throw new CannotSay("the attribute " + name + ": " + attribute.getClass().getSimpleName());
  }
}

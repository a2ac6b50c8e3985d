package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.frontend.ast.Name;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.operators.OperatorCatalogue;
import pnnc.ir.operators.OperatorFacts;
import pnnc.ir.operators.Signature;
import pnnc.ir.operators.Signatures;
import pnnc.passes.shape.Extent;

/**
 * ONNX operators under their own names: {@code op.Conv(x, w, b, strides: [2, 2])}. Arguments
 * without a name are inputs, {@code none} leaves one out, a list of tensors stands for as many
 * inputs; arguments with a name are attributes; {@code outputs: n} asks for more than one result.
 */
final class Operators {
  private static final String OUTPUTS = "outputs";
  private static final int MOST_OUTPUTS = 1000;

  private final Context context;
  private final Emit emit;
  private final Lambdas lambdas;
  private final Describe describe;

  Operators(Context context, Emit emit, Evaluator evaluator, Types types) {
    this.context = context;
    this.emit = emit;
    this.lambdas = new Lambdas(context, evaluator, types);
    this.describe = new Describe(context);
  }

  Val call(Val.OperatorVal operator, List<Given> given, Span at) {
    OpType type = new OpType(operator.domain(), operator.name());
    OperatorFacts facts = facts(type, at);
    List<Value> operands = new ArrayList<>();
    Map<String, Attribute> attributes = new TreeMap<>();
    int outputs = Math.max(1, facts.outputs().least());
    for (Given g : given) {
      if (hasUndecided(g.value())) {
        return Val.unknown();
      }
      if (g.name().isEmpty()) {
        operands.addAll(operands(g));
      } else if (g.name().get().text().equals(OUTPUTS)) {
        outputs = count(g);
      } else if (isOpen(g.value())) {
        return Val.unknown();
      } else {
        attributes.put(g.name().get().text(), attribute(type, g));
      }
    }
    while (!operands.isEmpty() && !operands.get(operands.size() - 1).isPresent()) {
      operands.remove(operands.size() - 1);
    }
    requireArity(facts, operands.size(), at);
    List<Value> results = emit.op(type, at, attributes, operands, outputs);
    lambdas.types(type, attributes, results);
    List<Val> values = results.stream().<Val>map(Val.TensorVal::new).toList();
    return outputs == 1 ? values.get(0) : new Val.TupleVal(List.of(), values);
  }

  private static boolean hasUndecided(Val value) {
    return value.isUndecided()
        || (value instanceof Val.ListVal l && l.elements().stream().anyMatch(Val::isUndecided));
  }

  private OperatorFacts facts(OpType type, Span at) {
    int version = type.isStandard() ? context.opset() : 1;
    return OperatorCatalogue.published()
        .find(type, version)
        .orElseThrow(
            () -> {
              String domain = type.isStandard() ? "ai.onnx" : type.domain();
              Diagnostic fault =
                  DiagnosticCode.OPERATOR_UNKNOWN.error(type.name(), domain, version);
              return context.fail(
                  at,
                  Suggest.like(
                      fault,
                      type.name(),
                      OperatorCatalogue.published().names(type.domain(), version)));
            });
  }

  /** Whether a number in {@code value} waits for the arguments of the function looked at. */
  private boolean isOpen(Val value) {
    if (value instanceof Val.ListVal l) {
      return l.elements().stream().anyMatch(this::isOpen);
    }
    return value.isUndecided()
        || (context.isGeneric()
            && value instanceof Val.IntVal i
            && context.sizes().resolve(i.extent()).number().isEmpty());
  }

  private int count(Given g) {
    if (g.value() instanceof Val.IntVal i) {
      long count = context.sizes().resolve(i.extent()).number().orElse(0);
      if (count >= 1 && count <= MOST_OUTPUTS) {
        return (int) count;
      }
    }
    throw context.fail(
        g.span(),
        DiagnosticCode.TYPE_MISMATCH.error(
            "`outputs`", "a number from 1 to " + MOST_OUTPUTS, describe.value(g.value())));
  }

  private void requireArity(OperatorFacts facts, int given, Span at) {
    int least = facts.inputs().least();
    int most = facts.inputs().most().orElse(Integer.MAX_VALUE);
    if (given < least || given > most) {
      throw context.fail(
          at, DiagnosticCode.OPERATOR_ARITY.error(facts.op().name(), facts.inputs(), given));
    }
  }

  private List<Value> operands(Given g) {
    if (g.value() instanceof Val.NoneVal) {
      return List.of(Value.ABSENT);
    }
    if (g.value() instanceof Val.ListVal l) {
      return list(l, g.span());
    }
    return List.of(
        emit.operand(g.value(), Optional.empty(), g.span())
            .orElseThrow(
                () ->
                    context.fail(
                        g.span(),
                        DiagnosticCode.TYPE_MISMATCH.error(
                            "an input", "a tensor", describe.value(g.value())))));
  }

  /** A list of tensors is several inputs, a list of whole numbers or reals is a vector. */
  private List<Value> list(Val.ListVal list, Span at) {
    if (list.elements().stream().allMatch(Val.TensorVal.class::isInstance)
        && !list.elements().isEmpty()) {
      return list.elements().stream().map(e -> ((Val.TensorVal) e).value()).toList();
    }
    return List.of(vector(list, at));
  }

  private Value vector(Val.ListVal list, Span at) {
    List<Val> elements = list.elements();
    if (elements.stream().allMatch(Val.IntVal.class::isInstance)) {
      List<Extent> sizes = elements.stream().map(e -> ((Val.IntVal) e).extent()).toList();
      return new SizeValues(context, emit, at).vector(sizes);
    }
    if (elements.stream().anyMatch(Val::isUnknown)) {
      throw new Failed();
    }
    Numbers numbers = new Numbers(context);
    double[] reals = new double[elements.size()];
    for (int i = 0; i < reals.length; i++) {
      Numbers.OptionalReal real = numbers.asReal(elements.get(i));
      if (!real.isKnown()) {
        throw context.fail(
            at,
            DiagnosticCode.TYPE_MISMATCH.error(
                "an input", "a list of numbers or of tensors", describe.value(elements.get(i))));
      }
      reals[i] = real.value();
    }
    Tensor tensor = emit.tensor(ElementType.F32, Shape.of(reals.length), at, reals);
    return context.draft().constant("c", tensor);
  }

  private Attribute attribute(OpType type, Given g) {
    requireKnown(type, g.name().orElseThrow());
    if (g.value() instanceof Val.LambdaVal l) {
      return Attribute.of(lambdas.graph(l, g.name().orElseThrow().text()));
    }
    return new AttributeValues(context)
        .of(type, g.name().orElseThrow().text(), g.value())
        .orElseThrow(
            () ->
                context.fail(
                    g.span(),
                    DiagnosticCode.ATTRIBUTE_INVALID.error(
                        g.name().orElseThrow(),
                        type.name(),
                        "it cannot be " + describe.value(g.value()))));
  }

  private void requireKnown(OpType type, Name name) {
    int version = type.isStandard() ? context.opset() : 1;
    Optional<Signature> signature = Signatures.published().find(type, version);
    if (signature.isPresent() && !signature.get().attributes().containsKey(name.text())) {
      Diagnostic fault = DiagnosticCode.OPERATOR_ATTRIBUTE.error(type.name(), name);
      Set<String> known = signature.get().attributes().keySet();
      throw context.fail(
          name.span(),
          Suggest.like(fault, name.text(), known).help("it has: " + String.join(", ", known)));
    }
  }

  /** {@code f16(x)}: a tensor converted; a number or a list of numbers as a constant. */
  Val convert(ElementType type, List<Given> given, Span at) {
    if (given.size() != 1 || given.get(0).name().isPresent()) {
      throw context.fail(
          at, DiagnosticCode.ARGUMENTS_TOO_MANY.error(type.toString(), "1 argument"));
    }
    Given g = given.get(0);
    if (g.value().isUnknown()) {
      return g.value();
    }
    if (g.value() instanceof Val.TensorVal t && t.scale().isPresent()) {
      throw context.fail(
          g.span(), Arithmetic.quantized("`%s(…)`".formatted(type), describe.value(t)));
    }
    if (g.value() instanceof Val.TensorVal t) {
      Emit.Attributes to = Emit.Attributes.of("to", Attribute.of(type.onnxCode()));
      return emit.op("Cast", at, to, t.value());
    }
    return new Constants(context, emit).of(type, g);
  }
}

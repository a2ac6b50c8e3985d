package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.always;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.ValueType;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Fact;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.OtherFact;
import pnnc.passes.shape.TensorFact;

/** Sequences and optionals; of the tensors in a sequence only the element type is followed. */
final class Sequences {
  private Sequences() {}

  static void addTo(RuleTable table) {
    table.add("SequenceConstruct SplitToSequence", op -> sequence(op.element(0)));
    table.add("SequenceEmpty", op -> sequence(emptyType(op)));
    table.add("SequenceInsert SequenceErase", op -> List.of(op.fact(0)));
    table.add("SequenceAt ConcatFromSequence OptionalGetElement", op -> List.of(item(op.fact(0))));
    table.add("SequenceLength", always(ElementType.I64), DimsRule.SCALAR);
    table.add("OptionalHasElement", always(ElementType.BOOL), DimsRule.SCALAR);
    table.add("Optional", Sequences::optional);
  }

  private static List<Fact> sequence(Optional<ElementType> element) {
    return element
        .map(e -> new ValueType.TensorType(e, Optional.empty()))
        .map(item -> List.of(Fact.of(new ValueType.SequenceType(item))))
        .orElse(List.of());
  }

  private static Optional<ElementType> emptyType(Op op) {
    int code = Math.toIntExact(op.node().integer("dtype", ElementType.F32.onnxCode()));
    return ElementType.ofOnnx(code);
  }

  private static Fact item(Fact whole) {
    if (whole.type() instanceof ValueType.OptionalType o) {
      return Fact.of(o.item());
    }
    boolean isSequence = whole.type() instanceof ValueType.SequenceType;
    Optional<ElementType> element =
        isSequence
            ? ((ValueType.SequenceType) whole.type()).item().element()
            : whole.type().element();
    return TensorFact.of(element, Optional.empty());
  }

  private static List<Fact> optional(Op op) {
    Attribute declared = op.node().attribute("type").orElse(Attribute.of(0));
    ValueType item = declared instanceof Attribute.TypeValue t ? t.value() : op.fact(0).type();
    return item instanceof ValueType.Unknown
        ? List.of()
        : List.of(new OtherFact(new ValueType.OptionalType(item)));
  }
}

package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.operators.Signature;
import pnnc.ir.operators.Signatures;

/** Values of the language as attributes of ONNX operators. */
final class AttributeValues {
  private final Context context;

  AttributeValues(Context context) {
    this.context = context;
  }

  /** {@code value} as the attribute {@code name} of {@code type}; empty if it cannot be one. */
  Optional<Attribute> of(OpType type, String name, Val value) {
    boolean isFloat = kind(type, name).map(k -> k.startsWith("float")).orElse(false);
    if (value instanceof Val.ListVal l) {
      return list(l, isFloat);
    }
    if (value instanceof Val.RealVal || (isFloat && value instanceof Val.IntVal)) {
      Numbers.OptionalReal real = new Numbers(context).asReal(value);
      return real.isKnown() ? Optional.of(Attribute.of((float) real.value())) : Optional.empty();
    }
    if (value instanceof Val.IntVal i) {
      OptionalLong number = number(i);
      return number.isPresent() ? Optional.of(Attribute.of(number.getAsLong())) : Optional.empty();
    }
    if (value instanceof Val.BoolVal b) {
      return Optional.of(Attribute.of(b.value() ? 1 : 0));
    }
    if (value instanceof Val.StringVal s) {
      return Optional.of(Attribute.of(s.value()));
    }
    if (value instanceof Val.TypeVal t) {
      return Optional.of(Attribute.of(t.type().onnxCode()));
    }
    return tensor(value).map(Attribute::of);
  }

  /** What the operator wants there: {@code int}, {@code floats}, …; empty if that is not known. */
  private Optional<String> kind(OpType type, String name) {
    int version = type.isStandard() ? context.opset() : 1;
    return Signatures.published()
        .find(type, version)
        .map(s -> s.attributes().get(name))
        .map(Signature.AttributeFacts::kind);
  }

  private OptionalLong number(Val.IntVal value) {
    return context.sizes().resolve(value.extent()).number();
  }

  private Optional<Tensor> tensor(Val value) {
    return value instanceof Val.TensorVal t
        ? context.draft().types().constant(t.value())
        : Optional.empty();
  }

  private Optional<Attribute> list(Val.ListVal list, boolean isFloat) {
    List<Long> whole = new ArrayList<>();
    List<Float> reals = new ArrayList<>();
    List<Blob> words = new ArrayList<>();
    for (Val element : list.elements()) {
      if (element instanceof Val.IntVal i && number(i).isPresent()) {
        whole.add(number(i).getAsLong());
      }
      Numbers.OptionalReal real = new Numbers(context).asReal(element);
      if (real.isKnown()) {
        reals.add((float) real.value());
      }
      if (element instanceof Val.StringVal s) {
        words.add(((Attribute.StringValue) Attribute.of(s.value())).bytes());
      }
    }
    int count = list.elements().size();
    if (whole.size() == count && !isFloat) {
      return Optional.of(new Attribute.Ints(whole));
    }
    if (reals.size() == count) {
      return Optional.of(new Attribute.Floats(reals));
    }
    return words.size() == count ? Optional.of(new Attribute.Strings(words)) : Optional.empty();
  }
}

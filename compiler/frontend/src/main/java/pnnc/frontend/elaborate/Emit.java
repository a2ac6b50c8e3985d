package pnnc.frontend.elaborate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Contradiction;
import pnnc.passes.shape.Extent;

/** Adds operators and constants to the network under way. */
final class Emit {
  private final Context context;

  Emit(Context context) {
    this.context = context;
  }

  /** An operator of the standard with one result. */
  Val.TensorVal op(String name, Span at, Attributes attributes, Value... operands) {
    OpType type = OpType.of(name);
    return new Val.TensorVal(op(type, at, attributes.all(), Arrays.asList(operands), 1).get(0));
  }

  /** Attributes by name, built up. */
  static final class Attributes {
    static final Attributes NONE = new Attributes();

    private final Map<String, Attribute> all = new TreeMap<>();

    static Attributes of(String name, Attribute value) {
      Attributes attributes = new Attributes();
      attributes.all.put(name, value);
      return attributes;
    }

    Map<String, Attribute> all() {
      return all;
    }
  }

  /** Any operator; what is wrong with it is blamed on {@code at}. */
  List<Value> op(
      OpType type, Span at, Map<String, Attribute> attributes, List<Value> operands, int results) {
    Draft draft = context.draft();
    int most = context.bounds().operators();
    if (draft.size() >= most) {
      throw context.fail(at, DiagnosticCode.NETWORK_TOO_LARGE.error(most));
    }
    String path = context.naming().path(type.name().toLowerCase(Locale.ROOT));
    List<String> names =
        IntStream.range(0, results).mapToObj(i -> i == 0 ? path : path + "." + i).toList();
    int version = type.isStandard() ? context.opset() : 1;
    try {
      return draft.add(type, operands, attributes, names, version, origin(at, path));
    } catch (Contradiction contradiction) {
      throw context.fail(at, misfit(type, operands, contradiction));
    }
  }

  private Diagnostic misfit(OpType type, List<Value> operands, Contradiction contradiction) {
    Describe describe = new Describe(context);
    String given =
        Describe.oneOf(
            operands.stream()
                .filter(Value::isPresent)
                .map(v -> describe.value(new Val.TensorVal(v)))
                .toList());
    return DiagnosticCode.OPERANDS_MISFIT
        .error(type.name(), contradiction.getMessage())
        .help("given: " + given.replace(" or ", " and "));
  }

  private Origin origin(Span at, String path) {
    Span users = context.blame().usersPlace(at);
    return new Origin(path, Map.of("pnnc.source", users.toString()), Blob.EMPTY);
  }

  /** A constant of {@code type} that holds {@code number}, which must fit. */
  Val.TensorVal scalar(ElementType type, double number, Span at) {
    return new Val.TensorVal(context.draft().constant("c", tensor(type, Shape.SCALAR, at, number)));
  }

  /** A vector of whole numbers, as shapes, axes and pads are given. */
  Value longs(long... values) {
    return context.draft().constant("c", Tensor.ofLongs(values));
  }

  /**
   * A tensor of {@code type} and {@code shape}.
   *
   * <p>Reals are rounded to the nearest; whole numbers must be held exactly by an integer type.
   */
  Tensor tensor(ElementType type, Shape shape, Span at, double... numbers) {
    TensorWriter writer = new TensorWriter(type, shape);
    for (int i = 0; i < numbers.length; i++) {
      if (!fits(type, numbers[i])) {
        throw context.fail(at, DiagnosticCode.NUMBER_DOES_NOT_FIT.error(plain(numbers[i]), type));
      }
      if (type.isInteger() || type == ElementType.BOOL) {
        writer.put(i, (long) numbers[i]);
      } else {
        writer.put(i, numbers[i]);
      }
    }
    return writer.build();
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static boolean fits(ElementType type, double number) {
    if (type == ElementType.BOOL) {
      return number == 0 || number == 1;
    }
    if (!type.isInteger()) {
      return type.isFloat() && (!Double.isFinite(number) || Math.abs(number) < beyond(type));
    }
    boolean signed = type.name().startsWith("I");
    double most = Math.scalb(1.0, signed ? type.bits() - 1 : type.bits());
    return number == Math.rint(number) && number >= (signed ? -most : 0) && number < most;
  }

  /** The least number that is rounded to infinity. */
  private static double beyond(ElementType type) {
    return switch (type) {
      case F16 -> 65_520;
      case BF16 -> 0x1.FFp127;
      case F32 -> 0x1.FFFFFFp127;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  private Value whole(Extent number, Optional<ElementType> like, Span at) {
    ElementType type = like.orElse(ElementType.I64);
    if (number.number().isPresent() && type == ElementType.I64) {
      // As a double it would lose its last digits.
      TensorWriter writer = new TensorWriter(type, Shape.SCALAR);
      writer.put(0, number.number().getAsLong());
      return context.draft().constant("c", writer.build());
    }
    if (number.number().isPresent()) {
      return scalar(type, (double) number.number().getAsLong(), at).value();
    }
    return new SizeValues(context, this, at).scalar(number, type);
  }

  /** {@code value} as an operand of the element type {@code like}: numbers become constants. */
  Optional<Value> operand(Val value, Optional<ElementType> like, Span at) {
    if (value instanceof Val.TensorVal t) {
      return Optional.of(t.value());
    }
    if (value instanceof Val.RealVal r) {
      return Optional.of(scalar(like.orElse(ElementType.F32), r.value(), at).value());
    }
    if (value instanceof Val.BoolVal b) {
      return Optional.of(scalar(ElementType.BOOL, b.value() ? 1 : 0, at).value());
    }
    if (value instanceof Val.IntVal i) {
      return Optional.of(whole(context.sizes().resolve(i.extent()), like, at));
    }
    return Optional.empty();
  }
}

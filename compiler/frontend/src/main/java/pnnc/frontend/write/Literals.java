package pnnc.frontend.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** Numbers, words and small tensors as a program writes them. */
final class Literals {
  /** Whole numbers beyond this are not exact where the language takes them for reals. */
  private static final long MOST_EXACT = 1L << 53;

  private Literals() {}

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  static String whole(long number) {
    return number == Long.MIN_VALUE ? "-9223372036854775807 - 1" : Long.toString(number);
  }

  /** A real number that is read back as the same {@code float}. */
  static String real(float number) {
    String text = Float.toString(number);
    boolean same = Float.isNaN(number) || (float) Double.parseDouble(text) == number;
    return same ? real(text, number) : real((double) number);
  }

  static String real(double number) {
    return real(Double.toString(number), number);
  }

  private static String real(String text, double number) {
    if (Double.isNaN(number)) {
      return "0.0 / 0.0";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "1.0 / 0.0" : "-1.0 / 0.0";
    }
    return text.replace(".0E", "E").toLowerCase(Locale.ROOT);
  }

  static String wholes(List<Long> numbers) {
    return numbers.stream().map(Literals::whole).collect(Collectors.joining(", ", "[", "]"));
  }

  static String reals(List<Float> numbers) {
    return numbers.stream().map(Literals::real).collect(Collectors.joining(", ", "[", "]"));
  }

  static String texts(List<Blob> words) {
    return words.stream().map(b -> quoted(b.utf8())).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether a program can say all of {@code tensor}. */
  static boolean canSay(Tensor tensor) {
    ElementType type = tensor.type();
    if (!(type.isFloat() || type.isInteger() || type == ElementType.BOOL)) {
      return false;
    }
    long[] sizes = tensor.sizes();
    boolean flat = IntStream.range(0, sizes.length - 1).allMatch(i -> sizes[i] != 0);
    return flat && (isLongs(tensor) || !type.isInteger() || isExact(tensor));
  }

  private static boolean isExact(Tensor tensor) {
    TensorElements elements = TensorElements.of(tensor);
    for (long i = 0; i < elements.count(); i++) {
      long element = elements.longAt(i);
      if (element < -MOST_EXACT || element > MOST_EXACT) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a scalar or a list of 64-bit integers, which need no word for their type. */
  private static boolean isLongs(Tensor tensor) {
    return tensor.type() == ElementType.I64 && tensor.shape().rank() <= 1;
  }

  /** An operand that is just this tensor, its type included: {@code [1, -1]}, {@code f16(0.5)}. */
  static String operand(Tensor tensor) {
    String elements = elements(tensor);
    boolean plain =
        tensor.shape().rank() <= 1
            && (tensor.type() == ElementType.I64
                || (tensor.type() == ElementType.F32 && tensor.elements() > 0)
                || (tensor.type() == ElementType.BOOL && tensor.shape().rank() == 0));
    return plain ? elements : typed(tensor);
  }

  /** With the word for the element type in front. */
  static String typed(Tensor tensor) {
    return tensor.type() + "(" + elements(tensor) + ")";
  }

  private static String elements(Tensor tensor) {
    return elements(tensor, 0, 0);
  }

  private static String elements(Tensor tensor, int axis, long from) {
    if (axis == tensor.shape().rank()) {
      return element(tensor, from);
    }
    long[] sizes = tensor.sizes();
    long step = 1;
    for (int i = axis + 1; i < sizes.length; i++) {
      step *= sizes[i];
    }
    long each = step;
    return IntStream.range(0, (int) sizes[axis])
        .mapToObj(i -> elements(tensor, axis + 1, from + i * each))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String element(Tensor tensor, long index) {
    TensorElements elements = TensorElements.of(tensor);
    if (tensor.type() == ElementType.BOOL) {
      return elements.longAt(index) != 0 ? "true" : "false";
    }
    if (tensor.type().isInteger()) {
      return whole(elements.longAt(index));
    }
    double number = elements.doubleAt(index);
    return tensor.type() == ElementType.F64 ? real(number) : real((float) number);
  }

  /** The one number that {@code tensor} holds, if a program may write it without its type. */
  static Optional<String> number(Tensor tensor) {
    boolean isNumber = tensor.type().isFloat() || tensor.type().isInteger();
    return tensor.elements() == 1 && isNumber && canSay(tensor)
        ? Optional.of(element(tensor, 0))
        : Optional.empty();
  }
}

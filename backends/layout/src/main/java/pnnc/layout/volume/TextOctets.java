package pnnc.layout.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.OptionalDouble;
import pnnc.layout.text.ByteCursor;
import pnnc.layout.text.Decimal;

/** Numbers in text, as the bytes of values; up to the first {@code <} or the end of the file. */
final class TextOctets extends Octets {
  private static final int LONGEST = 400;

  private final VolumeType type;
  private final StringBuilder word = new StringBuilder();
  private final ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

  TextOctets(ByteCursor cursor, VolumeType type) {
    super(cursor, type.bytes());
    this.type = type;
    value.limit(0);
  }

  @Override
  int read(byte[] into, int from, int length) {
    int read = 0;
    while (read < length && (value.hasRemaining() || next())) {
      into[from + read++] = value.get();
    }
    return read;
  }

  private static boolean isBlank(int octet) {
    return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t' || octet == ',';
  }

  private boolean next() {
    while (isBlank(cursor().peek())) {
      cursor().next();
    }
    word.setLength(0);
    int octet = cursor().peek();
    while (octet >= 0 && octet != '<' && !isBlank(octet)) {
      if (word.length() == LONGEST) {
        throw damaged("a number of more than %d characters".formatted(LONGEST));
      }
      word.append((char) cursor().next());
      octet = cursor().peek();
    }
    if (word.length() == 0) {
      return false;
    }
    value.clear();
    put(number(word.toString()));
    value.flip();
    return true;
  }

  private double number(String text) {
    OptionalDouble number = Decimal.parse(text);
    if (number.isPresent() && isInRange(number.getAsDouble())) {
      return number.getAsDouble();
    }
    String special = text.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "");
    if (type.isReal() && special.equals("nan")) {
      return Double.NaN;
    }
    if (type.isReal() && (special.equals("inf") || special.equals("infinity"))) {
      return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    throw damaged("`%s` is no %s".formatted(text, type.vtk()));
  }

  private boolean isInRange(double number) {
    if (type.isReal()) {
      return type == VolumeType.F64 || Float.isFinite((float) number);
    }
    boolean isSigned = type == VolumeType.I16;
    double high = Math.pow(2, 8 * type.bytes() - (isSigned ? 1 : 0));
    return number == Math.rint(number) && number < high && number >= (isSigned ? -high : 0);
  }

  private void put(double number) {
    switch (type) {
      case U8 -> value.put((byte) (int) number);
      case U16, I16 -> value.putShort((short) (int) number);
      case U32 -> value.putInt((int) (long) number);
      case F32 -> value.putFloat((float) number);
      case F64 -> value.putDouble(number);
    }
  }
}

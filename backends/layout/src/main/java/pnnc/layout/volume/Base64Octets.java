package pnnc.layout.volume;

import java.util.Arrays;
import pnnc.layout.text.ByteCursor;

/**
 * What base64 stands for, up to the first character that is none of it. Groups may be padded
 * anywhere: VTK codes the lengths and the values by themselves, one behind the other.
 */
final class Base64Octets extends Octets {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int PAD = 64;
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < DIGITS.length(); i++) {
      VALUES[DIGITS.charAt(i)] = (byte) i;
    }
    VALUES['='] = PAD;
  }

  private int group;
  private int left;

  Base64Octets(ByteCursor cursor) {
    super(cursor, 1);
  }

  @Override
  int read(byte[] into, int from, int length) {
    int read = 0;
    while (read < length && (left > 0 || nextGroup())) {
      left--;
      into[from + read++] = (byte) (group >> (8 * left));
    }
    return read;
  }

  /** Decodes four characters; false if there are no more. */
  private boolean nextGroup() {
    int bits = 0;
    int pads = 0;
    for (int i = 0; i < 4; i++) {
      int value = digit();
      if (value < 0 && i == 0) {
        return false;
      }
      if (value < 0 || (value != PAD && pads > 0) || (value == PAD && i < 2)) {
        throw damaged("base64 ends inside a group of four");
      }
      pads += value == PAD ? 1 : 0;
      bits = bits << 6 | (value & 63);
    }
    left = 3 - pads;
    group = bits >> (8 * pads);
    return true;
  }

  /** The value of the next character, -1 if it is no base64. */
  private int digit() {
    int octet = cursor().peek();
    while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
      cursor().next();
      octet = cursor().peek();
    }
    int value = octet >= 0 && octet < 128 ? VALUES[octet] : -1;
    if (value >= 0) {
      cursor().next();
    }
    return value;
  }
}

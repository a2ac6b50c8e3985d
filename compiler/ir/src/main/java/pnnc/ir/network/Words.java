package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import pnnc.base.bytes.Blob;

/** Names, strings and bytes in the text form: plain where they can be, quoted where they must. */
final class Words {
  private static final int LONGEST_HEX = 32;

  private Words() {}

  /** {@code word} itself, or quoted if it is not made of letters, digits, dots and underscores. */
  static String word(String word) {
    return isPlain(word) ? word : quote(word);
  }

  private static boolean isPlain(String word) {
    return !word.isEmpty()
        && word.charAt(0) != '.'
        && word.chars().allMatch(Words::isPlainCharacter);
  }

  static boolean isPlainCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.';
  }

  /** Like {@link #word}, but never to be taken for a number. */
  static String symbol(String word) {
    return isPlain(word) && !Character.isDigit(word.charAt(0)) ? word : quote(word);
  }

  /** {@code com.microsoft::QGemm}. */
  static String operator(OpType op) {
    return op.isStandard() ? word(op.name()) : word(op.domain()) + "::" + word(op.name());
  }

  /** {@code text} between double quotes, with backslash escapes. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendEscaped(out, c));
    return out.append('"').toString();
  }

  private static void appendEscaped(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (isVisible(c)) {
          out.appendCodePoint(c);
        } else {
          new String(Character.toChars(c))
              .chars()
              .forEach(unit -> out.append("\\u").append("%04x".formatted(unit)));
        }
      }
    }
  }

  /**
   * Characters that an editor hides, or that turn text around, are written as escapes. A list of
   * our own: {@code Character.getType} knows more characters on every Java version.
   */
  private static boolean isVisible(int c) {
    boolean control = c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0xad;
    boolean format = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e);
    boolean invisible = (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >> 12) == 0xe0;
    boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !format && !invisible && !unpaired;
  }

  /** A string of bytes: quoted if it is UTF-8, else {@link #bytes}. */
  static String string(Blob bytes) {
    return strictUtf8(bytes).map(Words::quote).orElseGet(() -> bytes(bytes));
  }

  /** {@code hex "00ff"}, or {@code base64 "…"} where that would be long. */
  static String bytes(Blob bytes) {
    return bytes.size() <= LONGEST_HEX
        ? "hex \"" + HexFormat.of().formatHex(bytes.toByteArray()) + '"'
        : "base64 \"" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + '"';
  }

  private static Optional<String> strictUtf8(Blob bytes) {
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

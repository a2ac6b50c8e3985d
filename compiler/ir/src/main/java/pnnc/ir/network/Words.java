package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.ir.text.Quotes;

/** Names, strings and bytes in the text form: plain where they can be, quoted where they must. */
final class Words {
  private static final int LONGEST_HEX = 32;

  private Words() {}

  /** {@code word} itself, or quoted if it is not made of letters, digits, dots and underscores. */
  static String word(String word) {
    return isPlain(word) ? word : Quotes.quote(word);
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
    return isPlain(word) && !Character.isDigit(word.charAt(0)) ? word : Quotes.quote(word);
  }

  /** {@code com.microsoft::QGemm}. */
  static String operator(OpType op) {
    return op.isStandard() ? word(op.name()) : word(op.domain()) + "::" + word(op.name());
  }

  /** A string of bytes: quoted if it is UTF-8, else {@link #bytes}. */
  static String string(Blob bytes) {
    return strictUtf8(bytes).map(Quotes::quote).orElseGet(() -> bytes(bytes));
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

package pnnc.ir.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.ir.text.TextPlaces;
import pnnc.ir.text.Token;
import pnnc.ir.text.TokenReader;

/** The tokens of a text with one token of foresight, and the complaints about them. */
final class TextReader extends TokenReader {
  /** No network nests its subgraphs or types deeper; bounds the stack. */
  static final int DEEPEST = 64;

  private final IdentityHashMap<Object, Token> starts = new IdentityHashMap<>();
  private int depth;

  TextReader(TextPlaces places) {
    super(new TextLexer(places));
  }

  boolean at(String symbol) {
    return peek().is(symbol);
  }

  boolean at(Token.Kind kind) {
    return peek().kind() == kind;
  }

  String quoted(String what) {
    if (!at(Token.Kind.STRING)) {
      throw fail(what);
    }
    return next().text();
  }

  /** A decimal integer of at most 64 bits. */
  long integer(String what) {
    Token token = peek();
    if (!at(Token.Kind.WORD)) {
      throw fail(what);
    }
    try {
      long value = Long.parseLong(token.text());
      next();
      return value;
    } catch (NumberFormatException e) {
      throw fail(what);
    }
  }

  int integer32(String what) {
    Token token = peek();
    long value = integer(what);
    if (value != (int) value) {
      throw fault(token, what + " of 32 bits");
    }
    return (int) value;
  }

  /** {@code %name}, or {@code _} where a value is left out. */
  Value value() {
    if (take("_")) {
      return Value.ABSENT;
    }
    if (!at(Token.Kind.VALUE)) {
      throw fail("a value");
    }
    Token token = next();
    return noted(new Value(token.text()), token);
  }

  /** Remembers where {@code thing}, this very object, begins. */
  <T> T noted(T thing, Token start) {
    starts.put(thing, start);
    return thing;
  }

  /** Where {@code thing}, this very object, begins; empty if that was not noted. */
  Optional<Place> placeOf(Object thing) {
    return Optional.ofNullable(starts.get(thing)).map(this::place);
  }

  boolean atBytes() {
    return at("hex") || at("base64");
  }

  /** Bytes of a string: quoted text, or as {@link #bytes}. */
  Blob string() {
    if (atBytes()) {
      return Blob.of(bytes());
    }
    return Blob.of(utf8());
  }

  private byte[] utf8() {
    Token token = peek();
    String text = quoted("a string");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      throw fault(token, "text that UTF-8 can hold (write other bytes as hex)");
    }
    return bytes;
  }

  /** {@code hex "…"} or {@code base64 "…"}. */
  byte[] bytes() {
    boolean hex = at("hex");
    if (!atBytes()) {
      throw fail("`hex` or `base64`");
    }
    next();
    Token token = peek();
    String digits = quoted("a string of digits");
    try {
      return hex ? HexFormat.of().parseHex(digits) : Base64.getDecoder().decode(digits);
    } catch (IllegalArgumentException e) {
      throw fault(token, hex ? "pairs of hexadecimal digits" : "base64 digits");
    }
  }

  /** {@code open item, item, … close}; may be empty. */
  <T> List<T> list(String open, Supplier<T> item, String close) {
    List<T> items = new ArrayList<>();
    expect(open);
    if (take(close)) {
      return items;
    }
    do {
      items.add(item.get());
    } while (take(","));
    expect(close);
    return items;
  }

  /** Runs {@code inner} one level deeper; refuses what is nested too deep for the stack. */
  <T> T nested(String what, Supplier<T> inner) {
    if (++depth > DEEPEST) {
      Place place = places().span(peek().start(), peek().end());
      throw new DiagnosedException(
          DiagnosticCode.ONNX_LIMIT.error("nesting of " + what, DEEPEST).at(place));
    }
    T result = inner.get();
    depth--;
    return result;
  }

  Place wholeFile() {
    return new Place.WholeFile(places().file());
  }

  /** The current token is not what the grammar asks for. */
  DiagnosedException fail(String expected) {
    return fault(peek(), expected);
  }
}

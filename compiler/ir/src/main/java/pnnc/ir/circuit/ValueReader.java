package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.circuit.Attribute.Bulk;
import pnnc.ir.circuit.Attribute.Encoding;
import pnnc.ir.circuit.Attribute.Scalar;
import pnnc.ir.circuit.Attribute.Series;
import pnnc.ir.circuit.Attribute.Use;
import pnnc.ir.circuit.Attribute.Word;
import pnnc.ir.circuit.Attribute.WordList;
import pnnc.ir.text.Token;
import pnnc.ir.text.TokenReader;

/** Reads what stands behind the {@code =} of an attribute. Not thread-safe. */
final class ValueReader {
  /** How many numbers a text may stand for beyond those it spells out. */
  private static final long FREE_REPETITIONS = 1 << 24;

  private static final int REPETITIONS_PER_CHARACTER = 8;

  private final TokenReader in;
  private final BulkStore store;
  private long repetitionsLeft;

  ValueReader(TokenReader in, int length, BulkStore store) {
    this.in = in;
    this.store = store;
    this.repetitionsLeft = FREE_REPETITIONS + (long) REPETITIONS_PER_CHARACTER * length;
  }

  Attribute value() {
    Token token = in.peek();
    if (token.isName()) {
      return new Word(in.word("a value"), Use.PLAIN);
    }
    if (token.kind() == Token.Kind.NUMBER) {
      return new Scalar(in.number("a value"), unit(token.end()));
    }
    if (in.take("[")) {
      return list();
    }
    if (in.take("%")) {
      return bulk(inline());
    }
    if (in.take("@")) {
      return bulk(named());
    }
    throw in.fault(token, "a value");
  }

  /** The unit that begins at offset {@code end}, right behind what it belongs to. */
  private String unit(int end) {
    Token token = in.peek();
    boolean here = token.kind() == Token.Kind.WORD && token.start() == end;
    return here ? in.word("a unit") : "";
  }

  private Attribute list() {
    return in.peek().kind() == Token.Kind.NUMBER ? series() : words();
  }

  private Attribute words() {
    List<String> words = new ArrayList<>();
    while (!in.peek().is("]")) {
      words.add(in.word("a word or `]`"));
    }
    in.expect("]");
    return new WordList(words, Use.PLAIN);
  }

  private Attribute series() {
    RealsBuilder values = new RealsBuilder();
    long size = 0;
    while (!in.peek().is("]")) {
      Token token = in.peek();
      double value = in.number("a number or `]`");
      int count = in.take("*") ? in.integer("a count", 1, Integer.MAX_VALUE) : 1;
      boolean alone = size == 0 && in.peek().is("]");
      repetitionsLeft -= alone ? 0 : count - 1;
      size += count;
      if (repetitionsLeft < 0 || size > Integer.MAX_VALUE) {
        throw in.fault(token, "fewer repetitions in one text", "`*" + count + "`");
      }
      values.add(value, count);
    }
    Token end = in.expect("]");
    return new Series(values.build(), unit(end.end()), 0);
  }

  private static Attribute bulk(ByteSource data) {
    return new Bulk(data, Encoding.U8, List.of());
  }

  private ByteSource inline() {
    Token token = in.peek();
    try {
      return ByteSource.of("inline data", Base64.getDecoder().decode(string("data in base64")));
    } catch (IllegalArgumentException e) {
      throw in.fault(token, "data in base64", "other characters");
    }
  }

  private ByteSource named() {
    Token token = in.peek();
    String name = string("the name of data in quotes");
    return store
        .find(name)
        .orElseThrow(() -> in.fault(token, "the name of known data", "`" + name + "`"));
  }

  private String string(String expected) {
    if (in.peek().kind() != Token.Kind.STRING) {
      throw in.fault(in.peek(), expected);
    }
    return in.next().text();
  }
}

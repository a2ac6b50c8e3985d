package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

/** Reads what {@link EntryWriter} writes. Not thread-safe. */
public final class EntryReader {
  /** How many numbers a text may stand for beyond those it spells out. */
  private static final long FREE_REPETITIONS = 1 << 24;

  private static final int REPETITIONS_PER_CHARACTER = 8;

  private final TokenReader in;
  private final BulkStore store;
  private long repetitionsLeft;

  /** A reader of a text of {@code length} characters. */
  public EntryReader(TokenReader in, int length, BulkStore store) {
    this.in = in;
    this.store = store;
    this.repetitionsLeft = FREE_REPETITIONS + (long) REPETITIONS_PER_CHARACTER * length;
  }

  /** Reads {@code keyword name key=value …}. */
  public Entry entry(String expected) {
    if (in.peek().kind() != Token.Kind.WORD) {
      throw in.fault(in.peek(), expected);
    }
    Token keyword = in.next();
    Token nameToken = in.peek();
    String name = in.word("a name");
    return new Entry(keyword, nameToken, name, keyed());
  }

  /** Reads {@code keyword key=value …}, of which there is one in a text and so has no name. */
  public Entry header(String expected) {
    Token keyword = in.expect(expected);
    return new Entry(keyword, keyword, keyword.text(), keyed());
  }

  private Map<String, Entry.Value> keyed() {
    Map<String, Entry.Value> values = new LinkedHashMap<>();
    while (in.peek().isName() && in.peekSecond().is("=")) {
      Token token = in.peek();
      String key = in.word("a key");
      in.expect("=");
      if (values.put(key, new Entry.Value(token, value())) != null) {
        throw in.fault(token, "each key once", "`" + key + "` again");
      }
    }
    return values;
  }

  private Attribute value() {
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

  /** The device that {@code entry} describes. */
  public <D extends Device> D device(Entry entry, Dialect<D> dialect) {
    String keyword = entry.keyword().text();
    Dialect.Form<D> form =
        dialect
            .form(keyword)
            .orElseThrow(() -> in.fault(entry.keyword(), "one of " + dialect.keywords()));
    return make(entry, keyword, a -> form.read(entry.name(), a), Device::attributes);
  }

  /** The instance of a cell that {@code entry} describes. */
  Instance instance(Entry entry) {
    return make(entry, Instance.KEYWORD, a -> Instance.read(entry.name(), a), Instance::attributes);
  }

  /**
   * What {@code read} makes of the attributes of {@code entry}. Its refusals become faults of the
   * text, and so do attributes that {@code written}, its inverse, does not know.
   */
  public <T> T make(
      Entry entry, String what, Function<Attributes, T> read, Function<T, Attributes> written) {
    T made = tryMake(entry, what, read);
    Map<String, Attribute> known = written.apply(made).byKey();
    for (String key : entry.attributes().byKey().keySet()) {
      if (!known.containsKey(key)) {
        throw in.fault(entry.token(key), "one of " + String.join(", ", known.keySet()));
      }
    }
    return made;
  }

  private <T> T tryMake(Entry entry, String what, Function<Attributes, T> read) {
    try {
      return read.apply(entry.attributes());
    } catch (AttributeException e) {
      String expected = "`%s` to be %s".formatted(e.key(), e.expected());
      throw in.fault(entry.token(e.key()), expected, entry.has(e.key()) ? "another" : "none");
    } catch (IllegalArgumentException e) {
      throw in.fault(entry.nameToken(), "a possible " + what, e.getMessage());
    }
  }

  /** The place in the layout that {@code entry} gives. */
  public Optional<Location> location(Entry entry) {
    if (!entry.has(Entry.AT)) {
      return Optional.empty();
    }
    Reals at =
        entry.value(Entry.AT) instanceof Series s && s.unit().isEmpty() ? s.values() : Reals.EMPTY;
    boolean fits = at.areWhole() && (at.size() == 2 || at.size() == 4);
    if (!fits || Math.max(-at.min(), at.max()) > Location.LIMIT) {
      throw in.fault(entry.token(Entry.AT), "two or four whole numbers", "another");
    }
    String path = entry.value(Entry.IN) instanceof Word w ? w.text() : "";
    boolean array = at.size() == 4;
    return Optional.of(
        new Location(
            path,
            (long) at.get(0),
            (long) at.get(1),
            array ? (long) at.get(2) : 0,
            array ? (long) at.get(3) : 0));
  }
}

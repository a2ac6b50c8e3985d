package pnnc.ir.circuit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.ir.circuit.Attribute.Series;
import pnnc.ir.circuit.Attribute.Word;
import pnnc.ir.text.Token;
import pnnc.ir.text.TokenReader;

/** Reads what {@link EntryWriter} writes. Not thread-safe. */
public final class EntryReader {
  private final TokenReader in;
  private final ValueReader values;

  /** A reader of a text of {@code length} characters. */
  public EntryReader(TokenReader in, int length, BulkStore store) {
    this.in = in;
    this.values = new ValueReader(in, length, store);
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
  public <T> T header(Form<T> form) {
    Token keyword = in.expect(form.keyword());
    return make(new Entry(keyword, keyword, keyword.text(), keyed()), form);
  }

  private Map<String, Entry.Value> keyed() {
    Map<String, Entry.Value> found = new LinkedHashMap<>();
    while (in.peek().isName() && in.peekSecond().is("=")) {
      Token token = in.peek();
      String key = in.word("a key");
      in.expect("=");
      if (found.put(key, new Entry.Value(token, values.value())) != null) {
        throw in.fault(token, "each key once", "`" + key + "` again");
      }
    }
    return found;
  }

  /** The device that {@code entry} describes. */
  public <D extends Device> D device(Entry entry, Dialect<D> dialect) {
    Form<? extends D> form =
        dialect
            .form(entry.keyword().text())
            .orElseThrow(() -> in.fault(entry.keyword(), "one of " + dialect.keywords()));
    return make(entry, form);
  }

  /** The instance of a cell that {@code entry} describes. */
  Instance instance(Entry entry) {
    return make(entry, Instance.FORM);
  }

  /**
   * What {@code form} makes of {@code entry}. Its refusals become faults of the text, and so do
   * attributes that it does not know.
   */
  private <T> T make(Entry entry, Form<T> form) {
    T made = tryMake(entry, form);
    Set<String> known = form.attributes(made).byKey().keySet();
    for (String key : entry.attributes().byKey().keySet()) {
      if (!known.contains(key)) {
        throw in.fault(entry.token(key), "one of " + String.join(", ", known));
      }
    }
    return made;
  }

  private <T> T tryMake(Entry entry, Form<T> form) {
    try {
      return form.read(entry.name(), entry.attributes());
    } catch (AttributeException e) {
      String expected = "`%s` to be %s".formatted(e.key(), e.expected());
      throw in.fault(entry.token(e.key()), expected, entry.has(e.key()) ? "another" : "none");
    } catch (IllegalArgumentException e) {
      throw in.fault(entry.nameToken(), "a possible " + form.keyword(), e.getMessage());
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

package pnnc.ir.circuit;

import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.ir.text.Token;

/** One {@code keyword name key=value …} of a text, and where its parts stand. */
public final class Entry {
  /** The key of a device's coordinates. */
  static final String AT = "at";

  /** The key of a device's layout cell. */
  static final String IN = "in";

  /**
   * A value and the place of its key.
   *
   * @param key where the key stands
   */
  record Value(Token key, Attribute attribute) {}

  private final Token keyword;
  private final Token nameToken;
  private final String name;
  private final Map<String, Value> values;

  Entry(Token keyword, Token nameToken, String name, Map<String, Value> values) {
    this.keyword = keyword;
    this.nameToken = nameToken;
    this.name = name;
    this.values = values;
  }

  public Token keyword() {
    return keyword;
  }

  Token nameToken() {
    return nameToken;
  }

  String name() {
    return name;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Attribute value(String key) {
    Value value = values.get(key);
    return value == null ? new Attribute.Word("", Attribute.Use.PLAIN) : value.attribute();
  }

  /** Where {@code key} stands; the name, if there is no such key. */
  Token token(String key) {
    Value value = values.get(key);
    return value == null ? nameToken : value.key();
  }

  /** All attributes but the place in the layout. */
  Attributes attributes() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    values.forEach((key, value) -> attributes.put(key, value.attribute()));
    attributes.remove(AT);
    attributes.remove(IN);
    return new Attributes(attributes);
  }
}

package pnnc.ir.circuit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Quantity;
import pnnc.base.units.Unit;

/**
 * What a {@link Device} is made of, by key, in order. Immutable. The readers throw
 * IllegalArgumentException where the attribute is missing or of another kind.
 */
public final class Attributes {
  private final Map<String, Attribute> byKey;

  Attributes(Map<String, Attribute> byKey) {
    this.byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  public Map<String, Attribute> byKey() {
    return byKey;
  }

  /** These attributes with every net renamed. */
  Attributes mapNets(UnaryOperator<String> rename) {
    Map<String, Attribute> mapped = new LinkedHashMap<>(byKey);
    mapped.replaceAll((key, value) -> mapNets(value, rename));
    return new Attributes(mapped);
  }

  private static Attribute mapNets(Attribute value, UnaryOperator<String> rename) {
    if (value instanceof Attribute.Word w && w.use().isNet()) {
      return new Attribute.Word(rename.apply(w.text()), w.use());
    }
    if (value instanceof Attribute.WordList l && l.use().isNet()) {
      return new Attribute.WordList(l.texts().stream().map(rename).toList(), l.use());
    }
    return value;
  }

  /** Whether there is an attribute under {@code key}. */
  boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** A net's, a model's or any other word. */
  String word(String key) {
    return get(key, Attribute.Word.class, "a word").text();
  }

  /** Words, such as nets, in order. */
  List<String> words(String key) {
    return get(key, Attribute.WordList.class, "a list of words").texts();
  }

  /** One of the constants of {@code type}. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String word = word(key);
    for (E choice : type.getEnumConstants()) {
      if (Names.word(choice).equals(word)) {
        return choice;
      }
    }
    List<String> known = List.of(type.getEnumConstants()).stream().map(Names::word).toList();
    throw new AttributeException(key, "one of " + String.join(", ", known));
  }

  /** A number with a unit. */
  <Q extends Quantity> Q quantity(String key, Unit<Q> unit) {
    return unit.of().apply(number(key, unit.symbol()));
  }

  /** A number without a unit. */
  double number(String key) {
    return number(key, "");
  }

  private double number(String key, String unit) {
    String expected = "a number" + suffix(unit);
    Attribute.Scalar number = get(key, Attribute.Scalar.class, expected);
    if (!number.unit().equals(unit)) {
      throw new AttributeException(key, expected);
    }
    return number.value();
  }

  /** A whole number without a unit. */
  int integer(String key) {
    double value = number(key);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new AttributeException(key, "a whole number");
    }
    return (int) value;
  }

  /** Numbers of the unit {@code unit}; empty for pure numbers. */
  Reals series(String key, String unit) {
    if (byKey.get(key) instanceof Attribute.WordList list && list.texts().isEmpty()) {
      return Reals.EMPTY;
    }
    String expected = "a list of numbers" + suffix(unit);
    Attribute.Series series = get(key, Attribute.Series.class, expected);
    if (!series.unit().equals(unit)) {
      throw new AttributeException(key, expected);
    }
    return series.values();
  }

  /** Bytes. */
  ByteSource bulk(String key) {
    return get(key, Attribute.Bulk.class, "data").source();
  }

  private static String suffix(String unit) {
    return unit.isEmpty() ? " without unit" : " in " + unit;
  }

  private <A extends Attribute> A get(String key, Class<A> type, String expected) {
    Attribute value = byKey.get(key);
    if (!type.isInstance(value)) {
      throw new AttributeException(key, expected);
    }
    return type.cast(value);
  }
}

package pnnc.layout.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something a file says of an element, a cell or itself that is not geometry.
 *
 * @param name in GDSII files the number of the attribute, in digits
 * @param values in GDSII files exactly one, a string
 */
public record Property(String name, List<Value> values) {
  public Property {
    values = List.copyOf(values);
  }

  /** One value. */
  public sealed interface Value {}

  /** A text of any bytes, one character each (ISO 8859-1). */
  public record Text(String text) implements Value {
    /** The bytes. */
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** A whole number. */
  public record Whole(long number) implements Value {}

  /** Any other number. */
  public record Real(double number) implements Value {}

  /** A property with one text. */
  public static Property of(String name, String text) {
    return new Property(name, List.of(new Text(text)));
  }
}

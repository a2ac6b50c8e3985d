package pnnc.backend;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The fields of a {@link Target}, by dotted path, as the values that they stand for. They were
 * checked against their schema: asking for a field that is not there, or in a unit that is not its
 * own, is a bug of the caller and throws IllegalArgumentException.
 */
public final class Settings {
  private static final String NONE = "none";

  private final Map<String, String> texts;

  /** Reads what {@link Target#settings} holds. */
  public Settings(Map<String, String> texts) {
    this.texts = texts;
  }

  private String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalArgumentException("a target without `%s`".formatted(path));
    }
    return text;
  }

  /** Whether a field has a value. */
  public boolean has(String path) {
    return texts.containsKey(path) && !text(path).equals(NONE);
  }

  /**
   * A quantity; its nominal value if it has a tolerance.
   *
   * @param unit of the field's schema, {@code um}; empty for plain numbers
   */
  public double number(String path, String unit) {
    return value(path, text(path), unit);
  }

  /** A quantity that may be {@code none}. */
  public OptionalDouble optional(String path, String unit) {
    return has(path) ? OptionalDouble.of(number(path, unit)) : OptionalDouble.empty();
  }

  /** A whole number, with or without a unit. */
  public int whole(String path, String unit) {
    double value = number(path, unit);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("`%s` is no whole number: %s".formatted(path, value));
    }
    return (int) value;
  }

  /** The least value of an interval. */
  public double least(String path, String unit) {
    return value(path, ends(path)[0], unit);
  }

  /** The greatest value of an interval. */
  public double most(String path, String unit) {
    return value(path, ends(path)[1], unit);
  }

  private String[] ends(String path) {
    String[] ends = text(path).split(" \\.\\. ", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("`%s` is no interval: %s".formatted(path, text(path)));
    }
    return ends;
  }

  /** Sizes: {@code 128 x 64}. */
  public int[] sizes(String path) {
    return Arrays.stream(text(path).split(" x ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  /** A symbol, as it is written. */
  public String word(String path) {
    return text(path);
  }

  /** A text without its quotes. */
  public String string(String path) {
    String text = text(path);
    if (text.length() < 2 || text.charAt(0) != '"') {
      throw new IllegalArgumentException("`%s` is no text: %s".formatted(path, text));
    }
    return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** A truth value. */
  public boolean isTrue(String path) {
    return text(path).equals("true");
  }

  private static double value(String path, String text, String unit) {
    String end = unit.isEmpty() ? "" : " " + unit;
    String nominal = text.split(" \\+- ", 2)[0];
    if (!nominal.endsWith(end)) {
      throw new IllegalArgumentException("`%s` is not in %s: %s".formatted(path, unit, text));
    }
    try {
      return Double.parseDouble(nominal.substring(0, nominal.length() - end.length()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("`%s` is no number: %s".formatted(path, text), e);
    }
  }
}

package pnnc.ir.operators;

import java.util.OptionalInt;

/**
 * How many inputs or outputs an operator has.
 *
 * @param least left-out optional ones at the end do not count
 * @param most empty if there is no limit
 */
public record Arity(int least, OptionalInt most) {
  /** Any number: the operator's source lists none. */
  public static final Arity ANY = new Arity(0, OptionalInt.empty());

  /** Reads {@code 2}, {@code 1-3}, {@code 1-*}; {@code ?} is {@link #ANY}. */
  static Arity parse(String text) {
    if (text.equals("?")) {
      return ANY;
    }
    int dash = text.indexOf('-');
    int least = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    String most = text.substring(dash + 1);
    return new Arity(
        least, most.equals("*") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(most)));
  }

  /** {@code 2}, {@code 1 to 3}, {@code at least 1}. */
  @Override
  public String toString() {
    if (most.isEmpty()) {
      return "at least " + least;
    }
    return most.getAsInt() == least ? Integer.toString(least) : least + " to " + most.getAsInt();
  }
}

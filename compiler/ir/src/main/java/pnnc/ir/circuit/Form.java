package pnnc.ir.circuit;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a record stands in a text. {@code fields} lists its fields once; reading and describing both
 * follow from the list:
 *
 * <pre>{@code
 * static final Form<Attenuator> FORM =
 *     new Form<>(
 *         "attenuator",
 *         (name, f) ->
 *             new Attenuator(
 *                 name,
 *                 f.light("a", Attenuator::a),
 *                 f.light("b", Attenuator::b),
 *                 f.quantity("loss", Decibels.UNIT, Attenuator::loss)));
 * }</pre>
 *
 * <p>Describing builds a copy by the way and drops it: the price of saying each key once.
 *
 * @param keyword the word that starts its line
 * @param fields makes the record of its name and its fields; throws IllegalArgumentException where
 *     they do not fit together
 */
public record Form<T>(String keyword, BiFunction<String, Fields<T>, T> fields) {
  /** Of what stands once in a netlist and needs no name. */
  public static <T> Form<T> unnamed(String keyword, Function<Fields<T>, T> fields) {
    return new Form<>(keyword, (name, f) -> fields.apply(f));
  }

  /** {@code whole} in this form, for those who know no more of it. */
  public Described<T> of(T whole) {
    return new Described<>(this, whole);
  }

  /** The inverse of {@link #attributes}; throws IllegalArgumentException if impossible. */
  T read(String name, Attributes attributes) {
    return fields.apply(name, Fields.in(attributes));
  }

  /** Everything but the name, in the order of the text form. */
  Attributes attributes(T whole) {
    AttributesBuilder out = new AttributesBuilder();
    T unused = fields.apply(keyword, Fields.of(whole, out));
    return out.build();
  }
}

package pnnc.ir.circuit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Quantity;
import pnnc.base.units.Unit;
import pnnc.ir.circuit.Attribute.Encoding;

/**
 * What a {@link Form} asks for the fields of a {@code T}, in the order of the text form. Each
 * method is told how a field is written and how a {@code T} gives it: while a text is read the
 * first finds the field, while a {@code T} is described the second does, and the first notes it.
 */
public abstract class Fields<T> {
  Fields() {}

  /** The fields that stand in {@code attributes}. */
  static <T> Fields<T> in(Attributes attributes) {
    return new Read<>(attributes);
  }

  /** The fields of {@code whole}, each of which goes to {@code out}. */
  static <T> Fields<T> of(T whole, AttributesBuilder out) {
    return new Describe<>(whole, out);
  }

  abstract <V> V field(
      Function<T, V> of, Function<Attributes, V> read, BiConsumer<AttributesBuilder, V> describe);

  /** Fields that are a record of their own. */
  public abstract <P> P part(Function<T, P> of, Function<Fields<P>, P> form);

  /** A part, or a single field, that is there where {@code key}, one of its keys, is. */
  public abstract <P> Optional<P> optional(
      String key, Function<T, Optional<P>> of, Function<Fields<P>, P> form);

  /** A terminal on an electrical net. */
  public final String net(String key, Function<T, String> of) {
    return field(of, a -> a.word(key), (out, v) -> out.net(key, v));
  }

  /** A terminal on an optical net. */
  public final String light(String key, Function<T, String> of) {
    return field(of, a -> a.word(key), (out, v) -> out.light(key, v));
  }

  /** A row of terminals on nets of one domain. */
  public final List<String> nets(String key, Domain domain, Function<T, List<String>> of) {
    return field(of, a -> a.words(key), (out, v) -> out.nets(key, domain, v));
  }

  /** The name of a {@link Model}. */
  public final String model(String key, Function<T, String> of) {
    return field(of, a -> a.word(key), (out, v) -> out.model(key, v));
  }

  /** A word that is neither a net nor a model. */
  public final String word(String key, Function<T, String> of) {
    return field(of, a -> a.word(key), (out, v) -> out.word(key, v));
  }

  /** Words that are neither nets nor models. */
  public final List<String> words(String key, Function<T, List<String>> of) {
    return field(of, a -> a.words(key), (out, v) -> out.words(key, v));
  }

  /** One of few words. */
  public final <E extends Enum<E>> E choice(String key, Class<E> type, Function<T, E> of) {
    return field(of, a -> a.choice(key, type), (out, v) -> out.choice(key, v));
  }

  /** A number with a unit. */
  public final <Q extends Quantity> Q quantity(String key, Unit<Q> unit, Function<T, Q> of) {
    return field(of, a -> a.quantity(key, unit), (out, v) -> out.quantity(key, v));
  }

  /** A number without a unit. */
  public final double number(String key, ToDoubleFunction<T> of) {
    return field(of::applyAsDouble, a -> a.number(key), (out, v) -> out.number(key, v));
  }

  /** A whole number without a unit. */
  public final int integer(String key, ToIntFunction<T> of) {
    return field(of::applyAsInt, a -> a.integer(key), (out, v) -> out.number(key, v));
  }

  /** Numbers of the unit {@code unit} (empty: none). */
  public final Reals series(String key, String unit, Function<T, Reals> of) {
    return field(of, a -> a.series(key, unit), (out, v) -> out.series(key, v, unit));
  }

  /** A row-major matrix of numbers of the unit {@code unit} (empty: none). */
  public final Reals matrix(String key, String unit, int columns, Function<T, Reals> of) {
    return field(of, a -> a.series(key, unit), (out, v) -> out.matrix(key, v, unit, columns));
  }

  /** Samples on a grid of {@code sizes}, x fastest. */
  public final ByteSource bulk(
      String key, Encoding encoding, List<Integer> sizes, Function<T, ByteSource> of) {
    return field(of, a -> a.bulk(key), (out, v) -> out.bulk(key, v, encoding, sizes));
  }

  private static final class Read<T> extends Fields<T> {
    private final Attributes attributes;

    Read(Attributes attributes) {
      this.attributes = attributes;
    }

    @Override
    <V> V field(
        Function<T, V> of,
        Function<Attributes, V> read,
        BiConsumer<AttributesBuilder, V> describe) {
      return read.apply(attributes);
    }

    @Override
    public <P> P part(Function<T, P> of, Function<Fields<P>, P> form) {
      return form.apply(new Read<>(attributes));
    }

    @Override
    public <P> Optional<P> optional(
        String key, Function<T, Optional<P>> of, Function<Fields<P>, P> form) {
      return attributes.has(key)
          ? Optional.of(form.apply(new Read<>(attributes)))
          : Optional.empty();
    }
  }

  private static final class Describe<T> extends Fields<T> {
    private final T whole;
    private final AttributesBuilder out;

    Describe(T whole, AttributesBuilder out) {
      this.whole = whole;
      this.out = out;
    }

    @Override
    <V> V field(
        Function<T, V> of,
        Function<Attributes, V> read,
        BiConsumer<AttributesBuilder, V> describe) {
      V value = of.apply(whole);
      describe.accept(out, value);
      return value;
    }

    @Override
    public <P> P part(Function<T, P> of, Function<Fields<P>, P> form) {
      return form.apply(new Describe<>(of.apply(whole), out));
    }

    @Override
    public <P> Optional<P> optional(
        String key, Function<T, Optional<P>> of, Function<Fields<P>, P> form) {
      return of.apply(whole).map(part -> form.apply(new Describe<>(part, out)));
    }
  }
}

package pnnc.base.shape;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One dimension of a tensor: a number, a name that stands for the same number wherever it occurs in
 * a network, or nothing known.
 */
public sealed interface Dim {
  /**
   * A known size.
   *
   * @param value elements along this dimension, at least 0
   */
  record Known(long value) implements Dim {
    public Known {
      if (value < 0) {
        throw new IllegalArgumentException("negative dimension: " + value);
      }
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * A size that the caller of the network chooses.
   *
   * @param name not empty; equal names mean equal sizes
   */
  record Symbol(String name) implements Dim {
    public Symbol {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a symbolic dimension needs a name");
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Nothing is known; two such dimensions need not be equal in size. */
  record Unknown() implements Dim {
    @Override
    public String toString() {
      return "?";
    }
  }

  /** The dimension of {@code size} elements. */
  static Dim of(long size) {
    return new Known(size);
  }

  /** The dimension called {@code name}. */
  static Dim of(String name) {
    return new Symbol(name);
  }

  /** A dimension about which nothing is known. */
  static Dim unknown() {
    return new Unknown();
  }

  /** The size, when it is a number. */
  default OptionalLong size() {
    return this instanceof Known known ? OptionalLong.of(known.value()) : OptionalLong.empty();
  }

  /** The name, when it is one. */
  default Optional<String> symbol() {
    return this instanceof Symbol s ? Optional.of(s.name()) : Optional.empty();
  }

  /** Whether this is the number {@code size}. */
  default boolean is(long size) {
    return this instanceof Known known && known.value() == size;
  }
}

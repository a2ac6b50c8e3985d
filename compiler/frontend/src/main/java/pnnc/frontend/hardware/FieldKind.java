package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Item.HardwareKind;
import pnnc.frontend.units.Expectations;

/** What a field may hold. */
public sealed interface FieldKind {
  /** As messages name it: {@code a conductance such as uS}. */
  String describe();

  /** {@code int} or {@code real}. */
  record Numeric(boolean isWhole) implements FieldKind {
    @Override
    public String describe() {
      return isWhole ? "a whole number" : "a number";
    }
  }

  /** A quantity in a unit. */
  record InUnit(String unit) implements FieldKind {
    @Override
    public String describe() {
      return Expectations.describe(unit);
    }
  }

  /** {@code bool}. */
  record Truth() implements FieldKind {
    @Override
    public String describe() {
      return "true or false";
    }
  }

  /** {@code string}. */
  record Text() implements FieldKind {
    @Override
    public String describe() {
      return "a text in quotes";
    }
  }

  /** {@code size}. */
  record Size() implements FieldKind {
    @Override
    public String describe() {
      return "a size such as 128 x 128";
    }
  }

  /** One of several words. */
  record Symbols(List<String> words) implements FieldKind {
    public Symbols {
      words = List.copyOf(words);
    }

    @Override
    public String describe() {
      return "one of the words " + Words.list(words);
    }
  }

  /** The name of an entry of the same description, such as a layer. */
  record EntryName(String of) implements FieldKind {
    @Override
    public String describe() {
      return "the name of a %s".formatted(of);
    }
  }

  /** Fields of its own. */
  record Group(Shape shape) implements FieldKind {
    @Override
    public String describe() {
      return "a record";
    }
  }

  /** A least and a most. */
  record Interval(FieldKind of) implements FieldKind {
    @Override
    public String describe() {
      return "a range, each end " + of.describe();
    }
  }

  /** Any number of one kind. */
  record Many(FieldKind of) implements FieldKind {
    @Override
    public String describe() {
      return "a list, each element " + of.describe();
    }
  }

  /**
   * Hardware.
   *
   * @param kind device or technology; empty if the schema decides
   * @param schema which it must follow
   */
  record Part(Optional<HardwareKind> kind, Optional<Declared> schema) implements FieldKind {
    @Override
    public String describe() {
      return schema
          .map(s -> "hardware of the schema `%s`".formatted(s.item().name()))
          .orElseGet(() -> "a " + kind.map(HardwareKind::word).orElse("device"));
    }
  }
}

package pnnc.frontend.hardware;

import java.util.List;
import java.util.stream.Collectors;
import pnnc.frontend.units.Measured;

/** What a field of hardware holds. */
public sealed interface DataValue {
  /** As messages name it: {@code the list [1, 2]}. */
  String describe();

  /** A number or a quantity, with its tolerance if one is known. */
  record Quantity(Measured measured) implements DataValue {
    @Override
    public String describe() {
      return measured.nominal().described();
    }
  }

  /** A least and a most. */
  record Interval(Measured from, Measured to) implements DataValue {
    @Override
    public String describe() {
      return "the range %s .. %s".formatted(from, to);
    }
  }

  /** {@code 128 x 128}: sizes, each at least 1. */
  record Size(List<Long> sizes) implements DataValue {
    public Size {
      sizes = List.copyOf(sizes);
    }

    @Override
    public String describe() {
      return "the size " + text();
    }

    /** {@code 128 x 128}. */
    public String text() {
      return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
  }

  /** Any text. */
  record Text(String text) implements DataValue {
    @Override
    public String describe() {
      return "the text \"%s\"".formatted(text);
    }
  }

  /** Yes or no. */
  record Truth(boolean isTrue) implements DataValue {
    @Override
    public String describe() {
      return String.valueOf(isTrue);
    }
  }

  /** One of several words, or the name of an entry. */
  record Symbol(String word) implements DataValue {
    @Override
    public String describe() {
      return "the word `%s`".formatted(word);
    }
  }

  /** Several of one kind. */
  record Many(List<DataValue> elements) implements DataValue {
    public Many {
      elements = List.copyOf(elements);
    }

    @Override
    public String describe() {
      return "a list of " + elements.size();
    }
  }

  /** {@code none}: the field is left out. */
  record Nothing() implements DataValue {
    @Override
    public String describe() {
      return "none";
    }
  }

  /** Fields of its own. */
  record Group(Fields fields) implements DataValue {
    @Override
    public String describe() {
      return "a record";
    }
  }

  /** Other hardware. */
  record Part(ResolvedHardware hardware) implements DataValue {
    @Override
    public String describe() {
      return "%s `%s`".formatted(Words.of(hardware.kind()), hardware.name());
    }
  }
}

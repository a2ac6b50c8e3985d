package pnnc.layout.oasis;

import java.util.List;
import java.util.Optional;
import pnnc.layout.model.Property;

/**
 * A property before the names it refers to are known.
 *
 * @param isStandard whether its meaning is one that the format defines
 */
record RawProperty(Text name, List<Raw> values, boolean isStandard) {
  /** The standard property that holds a GDSII property: its number and its text. */
  static final String GDS = "S_GDS_PROPERTY";

  RawProperty {
    values = List.copyOf(values);
  }

  /** A value. */
  sealed interface Raw {}

  /** One that is no text. */
  record Numeric(Property.Value value) implements Raw {}

  /** One that is spelt out, or has a number in a table. */
  record Text(String text, long number) implements Raw {
    static Text spelt(String text) {
      return new Text(text, -1);
    }

    static Text numbered(long number) {
      return new Text("", number);
    }

    String in(NameTable table, OasisInput in) {
      return number < 0 ? text : table.get(number, in);
    }
  }

  /** What it says; nothing if it only describes the file, as other standard properties do. */
  Optional<Property> resolve(Names names, OasisInput in) {
    String called = name.in(names.properties(), in);
    List<Property.Value> all = values.stream().map(v -> value(v, names, in)).toList();
    if (!isStandard) {
      return Optional.of(new Property(called, all));
    }
    boolean isGds =
        called.equals(GDS)
            && all.size() == 2
            && all.get(0) instanceof Property.Whole
            && all.get(1) instanceof Property.Text;
    return isGds
        ? Optional.of(
            new Property(
                Long.toString(((Property.Whole) all.get(0)).number()), List.of(all.get(1))))
        : Optional.empty();
  }

  private static Property.Value value(Raw raw, Names names, OasisInput in) {
    return raw instanceof Text t
        ? new Property.Text(t.in(names.values(), in))
        : ((Numeric) raw).value();
  }
}

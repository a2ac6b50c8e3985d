package pnnc.layout.oasis;

import java.util.List;
import java.util.OptionalInt;
import pnnc.layout.model.Property;

/** Writes PROPERTY records; what the last one said is not said again. */
final class PropertyWriter {
  private static final int MOST_NAMES = 1 << 16;

  private final OasisBuffer out;
  private final NumberedNames names = new NumberedNames(MOST_NAMES);
  private final NumberedNames texts = new NumberedNames(MOST_NAMES);
  private List<Property> last = List.of();

  PropertyWriter(OasisBuffer out) {
    this.out = out;
  }

  /** Forgets the last. */
  void reset() {
    last = List.of();
  }

  NumberedNames names() {
    return names;
  }

  NumberedNames texts() {
    return texts;
  }

  void write(List<Property> properties) {
    for (Property property : properties) {
      if (last.equals(List.of(property))) {
        out.octet(29);
      } else if (isGds(property)) {
        gds(property);
      } else {
        plain(property);
      }
      last = List.of(property);
    }
  }

  /** GDSII's properties have a number and a text; this is how OASIS holds them. */
  private static boolean isGds(Property property) {
    return property.name().matches("0|[1-9][0-9]{0,4}")
        && property.values().size() == 1
        && property.values().get(0) instanceof Property.Text;
  }

  private void gds(Property property) {
    head(2, RawProperty.GDS, true);
    value(new Property.Whole(Integer.parseInt(property.name())));
    value(property.values().get(0));
  }

  private void plain(Property property) {
    int count = property.values().size();
    head(count, property.name(), false);
    property.values().forEach(this::value);
  }

  private void head(int count, String name, boolean isStandard) {
    Texts.requireName("property", name);
    OptionalInt number = names.number(name);
    out.octet(28);
    out.octet((Math.min(count, 15) << 4) | 4 | (number.isPresent() ? 2 : 0) | (isStandard ? 1 : 0));
    if (number.isPresent()) {
      out.unsigned(number.getAsInt());
    } else {
      out.string(name);
    }
    if (count >= 15) {
      out.unsigned(count);
    }
  }

  private void value(Property.Value value) {
    if (value instanceof Property.Real r) {
      out.real(r.number());
    } else if (value instanceof Property.Whole w) {
      whole(w.number());
    } else {
      text(((Property.Text) value).text());
    }
  }

  private void whole(long number) {
    out.unsigned(number < 0 ? 9 : 8);
    if (number < 0) {
      out.wideSigned(number);
    } else {
      out.unsigned(number);
    }
  }

  private void text(String text) {
    OptionalInt number = texts.number(text);
    int kind = Texts.isPrintable(text) ? 0 : 1;
    out.unsigned((number.isPresent() ? 13 : 10) + kind);
    if (number.isPresent()) {
      out.unsigned(number.getAsInt());
    } else {
      out.string(text);
    }
  }
}

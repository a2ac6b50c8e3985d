package pnnc.layout.gds;

import java.nio.charset.StandardCharsets;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Property;

/** What names, texts, layers and properties a GDSII file holds. */
final class GdsNames {
  private static final int MAX_TEXT = GdsOutput.MAX_RECORD - 4;
  private static final String SIGNS = "_$?";

  private final GdsOptions options;
  private Layer lastLayer = new Layer(0, 0);

  GdsNames(GdsOptions options) {
    this.options = options;
  }

  /** The bytes of a name of a cell or library. */
  byte[] name(String name) {
    int most = options.isStrict() ? 32 : MAX_TEXT;
    if (name.isEmpty() || name.length() > most) {
      throw new IllegalArgumentException(
          "GDSII holds names of 1 to %d characters, not %d: `%s`"
              .formatted(most, name.length(), abridged(name)));
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isAllowed(name.charAt(i))) {
        throw new IllegalArgumentException(
            "GDSII holds no name with `%s`: `%s`".formatted(name.charAt(i), abridged(name)));
      }
    }
    return name.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String abridged(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  private boolean isAllowed(char c) {
    boolean isPlain =
        (c >= 'A' && c <= 'Z')
            || (c >= 'a' && c <= 'z')
            || (c >= '0' && c <= '9')
            || SIGNS.indexOf(c) >= 0;
    return isPlain || (!options.isStrict() && c > ' ' && c < 127);
  }

  /** The bytes of a label or a property's value. */
  byte[] text(String text) {
    int most = options.isStrict() ? 512 : MAX_TEXT;
    if (text.length() > most || text.chars().anyMatch(c -> c == 0 || c > 255)) {
      throw new IllegalArgumentException(
          "GDSII holds texts of up to %d bytes other than NUL, not `%s`"
              .formatted(most, abridged(text)));
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  void check(Layer layer) {
    if (!layer.equals(lastLayer)) {
      int most = options.isStrict() ? Short.MAX_VALUE : 0xFFFF;
      if (layer.number() > most || layer.datatype() > most) {
        throw new IllegalArgumentException(
            "GDSII holds layers up to %d, not %s".formatted(most, layer));
      }
      lastLayer = layer;
    }
  }

  int attribute(Property property) {
    int most = options.isStrict() ? 127 : Short.MAX_VALUE;
    String name = property.name();
    int least = options.isExtended() ? 0 : 1;
    boolean isNumber = name.matches("0|[1-9][0-9]{0,4}");
    if (!isNumber || Integer.parseInt(name) < least || Integer.parseInt(name) > most) {
      throw new IllegalArgumentException(
          "GDSII numbers properties from %d to %d, not `%s`"
              .formatted(least, most, abridged(name)));
    }
    return Integer.parseInt(name);
  }

  byte[] value(Property property) {
    if (property.values().size() == 1 && property.values().get(0) instanceof Property.Text value) {
      return text(value.text());
    }
    throw new IllegalArgumentException(
        "GDSII holds properties of one text, not %s".formatted(property));
  }
}

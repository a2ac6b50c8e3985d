package pnnc.layout.oasis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.layout.model.Property;

/** Reads PROPERTY records and remembers the last. */
final class PropertyReader {
  private final OasisInput in;
  private Optional<RawProperty.Text> name = Optional.empty();
  private Optional<List<RawProperty.Raw>> values = Optional.empty();
  private boolean isStandard;

  PropertyReader(OasisInput in) {
    this.in = in;
  }

  /** Forgets the last. */
  void reset() {
    name = Optional.empty();
    values = Optional.empty();
  }

  /** A PROPERTY record of kind 28. */
  RawProperty read() {
    int info = in.octet();
    if ((info & 4) != 0) {
      name =
          Optional.of(
              (info & 2) != 0
                  ? RawProperty.Text.numbered(in.unsigned())
                  : RawProperty.Text.spelt(in.string()));
    }
    isStandard = (info & 1) != 0;
    if ((info & 8) == 0) {
      values = Optional.of(values(info >> 4));
    } else if (info >> 4 != 0) {
      throw in.malformed("a property that both has values and repeats the last ones");
    }
    return again();
  }

  /** A PROPERTY record of kind 29: the last once more. */
  RawProperty again() {
    return new RawProperty(
        name.orElseThrow(() -> in.malformed("a property without a name, and none before")),
        values.orElseThrow(() -> in.malformed("a property without values, and none before")),
        isStandard);
  }

  private List<RawProperty.Raw> values(int coded) {
    long count = coded == 15 ? in.unsigned() : coded;
    in.limit("the number of values of a property", count, in.limits().values());
    List<RawProperty.Raw> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(value());
    }
    return List.copyOf(all);
  }

  private RawProperty.Raw value() {
    long type = in.unsigned();
    if (type <= 7) {
      return new RawProperty.Numeric(new Property.Real(in.real(type)));
    }
    return switch ((int) Math.min(type, 16)) {
      case 8 -> new RawProperty.Numeric(new Property.Whole(in.unsigned()));
      case 9 -> new RawProperty.Numeric(new Property.Whole(in.wideSigned()));
      case 10, 11, 12 -> RawProperty.Text.spelt(in.string());
      case 13, 14, 15 -> RawProperty.Text.numbered(in.unsigned());
      default -> throw in.malformed("a property value of type %d".formatted(type));
    };
  }
}

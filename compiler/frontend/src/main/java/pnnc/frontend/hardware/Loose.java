package pnnc.frontend.hardware;

import java.util.Optional;
import java.util.stream.Stream;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Scale;
import pnnc.frontend.units.Units;

/**
 * Fields of a technology that may be faulty, or of no schema: what is not there, or not what is
 * looked for, is just not found.
 *
 * @param name dotted, for messages: {@code layer.met1}
 * @param fields of an entry or of the technology itself
 * @param span of what they belong to
 */
record Loose(String name, Fields fields, Span span) {
  private static final Scale METRE = Units.scale("m");

  /** An entry of {@code of}; it stands where the first thing said of it stands. */
  static Loose entry(String kind, String name, Fields fields, Span of) {
    Optional<Span> said =
        fields.values().values().stream()
            .filter(f -> !f.isDefault())
            .map(Resolved::span)
            .findFirst();
    return new Loose(kind + "." + name, fields, said.orElse(of));
  }

  /** {@code layer.met1.width}; just {@code grid} at the top. */
  String path(String field) {
    return name.isEmpty() ? field : name + "." + field;
  }

  /** Whether {@code field} is set to anything. */
  boolean has(String field) {
    return fields.has(field);
  }

  Optional<Measure> measure(String field) {
    return value(field, DataValue.Quantity.class).map(q -> q.measured().nominal());
  }

  /** As {@link #measure}, if it is a length. */
  Optional<Measure> length(String field) {
    return measure(field).filter(m -> m.dimension().equals(METRE.dimension()));
  }

  Optional<String> word(String field) {
    return value(field, DataValue.Symbol.class).map(DataValue.Symbol::word);
  }

  /** Where the first of {@code names} that is said stands; else where they all stand. */
  Span spanOf(String... names) {
    return Stream.of(names)
        .flatMap(n -> fields.find(n).stream())
        .filter(f -> !f.isDefault())
        .findFirst()
        .map(Resolved::span)
        .orElse(span);
  }

  private <T extends DataValue> Optional<T> value(String field, Class<T> type) {
    return fields.find(field).map(Resolved::value).filter(type::isInstance).map(type::cast);
  }
}

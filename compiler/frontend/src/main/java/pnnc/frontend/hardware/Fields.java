package pnnc.frontend.hardware;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import pnnc.base.units.Quantity;
import pnnc.base.units.Unit;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.TypedQuantities;
import pnnc.frontend.units.Units;

/**
 * The values of a description or a part of it, read by dotted path: {@code adc.rate}, {@code
 * technology.layer.met1.thickness}. Asking for a path that is not there, or for the wrong type, is
 * a bug of the caller: IllegalArgumentException.
 */
public final class Fields {
  private final Map<String, Resolved> values;
  private final Map<String, Map<String, Fields>> entries;

  /**
   * Values in the schema's order.
   *
   * @param entries by kind, then by name
   */
  Fields(Map<String, Resolved> values, Map<String, Map<String, Fields>> entries) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    Map<String, Map<String, Fields>> copy = new LinkedHashMap<>();
    entries.forEach(
        (kind, all) -> copy.put(kind, Collections.unmodifiableMap(new LinkedHashMap<>(all))));
    this.entries = Collections.unmodifiableMap(copy);
  }

  /** The fields of this level, by name. */
  public Map<String, Resolved> values() {
    return values;
  }

  /** The named entries of this level, by kind and name. */
  public Map<String, Map<String, Fields>> entries() {
    return entries;
  }

  /** The entries of one kind, by name; empty if there are none. */
  public Map<String, Fields> entries(String kind) {
    return entries.getOrDefault(kind, Map.of());
  }

  /** The field at {@code path}, if there is one. */
  public Optional<Resolved> find(String path) {
    Resolved here = values.get(path);
    int dot = path.indexOf('.');
    if (here != null || dot < 0) {
      return Optional.ofNullable(here);
    }
    String rest = path.substring(dot + 1);
    return step(path.substring(0, dot))
        .flatMap(inner -> inner.find(rest))
        .or(() -> entry(path.substring(0, dot), rest));
  }

  private Optional<Fields> step(String name) {
    Resolved field = values.get(name);
    return field == null ? Optional.empty() : inside(field.value());
  }

  /** The fields inside {@code value}: of a record or of other hardware. */
  static Optional<Fields> inside(DataValue value) {
    if (value instanceof DataValue.Group group) {
      return Optional.of(group.fields());
    }
    return value instanceof DataValue.Part part
        ? Optional.of(part.hardware().fields())
        : Optional.empty();
  }

  private Optional<Resolved> entry(String kind, String rest) {
    int dot = rest.indexOf('.');
    Fields entry = dot < 0 ? null : entries(kind).get(rest.substring(0, dot));
    return entry == null ? Optional.empty() : entry.find(rest.substring(dot + 1));
  }

  /** Whether there is a field at {@code path} that is not {@code none}. */
  public boolean has(String path) {
    return find(path).filter(f -> !(f.value() instanceof DataValue.Nothing)).isPresent();
  }

  /** The field at {@code path}. */
  public Resolved get(String path) {
    return find(path)
        .orElseThrow(
            () -> new IllegalArgumentException("no field `%s` in %s".formatted(path, names())));
  }

  private List<String> names() {
    return List.copyOf(values.keySet());
  }

  private <T extends DataValue> T get(String path, Class<T> type) {
    DataValue value = get(path).value();
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "field `%s` is %s, no %s".formatted(path, value.describe(), type.getSimpleName()));
    }
    return type.cast(value);
  }

  /** The exact quantity at {@code path}, without its tolerance. */
  public Measure measure(String path) {
    return get(path, DataValue.Quantity.class).measured().nominal();
  }

  /** The quantity at {@code path} as a typed one. */
  public <Q extends Quantity> Q quantity(String path, Unit<Q> unit) {
    return TypedQuantities.of(measure(path), unit);
  }

  /** How many of {@code unit}, as the language writes it, the quantity at {@code path} is. */
  public double number(String path, String unit) {
    return measure(path).in(Units.scale(unit)).toDouble();
  }

  /** The plain number at {@code path}. */
  public double real(String path) {
    return number(path, "");
  }

  /** The whole number at {@code path}, of {@code unit} or of none if that is empty. */
  public long whole(String path, String unit) {
    return measure(path).in(Units.scale(unit)).numerator().longValueExact();
  }

  /** The truth at {@code path}. */
  public boolean truth(String path) {
    return get(path, DataValue.Truth.class).isTrue();
  }

  /** The text at {@code path}. */
  public String text(String path) {
    return get(path, DataValue.Text.class).text();
  }

  /** The word at {@code path}. */
  public String symbol(String path) {
    return get(path, DataValue.Symbol.class).word();
  }

  /** The sizes at {@code path}. */
  public List<Long> size(String path) {
    return get(path, DataValue.Size.class).sizes();
  }

  /** The range at {@code path}. */
  public DataValue.Interval range(String path) {
    return get(path, DataValue.Interval.class);
  }

  /** The list at {@code path}. */
  public List<DataValue> list(String path) {
    return get(path, DataValue.Many.class).elements();
  }

  /** The hardware at {@code path}. */
  public ResolvedHardware hardware(String path) {
    return get(path, DataValue.Part.class).hardware();
  }

  /** Visits every field that is no record, with its dotted path; hardware before its own fields. */
  public void walk(BiConsumer<String, Resolved> visitor) {
    walk("", visitor);
  }

  private void walk(String prefix, BiConsumer<String, Resolved> visitor) {
    values.forEach(
        (name, field) -> {
          if (!(field.value() instanceof DataValue.Group)) {
            visitor.accept(prefix + name, field);
          }
          inside(field.value()).ifPresent(f -> f.walk(prefix + name + ".", visitor));
        });
    entries.forEach(
        (kind, all) ->
            all.forEach((name, e) -> e.walk("%s%s.%s.".formatted(prefix, kind, name), visitor)));
  }
}

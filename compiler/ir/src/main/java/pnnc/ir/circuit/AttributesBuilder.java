package pnnc.ir.circuit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Quantity;
import pnnc.ir.circuit.Attribute.Use;

/** Lists the attributes of a device, in the order of its text form. Not thread-safe. */
public final class AttributesBuilder {
  private final Map<String, Attribute> byKey = new LinkedHashMap<>();

  AttributesBuilder() {}

  /** A terminal on the electrical net {@code net}. */
  public AttributesBuilder net(String key, String net) {
    return put(key, new Attribute.Word(net, Use.ELECTRICAL_NET));
  }

  /** A terminal on the optical net {@code net}. */
  public AttributesBuilder light(String key, String net) {
    return put(key, new Attribute.Word(net, Use.OPTICAL_NET));
  }

  /** A row of terminals on nets of one domain. */
  public AttributesBuilder nets(String key, Domain domain, List<String> nets) {
    return put(key, new Attribute.WordList(nets, Use.of(domain)));
  }

  /** The name of a {@link Model}. */
  public AttributesBuilder model(String key, String model) {
    return put(key, new Attribute.Word(model, Use.MODEL));
  }

  /** One of few words. */
  public AttributesBuilder choice(String key, Enum<?> choice) {
    return put(key, new Attribute.Word(Names.word(choice), Use.PLAIN));
  }

  /** Words that are neither nets nor models. */
  public AttributesBuilder words(String key, List<String> words) {
    return put(key, new Attribute.WordList(words, Use.PLAIN));
  }

  /** A word that is neither a net nor a model. */
  public AttributesBuilder word(String key, String word) {
    return put(key, new Attribute.Word(word, Use.PLAIN));
  }

  public AttributesBuilder quantity(String key, Quantity quantity) {
    return put(key, new Attribute.Scalar(quantity.value(), quantity.unit().symbol()));
  }

  /** A number without a unit. */
  public AttributesBuilder number(String key, double value) {
    return put(key, new Attribute.Scalar(value, ""));
  }

  /** Numbers of the unit {@code unit} (empty: none). */
  public AttributesBuilder series(String key, Reals values, String unit) {
    return put(key, new Attribute.Series(values, unit, 0));
  }

  /** A row-major matrix of numbers of the unit {@code unit} (empty: none). */
  public AttributesBuilder matrix(String key, Reals values, String unit, int columns) {
    return put(key, new Attribute.Series(values, unit, columns));
  }

  /** Samples on a grid of {@code sizes}, x fastest. */
  public AttributesBuilder bulk(
      String key, ByteSource source, Attribute.Encoding encoding, List<Integer> sizes) {
    return put(key, new Attribute.Bulk(source, encoding, sizes));
  }

  /** What {@code add} adds for the value, if there is one. */
  public <T> AttributesBuilder optional(Optional<T> value, Consumer<T> add) {
    value.ifPresent(add);
    return this;
  }

  private AttributesBuilder put(String key, Attribute value) {
    byKey.put(key, value);
    return this;
  }

  public Attributes build() {
    return new Attributes(byKey);
  }
}

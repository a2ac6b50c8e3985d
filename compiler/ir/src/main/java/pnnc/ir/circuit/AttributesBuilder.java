package pnnc.ir.circuit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Quantity;
import pnnc.ir.circuit.Attribute.Use;

/** Lists the attributes of a device, in the order of its text form. Not thread-safe. */
final class AttributesBuilder {
  private final Map<String, Attribute> byKey = new LinkedHashMap<>();

  /** A terminal on the electrical net {@code net}. */
  AttributesBuilder net(String key, String net) {
    return put(key, new Attribute.Word(net, Use.ELECTRICAL_NET));
  }

  /** A terminal on the optical net {@code net}. */
  AttributesBuilder light(String key, String net) {
    return put(key, new Attribute.Word(net, Use.OPTICAL_NET));
  }

  /** A row of terminals on nets of one domain. */
  AttributesBuilder nets(String key, Domain domain, List<String> nets) {
    return put(key, new Attribute.WordList(nets, Use.of(domain)));
  }

  /** The name of a {@link Model}. */
  AttributesBuilder model(String key, String model) {
    return put(key, new Attribute.Word(model, Use.MODEL));
  }

  /** One of few words. */
  AttributesBuilder choice(String key, Enum<?> choice) {
    return put(key, new Attribute.Word(Names.word(choice), Use.PLAIN));
  }

  /** Words that are neither nets nor models. */
  AttributesBuilder words(String key, List<String> words) {
    return put(key, new Attribute.WordList(words, Use.PLAIN));
  }

  /** A word that is neither a net nor a model. */
  AttributesBuilder word(String key, String word) {
    return put(key, new Attribute.Word(word, Use.PLAIN));
  }

  AttributesBuilder quantity(String key, Quantity quantity) {
    return put(key, new Attribute.Scalar(quantity.value(), quantity.unit().symbol()));
  }

  /** A number without a unit. */
  AttributesBuilder number(String key, double value) {
    return put(key, new Attribute.Scalar(value, ""));
  }

  /** Numbers of the unit {@code unit} (empty: none). */
  AttributesBuilder series(String key, Reals values, String unit) {
    return put(key, new Attribute.Series(values, unit, 0));
  }

  /** A row-major matrix of numbers of the unit {@code unit} (empty: none). */
  AttributesBuilder matrix(String key, Reals values, String unit, int columns) {
    return put(key, new Attribute.Series(values, unit, columns));
  }

  /** Samples on a grid of {@code sizes}, x fastest. */
  AttributesBuilder bulk(
      String key, ByteSource source, Attribute.Encoding encoding, List<Integer> sizes) {
    return put(key, new Attribute.Bulk(source, encoding, sizes));
  }

  private AttributesBuilder put(String key, Attribute value) {
    byKey.put(key, value);
    return this;
  }

  Attributes build() {
    return new Attributes(byKey);
  }
}

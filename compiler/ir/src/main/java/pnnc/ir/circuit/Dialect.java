package pnnc.ir.circuit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The kinds of device of one physics, by keyword.
 *
 * @param forms how to make each kind of device
 */
public record Dialect<D extends Device>(Map<String, Form<D>> forms) {
  /** Makes devices of one kind. */
  @FunctionalInterface
  public interface Form<D> {
    /** The inverse of {@link Device#attributes}; throws IllegalArgumentException if impossible. */
    D read(String name, Attributes attributes);
  }

  public Dialect {
    forms = Map.copyOf(forms);
  }

  Optional<Form<D>> form(String keyword) {
    return Optional.ofNullable(forms.get(keyword));
  }

  /** All kinds, for messages. */
  String keywords() {
    return String.join(", ", new TreeSet<>(forms.keySet()));
  }

  /** The same device under another name and on other nets. */
  D rebuild(D device, String name, Attributes attributes) {
    return form(device.keyword()).orElseThrow().read(name, attributes);
  }
}

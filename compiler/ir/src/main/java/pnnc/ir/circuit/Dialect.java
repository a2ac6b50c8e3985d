package pnnc.ir.circuit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of device of one physics, by keyword. */
public final class Dialect<D extends Device> {
  private final Map<String, Form<? extends D>> forms;

  /** Of all kinds; throws IllegalStateException if two have one keyword. */
  public Dialect(List<Form<? extends D>> forms) {
    this.forms = forms.stream().collect(Collectors.toMap(Form::keyword, Function.identity()));
  }

  Optional<Form<? extends D>> form(String keyword) {
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

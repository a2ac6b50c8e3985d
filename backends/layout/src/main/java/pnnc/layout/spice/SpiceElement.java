package pnnc.layout.spice;

import java.util.List;
import java.util.Optional;

/**
 * An element of a circuit. What it has by its kind:
 *
 * <pre>{@code
 * R C L   2 nodes, a value and/or a model    D   2 nodes, a model, perhaps a value (its area)
 * M       4 nodes, a model                   X   any nodes, a subcircuit as its model
 * V I     2 nodes, perhaps a value, a source E G 4 nodes, a value (its gain)
 * }</pre>
 *
 * @param name begins with the letter of its kind
 * @param value ohm, farad, henry, volt or ampere
 * @param source of {@code V} and {@code I}: what stands behind the value, {@code PULSE ( 0 1 )}; is
 *     kept with one blank between words; empty if nothing
 */
public record SpiceElement(
    String name,
    List<String> nodes,
    Optional<SpiceValue> value,
    Optional<String> model,
    String source,
    List<SpiceParameter> parameters)
    implements SpiceCard {

  public SpiceElement {
    SpiceNames.requireName(name);
    nodes.forEach(SpiceNames::requireName);
    model.ifPresent(SpiceNames::requireName);
    nodes = List.copyOf(nodes);
    parameters = List.copyOf(parameters);
    source = SpiceSyntax.source(source);
    SpiceKind kind = kind(name);
    if (kind.nodes() != SpiceKind.ANY && kind.nodes() != nodes.size()) {
      throw new IllegalArgumentException(
          "%s takes %d nodes, not %s".formatted(name, kind.nodes(), nodes));
    }
    if (!kind.takes(value.isPresent(), model.isPresent())
        || !(source.isEmpty() || kind.isSource())) {
      throw new IllegalArgumentException(
          "%s with value %s, model %s, source `%s`".formatted(name, value, model, source));
    }
    if (kind.isSource() && !parameters.isEmpty()) {
      throw new IllegalArgumentException("parameters of %s belong to its source".formatted(name));
    }
  }

  private static SpiceKind kind(String name) {
    return SpiceKind.of(name.charAt(0))
        .orElseThrow(() -> new IllegalArgumentException("no kind of element: " + name));
  }

  /** What it is. */
  public SpiceKind kind() {
    return kind(name);
  }

  /** A resistor, capacitor or inductor, or an independent source without more. */
  public static SpiceElement of(String name, String plus, String minus, double value) {
    return new SpiceElement(
        name,
        List.of(plus, minus),
        Optional.of(SpiceValue.of(value)),
        Optional.empty(),
        "",
        List.of());
  }

  /** An {@code M} or {@code D} with a model, or an {@code X} with a subcircuit. */
  public static SpiceElement modelled(
      String name, List<String> nodes, String model, List<SpiceParameter> parameters) {
    return new SpiceElement(name, nodes, Optional.empty(), Optional.of(model), "", parameters);
  }

  /** A source controlled by a voltage: {@code E} gives volts, {@code G} amperes. */
  public static SpiceElement controlled(String name, List<String> nodes, SpiceValue gain) {
    return new SpiceElement(name, nodes, Optional.of(gain), Optional.empty(), "", List.of());
  }
}

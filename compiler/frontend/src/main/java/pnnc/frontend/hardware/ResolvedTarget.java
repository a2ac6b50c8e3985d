package pnnc.frontend.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Measure;

/**
 * A target with all its choices made.
 *
 * @param hardware its fields; the schema's name says which backend it is for
 * @param limits what it must keep to
 * @param preferences what to minimise, most wanted first
 */
public record ResolvedTarget(
    ResolvedHardware hardware, List<Limit> limits, List<String> preferences) {
  /**
   * A bound.
   *
   * @param quantity dotted name in the schema's group {@code limits}
   * @param operator one of at most, at least, below, above
   * @param bound in the dimension of that quantity
   * @param rate at which it holds, a frequency
   */
  public record Limit(
      String quantity, Operator operator, Measure bound, Optional<Measure> rate, Span span) {}

  public ResolvedTarget {
    limits = List.copyOf(limits);
    preferences = List.copyOf(preferences);
  }

  /** The values of its fields. */
  public Fields fields() {
    return hardware.fields();
  }

  /** Every field as text, by dotted path; see {@link SettingsText}. */
  public Map<String, String> settings() {
    return SettingsText.of(this);
  }
}

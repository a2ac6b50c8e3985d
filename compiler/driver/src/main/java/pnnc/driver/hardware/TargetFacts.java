package pnnc.driver.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.hardware.Fields;
import pnnc.frontend.hardware.Resolved;
import pnnc.frontend.hardware.ResolvedHardware;
import pnnc.frontend.hardware.ResolvedTarget;

/** What is known of hardware, as records that become JSON. */
final class TargetFacts {
  /** Targets that need no file. */
  record ListFacts(List<Entry> targets) {}

  /** One of them. */
  record Entry(String name, String schema, String summary) {}

  /**
   * A value.
   *
   * @param value as the language writes it
   * @param source where it comes from; {@code null} if nobody said
   * @param assumed why that value if nobody measured it; {@code null} otherwise
   */
  record FieldFacts(
      String path, String value, String source, String assumed, boolean isDefault, String place) {}

  /** A bound, as the language writes it. */
  record LimitFacts(String quantity, String operator, String bound, String at) {}

  /** All of some hardware. */
  record HardwareFacts(
      String kind,
      String name,
      String schema,
      String summary,
      List<FieldFacts> fields,
      List<LimitFacts> limits,
      List<String> preferences) {}

  /** The result of a lint without errors. */
  record LintFacts(String file, int targets, int parts, int warnings) {}

  private TargetFacts() {}

  static ListFacts list(Map<String, ResolvedTarget> targets) {
    return new ListFacts(
        targets.entrySet().stream().map(e -> entry(e.getKey(), e.getValue().hardware())).toList());
  }

  private static Entry entry(String name, ResolvedHardware hardware) {
    return new Entry(name, hardware.schema().orElse(""), hardware.doc().strip());
  }

  static HardwareFacts of(ResolvedTarget target) {
    List<LimitFacts> limits =
        target.limits().stream()
            .map(
                l ->
                    new LimitFacts(
                        l.quantity(),
                        l.operator().symbol(),
                        l.bound().toString(),
                        l.rate().map(Object::toString).orElse(null)))
            .toList();
    return facts(target.hardware(), limits, target.preferences());
  }

  static HardwareFacts of(ResolvedHardware hardware) {
    return facts(hardware, List.of(), List.of());
  }

  private static HardwareFacts facts(
      ResolvedHardware hardware, List<LimitFacts> limits, List<String> preferences) {
    return new HardwareFacts(
        hardware.kind().word(),
        hardware.name(),
        hardware.schema().orElse(""),
        hardware.doc().strip(),
        fields(hardware.fields()),
        limits,
        preferences);
  }

  private static List<FieldFacts> fields(Fields fields) {
    List<FieldFacts> all = new ArrayList<>();
    fields.walk((path, field) -> all.add(field(path, field)));
    return all;
  }

  private static FieldFacts field(String path, Resolved field) {
    Optional<Provenance> from = field.provenance();
    return new FieldFacts(
        path,
        field.text(),
        from.filter(p -> !p.isAssumed()).map(Provenance::text).orElse(null),
        from.filter(Provenance::isAssumed).map(Provenance::text).orElse(null),
        field.isDefault(),
        field.span().toString());
  }
}

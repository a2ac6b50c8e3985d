package pnnc.driver.hardware;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pnnc.frontend.hardware.ResolvedHardware;
import pnnc.frontend.hardware.ResolvedTarget;

/** What is known of hardware, for people. */
final class TargetText {
  private static final String TECHNOLOGY = "technology.";

  private TargetText() {}

  static String list(Map<String, ResolvedTarget> targets) {
    StringBuilder text = new StringBuilder();
    for (TargetFacts.Entry entry : TargetFacts.list(targets).targets()) {
      text.append(line("%-10s %-14s %s", entry.name(), entry.schema(), entry.summary()));
    }
    return text.append(line("host       %-14s Everything in ONNX Runtime.", "")).toString();
  }

  static String of(ResolvedTarget target) {
    TargetFacts.HardwareFacts facts = TargetFacts.of(target);
    List<TargetFacts.FieldFacts> own =
        facts.fields().stream().filter(f -> !f.path().startsWith(TECHNOLOGY)).toList();
    StringBuilder text = new StringBuilder(head(facts)).append(fields(own));
    for (TargetFacts.LimitFacts limit : facts.limits()) {
      String at = limit.at() == null ? "" : " at " + limit.at();
      text.append(
          line("  limit %s %s %s%s", limit.quantity(), limit.operator(), limit.bound(), at));
    }
    if (!facts.preferences().isEmpty()) {
      text.append(line("  prefer %s", String.join(" then ", facts.preferences())));
    }
    int hidden = facts.fields().size() - own.size();
    return hidden == 0
        ? text.toString()
        : text.append(line("  (%d more values are in the technology)", hidden)).toString();
  }

  static String of(ResolvedHardware hardware) {
    TargetFacts.HardwareFacts facts = TargetFacts.of(hardware);
    return head(facts) + fields(facts.fields());
  }

  private static String head(TargetFacts.HardwareFacts facts) {
    String of = facts.schema().isEmpty() ? "" : " : " + facts.schema();
    String summary = facts.summary().isEmpty() ? "" : line("  %s", facts.summary());
    return line("%s %s%s", facts.kind(), facts.name(), of) + summary;
  }

  private static String fields(List<TargetFacts.FieldFacts> fields) {
    int paths = fields.stream().mapToInt(f -> f.path().length()).max().orElse(1);
    int values = Math.min(30, fields.stream().mapToInt(f -> f.value().length()).max().orElse(1));
    StringBuilder text = new StringBuilder();
    String format = "  %-" + paths + "s  %-" + values + "s  %s";
    fields.forEach(
        f -> text.append(line(format, f.path(), f.value(), from(f)).stripTrailing()).append('\n'));
    return text.toString();
  }

  private static String from(TargetFacts.FieldFacts field) {
    if (field.source() != null) {
      return field.source();
    }
    if (field.assumed() != null) {
      return "assumed: " + field.assumed();
    }
    return field.isDefault() ? "default" : "";
  }

  static String of(TargetFacts.LintFacts facts) {
    return line(
        "%s: %s, %s; %s without a source",
        facts.file(),
        count(facts.targets(), "target", "targets"),
        count(facts.parts(), "device or technology", "devices and technologies"),
        count(facts.warnings(), "value", "values"));
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** What is said of a file in which a lint had nothing to look at. */
  static String nothing(TargetFacts.LintFacts facts) {
    return line("no hardware in %s", facts.file());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}

package pnnc.driver.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.driver.Session;
import pnnc.layout.drc.DesignRuleCheck;
import pnnc.layout.drc.RuleReport;
import pnnc.layout.drc.Violation;
import pnnc.layout.extract.Device;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.extract.Extraction;
import pnnc.layout.extract.Finding;
import pnnc.layout.extract.Instance;
import pnnc.layout.geometry.Box;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.picture.Survey;

/**
 * What a technology says to a layout: rules that are broken, devices, nets that cannot be meant.
 */
final class TechnologyInspection {
  private final ProcessRules process;
  private final Session session;

  TechnologyInspection(ProcessRules process, Session session) {
    this.process = process;
    this.session = session;
  }

  /** What it says to all topmost cells. */
  LayoutFacts.TechnologyFacts of(Layout layout) {
    requireSameUnit(layout);
    Map<Rule, Long> totals = new HashMap<>();
    Map<Rule, Violation> first = new HashMap<>();
    Map<String, Long> devices = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    for (Cell top : layout.tops()) {
      session.reporter().phase("check rules of " + top.name());
      RuleReport report = checked(layout, top.name());
      report.totals().forEach((rule, count) -> totals.merge(rule, count, Long::sum));
      report.violations().forEach(v -> first.putIfAbsent(v.rule(), v));
      session.reporter().phase("extract " + top.name());
      Extraction extraction = Extraction.of(layout, process, top.name());
      counted(extraction).forEach((rule, count) -> devices.merge(rule, count, Math::addExact));
      extraction.findings().forEach(f -> findings.add(said(f)));
    }
    List<LayoutFacts.RuleFacts> broken =
        process.rules().stream()
            .filter(r -> totals.getOrDefault(r, 0L) > 0)
            .distinct()
            .map(r -> facts(r, totals.get(r), first.get(r)))
            .toList();
    long violations = totals.values().stream().mapToLong(Long::longValue).sum();
    return new LayoutFacts.TechnologyFacts(
        process.name(),
        process.rules().size(),
        violations,
        broken,
        devices,
        findings,
        unknownLayers(layout));
  }

  /** Layers with shapes that are no mask's, nor its pins' or labels'. */
  private List<String> unknownLayers(Layout layout) {
    Set<Layer> known = new HashSet<>();
    for (Mask mask : process.masks()) {
      known.add(new Layer(mask.number(), mask.datatype()));
      mask.pin().ifPresent(p -> known.add(new Layer(mask.number(), p)));
      mask.label().ifPresent(l -> known.add(new Layer(mask.number(), l)));
    }
    return new Survey(layout)
        .layers().entrySet().stream()
            .filter(e -> e.getValue().shapes() > 0 && !known.contains(e.getKey()))
            .map(e -> e.getKey().toString())
            .toList();
  }

  private RuleReport checked(Layout layout, String top) {
    try {
      return DesignRuleCheck.of(process).withLimit(1).check(layout, top);
    } catch (ArithmeticException e) {
      throw new DiagnosedException(
          DiagnosticCode.LAYOUT_UNCHECKED.error(
              "a place in `%s` is beyond 32 bits".formatted(top)));
    }
  }

  private void requireSameUnit(Layout layout) {
    double nanometres = 1000 / layout.grid().dbuPerMicron();
    if (Math.abs(nanometres - process.nanometresPerDbu()) > 1e-9 * nanometres) {
      throw new DiagnosedException(
          DiagnosticCode.LAYOUT_UNIT.error(
              number(nanometres), process.name(), number(process.nanometresPerDbu())));
    }
  }

  private LayoutFacts.RuleFacts facts(Rule rule, long count, Violation first) {
    String kind = rule.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String measured =
        first.place().measured().isPresent()
            ? ", measured " + number(first.place().measured().getAsDouble())
            : "";
    return new LayoutFacts.RuleFacts(
        kind + " " + String.join(", ", rule.layers()),
        rule.source(),
        count,
        "`%s` at %s%s".formatted(first.cell(), place(first.place().box()), measured));
  }

  /** Devices by rule, those of a cell as often as it is placed. */
  private static Map<String, Long> counted(Extraction extraction) {
    Map<String, Map<String, Long>> perCell = new HashMap<>();
    for (ExtractedCell cell : extraction.cells()) {
      Map<String, Long> own = new TreeMap<>();
      for (Device device : cell.devices()) {
        own.merge(device.rule(), 1L, Math::addExact);
      }
      for (Instance instance : cell.instances()) {
        long places = instance.kept().count();
        perCell
            .get(instance.cell())
            .forEach((rule, n) -> own.merge(rule, Math.multiplyExact(n, places), Math::addExact));
      }
      perCell.put(cell.name(), own);
    }
    return perCell.get(extraction.top().name());
  }

  private String said(Finding finding) {
    String what =
        switch (finding.kind()) {
          case SHORT -> "one net is called %s";
          case OPEN -> "several nets are called %s";
          case LOOSE_LABEL -> "the label %s lies on no wire";
          case ENDS -> "a device %s has not the ends that it needs";
        };
    return "`%s`: %s, at %s"
        .formatted(
            finding.cell(),
            what.formatted(String.join(" and ", finding.names())),
            place(finding.at()));
  }

  private String place(Box box) {
    double um = process.nanometresPerDbu() / 1000;
    return String.format(
        Locale.ROOT,
        "%.3f, %.3f to %.3f, %.3f um",
        box.left() * um,
        box.bottom() * um,
        box.right() * um,
        box.top() * um);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}

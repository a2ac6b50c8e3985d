package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Suggestion;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Index;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.ast.SourceFile;

/** Reads {@code place} items. */
final class Placements {
  private static final String HOST = "host";

  private final Names names;
  private final Merger merger;
  private final Report report;

  /** What each file is written with; the same for all its networks. */
  private final Map<SourceFile, Set<String>> words = new HashMap<>();

  Placements(Names names, Merger merger, Report report) {
    this.names = names;
    this.merger = merger;
    this.report = report;
  }

  ResolvedPlacement resolve(Item.Placement item, SourceFile file) {
    requireNet(item.name(), file);
    List<ResolvedPlacement.Rule> rules = new ArrayList<>();
    for (Item.Placement.Rule rule : item.rules()) {
      Optional<PathMatcher> pattern = pattern(rule.pattern());
      pattern.ifPresent(p -> requireReachable(p, rule, rules));
      names.net(item.name().text(), file).ifPresent(net -> misspelt(rule.pattern(), net));
      Optional<Declared> target = target(rule.target(), file);
      if (pattern.isPresent() && (target.isPresent() || isHost(rule.target()))) {
        rules.add(new ResolvedPlacement.Rule(pattern.get(), target, rule.span()));
      }
    }
    return new ResolvedPlacement(item.name().text(), rules, item.name().span());
  }

  /** Says that there is no such network, if there is none. */
  void requireNet(Name name, SourceFile file) {
    if (names.net(name.text(), file).isEmpty()) {
      List<String> nets =
          file.items().stream()
              .filter(Item.Net.class::isInstance)
              .map(i -> i.name().text())
              .toList();
      report.fault(
          Words.hint(DiagnosticCode.NET_NOT_DECLARED.error(name), name.text(), nets), name.span());
    }
  }

  /** What a network's parts are called is known when it is made; a slip can be told before. */
  private void misspelt(Item.Placement.Pattern pattern, Declared net) {
    String name = text(pattern);
    Set<String> known = words.computeIfAbsent(net.file(), f -> PartNames.of(net, names.layers()));
    if (!known.contains(name) && pattern.steps().size() == 1 && name.matches("\\w{4,}")) {
      Suggestion.closest(name, known)
          .ifPresent(
              meant ->
                  report.fault(
                      DiagnosticCode.PATTERN_MISSPELT
                          .warning(net.item().name(), name)
                          .help("did you mean `%s`?".formatted(meant)),
                      pattern.span()));
    }
  }

  private void requireReachable(
      PathMatcher pattern, Item.Placement.Rule rule, List<ResolvedPlacement.Rule> before) {
    before.stream()
        .filter(r -> r.pattern().takesAll() || r.pattern().toString().equals(pattern.toString()))
        .findFirst()
        .ifPresent(
            first ->
                report.fault(
                    DiagnosticCode.PLACEMENT_UNREACHABLE
                        .error(pattern, first.pattern())
                        .related(first.span().place(), "this line takes it"),
                    rule.pattern().span()));
  }

  /** Says that the network has no output called {@code output}, if it has none. */
  void requireOutput(Name output, Name net, SourceFile file) {
    List<String> outputs =
        names
            .net(net.text(), file)
            .map(n -> PartNames.outputs((Item.Net) n.item()))
            .orElse(List.of());
    if (!outputs.isEmpty() && !outputs.contains(output.text())) {
      report.fault(
          Words.hint(DiagnosticCode.OUTPUT_UNKNOWN.error(net, output), output.text(), outputs),
          output.span());
    }
  }

  /** Whether {@code path} means the host; a target of one's own may not have that name. */
  static boolean isHost(PathName path) {
    return path.toString().equals(HOST);
  }

  /** The target that {@code path} names; empty for the host, and if a fault has been reported. */
  Optional<Declared> target(PathName path, SourceFile file) {
    if (isHost(path)) {
      return Optional.empty();
    }
    Optional<Declared> found = names.find(path, file);
    if (found.isEmpty()) {
      merger.unknown("target", path, file);
    } else if (!Targets.isTarget(found.get())) {
      String what =
          found.get().item() instanceof Item.Hardware hardware
              ? "a " + hardware.kind().word()
              : "a schema";
      report.fault(
          DiagnosticCode.HARDWARE_KIND.error(path, what, "a target or `host`"), path.span());
    }
    return found.filter(Targets::isTarget);
  }

  private Optional<PathMatcher> pattern(Item.Placement.Pattern pattern) {
    List<PathMatcher.Step> steps = new ArrayList<>();
    for (Item.Placement.Step step : pattern.steps()) {
      PathMatcher.split(step.text()).forEach(name -> steps.add(PathMatcher.step(name)));
      if (step.index().isPresent()) {
        Optional<PathMatcher.Step> index = index(step.index().get(), pattern);
        if (index.isEmpty()) {
          return Optional.empty();
        }
        steps.add(index.get());
      }
    }
    if (steps.isEmpty()) {
      return invalid(pattern, "names nothing");
    }
    return Optional.of(new PathMatcher(text(pattern), steps));
  }

  private static String text(Item.Placement.Pattern pattern) {
    return pattern.span().text().replace("\"", "");
  }

  private <T> Optional<T> invalid(Item.Placement.Pattern pattern, String why) {
    report.fault(DiagnosticCode.PATTERN_INVALID.error(text(pattern), why), pattern.span());
    return Optional.empty();
  }

  private Optional<PathMatcher.Step> index(Index index, Item.Placement.Pattern pattern) {
    if (index instanceof Index.At at) {
      Optional<Long> value = whole(at.value());
      return value.isPresent()
          ? value.map(v -> PathMatcher.step(String.valueOf(v)))
          : invalid(pattern, "has an index that is no whole number");
    }
    Index.Slice slice = (Index.Slice) index;
    Optional<Long> from = slice.from().flatMap(Placements::whole);
    Optional<Long> to = slice.to().flatMap(Placements::whole);
    boolean isWhole =
        from.isPresent() == slice.from().isPresent() && to.isPresent() == slice.to().isPresent();
    long first = from.orElse(0L);
    long end = to.orElse(Long.MAX_VALUE);
    return isWhole && slice.step().isEmpty() && first < end
        ? Optional.of(new PathMatcher.Step(false, name -> isBetween(name, first, end)))
        : invalid(pattern, "has an index range that takes nothing, or is none of whole numbers");
  }

  private static boolean isBetween(String name, long first, long end) {
    if (!name.matches("[0-9]{1,18}")) {
      return false;
    }
    long value = Long.parseLong(name);
    return value >= first && value < end;
  }

  /** The whole number that {@code expr} is, if it is one of at most 18 digits. */
  static Optional<Long> whole(Expr expr) {
    return expr instanceof Expr.NumberLiteral number && number.text().matches("[0-9]{1,18}")
        ? Optional.of(Long.parseLong(number.text()))
        : Optional.empty();
  }
}

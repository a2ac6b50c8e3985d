package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** Checks layouts against the rules of a process. Immutable; safe to share between threads. */
public final class DesignRuleCheck {
  private static final int USUAL_LIMIT = 1000;

  private final ProcessRules process;
  private final List<Check> checks;
  private final int limit;

  private DesignRuleCheck(ProcessRules process, int limit) {
    this.process = process;
    this.checks = Checks.of(process);
    this.limit = limit;
  }

  /** The check of all rules of {@code process}, which lists up to 1,000 violations of each. */
  public static DesignRuleCheck of(ProcessRules process) {
    return new DesignRuleCheck(process, USUAL_LIMIT);
  }

  /**
   * The same check with another bound on what is listed; totals are exact all the same.
   *
   * @param limit violations listed of each rule, not negative
   */
  public DesignRuleCheck withLimit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("no limit: " + limit);
    }
    return new DesignRuleCheck(process, limit);
  }

  /** Checks each cell that no other contains, in the order of the layout. */
  public List<RuleReport> check(Layout layout) {
    return layout.tops().stream().map(Cell::name).map(top -> check(layout, top)).toList();
  }

  /**
   * Checks one cell with those in it.
   *
   * @throws IllegalArgumentException if there is no such cell, or dbu are not those of the process
   * @throws DiagnosedException if the layout asks for more shapes, places or windows than are
   *     looked at one by one
   * @throws ArithmeticException if a place is beyond 32 bits
   */
  public RuleReport check(Layout layout, String cell) {
    double nanometres = 1000 / layout.grid().dbuPerMicron();
    if (Math.abs(nanometres - process.nanometresPerDbu()) > 1e-9 * nanometres) {
      throw new IllegalArgumentException(
          "the layout `%s` has database units of %s nm, the process %s of %s nm"
              .formatted(layout.name(), nanometres, process.name(), process.nanometresPerDbu()));
    }
    Map<Check, Listing> found = new HashMap<>();
    tasks(layout, cell).parallelStream().map(Task::run).toList().forEach(r -> r.addTo(found));
    return report(cell, found);
  }

  /** What can be done at the same time. */
  private interface Task {
    Result run();
  }

  /** What a task found, or why it could not go on: of several faults the first is told. */
  private record Result(Map<Check, Listing> found, Optional<DiagnosedException> fault) {
    void addTo(Map<Check, Listing> all) {
      fault.ifPresent(
          f -> {
            throw f;
          });
      all.putAll(found);
    }

    static Result of(Supplier<Map<Check, Listing>> work) {
      try {
        return new Result(work.get(), Optional.empty());
      } catch (DiagnosedException e) {
        return new Result(Map.of(), Optional.of(e));
      }
    }
  }

  private List<Task> tasks(Layout layout, String cell) {
    Map<String, Layer> names = FlatCheck.layers(process);
    List<Task> tasks = new ArrayList<>();
    List<Check> near = LocalChecks.of(checks, layout, cell, names);
    for (CheckGroup group : CheckGroup.of(near)) {
      tasks.add(() -> Result.of(() -> local(group, layout, cell, names)));
    }
    Optional<Box> bounds =
        process.rules(Rule.Density.class).isEmpty()
            ? Optional.empty()
            : WholeCheck.bounds(names, layout, cell);
    List<Check> others = checks.stream().filter(c -> !near.contains(c)).toList();
    for (List<Check> whole : WholeCheck.byLayer(others)) {
      String mask = whole.get(0).rule().layers().get(0);
      WholeCheck.requireFew(names.get(mask), layout, cell, Sketch.MOST);
      tasks.add(
          () ->
              Result.of(
                  () -> listed(WholeCheck.of(whole, names, layout, cell, bounds, limit), cell)));
    }
    return tasks;
  }

  private Map<Check, Listing> local(
      CheckGroup group, Layout layout, String cell, Map<String, Layer> names) {
    HierarchicalCheck run = new HierarchicalCheck(layout, cell, group, names);
    Map<Check, Listing> found = new HashMap<>();
    for (Check c : group.checks()) {
      Listing listing = new Listing(limit);
      run.violations(c, listing);
      found.put(c, listing);
    }
    return found;
  }

  private Map<Check, Listing> listed(Map<Check, FirstMarkers> markers, String cell) {
    Map<Check, Listing> found = new HashMap<>();
    markers.forEach(
        (check, m) -> {
          Listing listing = new Listing(limit);
          m.first().forEach(place -> listing.accept(new Violation(check.rule(), cell, place, 1)));
          listing.total = m.total();
          found.put(check, listing);
        });
    return found;
  }

  private RuleReport report(String cell, Map<Check, Listing> found) {
    List<Violation> listed = new ArrayList<>();
    Map<Rule, Long> totals = new LinkedHashMap<>();
    for (Check check : checks) {
      Listing listing = found.get(check);
      listed.addAll(listing.first);
      totals.merge(check.rule(), listing.total, Long::sum);
    }
    return new RuleReport(cell, listed, totals);
  }

  /** Counts all and keeps the first. */
  private static final class Listing implements Consumer<Violation> {
    private final int limit;
    private final List<Violation> first = new ArrayList<>();
    private long total;

    Listing(int limit) {
      this.limit = limit;
    }

    @Override
    public void accept(Violation v) {
      total += v.count();
      if (first.size() < limit) {
        first.add(v);
      }
    }
  }
}

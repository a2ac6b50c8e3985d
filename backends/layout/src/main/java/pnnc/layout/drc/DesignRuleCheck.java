package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
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
   */
  public RuleReport check(Layout layout, String cell) {
    double nanometres = 1000 / layout.grid().dbuPerMicron();
    if (Math.abs(nanometres - process.nanometresPerDbu()) > 1e-9 * nanometres) {
      throw new IllegalArgumentException(
          "the layout `%s` has database units of %s nm, the process %s of %s nm"
              .formatted(layout.name(), nanometres, process.name(), process.nanometresPerDbu()));
    }
    Map<Check, Listing> found = new ConcurrentHashMap<>();
    Map<String, Layer> names = FlatCheck.layers(process);
    CheckGroup.of(checks).parallelStream()
        .forEach(
            group -> {
              HierarchicalCheck run = new HierarchicalCheck(layout, cell, group, names);
              for (Check c : group.checks()) {
                Listing listing = new Listing(limit);
                run.violations(c, listing);
                found.put(c, listing);
              }
            });
    whole(layout, cell, found);
    return report(cell, found);
  }

  /** The checks that need whole layers. */
  private void whole(Layout layout, String cell, Map<Check, Listing> found) {
    List<Check> whole = checks.stream().filter(c -> !c.isLocal()).toList();
    if (whole.isEmpty()) {
      return;
    }
    FlatCheck.of(process, whole, layout, cell)
        .forEach(
            (check, markers) -> {
              Listing listing = new Listing(limit);
              markers.forEach(m -> listing.accept(new Violation(check.rule(), cell, m, 1)));
              found.put(check, listing);
            });
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

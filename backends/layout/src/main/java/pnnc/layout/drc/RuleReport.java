package pnnc.layout.drc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.process.Rule;

/**
 * What a check found in one cell and those in it.
 *
 * @param cell that was checked
 * @param violations in the order of the rules, then by cell and place; as many of each rule as were
 *     asked for
 * @param totals how often each rule is broken in all, exactly; rules that are kept have 0
 */
public record RuleReport(String cell, List<Violation> violations, Map<Rule, Long> totals) {
  public RuleReport {
    violations = List.copyOf(violations);
    totals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(totals));
  }

  /** How often any rule is broken, places of cells counted each. */
  public long total() {
    return totals.values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isClean() {
    return total() == 0;
  }

  /** The rules that are broken, in their order. */
  public List<Rule> broken() {
    return totals.keySet().stream().filter(r -> totals.get(r) > 0).toList();
  }
}

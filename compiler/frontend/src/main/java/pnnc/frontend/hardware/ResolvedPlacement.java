package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/**
 * Where the parts of a network go.
 *
 * @param net the network
 * @param rules the first that takes an operator decides; what none takes is free
 */
public record ResolvedPlacement(String net, List<Rule> rules, Span span) {
  /**
   * One line.
   *
   * @param pattern what it takes
   * @param target where to; empty for the host
   */
  public record Rule(PathMatcher pattern, Optional<Declared> target, Span span) {}

  public ResolvedPlacement {
    rules = List.copyOf(rules);
  }

  /** The rule that decides about {@code operator}, if one does. */
  public Optional<Rule> rule(PathMatcher.Operator operator) {
    return rules.stream().filter(r -> r.pattern().matches(operator)).findFirst();
  }
}

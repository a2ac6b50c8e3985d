package pnnc.driver.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.Report;
import pnnc.sim.equivalence.EquivalenceReport;
import pnnc.sim.equivalence.Verdict;

/**
 * Verdicts on single chips, and what they come to together. Chip {@code k} of a seed is the same
 * chip, however many others there are and whoever asks.
 */
final class ChipTrials {
  private final List<Report.Chip> chips = new ArrayList<>();
  private Verdict worst = Verdict.EQUIVALENT;

  /**
   * The number that a simulator knows a chip by; never 0, which is the nominal chip.
   *
   * @param seed of the run
   * @param chip counted from 1
   */
  static long number(long seed, int chip) {
    long number = UnitSeed.of(seed, "chip " + chip);
    return number == 0 ? 1 : number;
  }

  /** Adds the next chip. */
  void add(EquivalenceReport report, Scoring scoring) {
    worst = worst.and(report.verdict());
    VerificationFacts.Decisions decisions = VerificationFacts.Decisions.of(report);
    Report.Accuracy accuracy = scoring.result();
    chips.add(
        new Report.Chip(
            Verified.word(report.verdict()),
            decisions.agreement(),
            decisions.lowerBound(),
            JsonText.finite(VerificationFacts.worst(report).snrDb()),
            accuracy == null ? null : accuracy.twin()));
  }

  /** {@code nominal} with these chips: the verdict is that of the worst. */
  Verified on(Verified nominal, Verdict verdict) {
    Verdict both = worst.and(verdict);
    String reason =
        both == Verdict.INCONCLUSIVE && nominal.reason() == null
            ? "%d of %d chips are inconclusive".formatted(count(Verdict.INCONCLUSIVE), chips.size())
            : both == Verdict.INCONCLUSIVE ? nominal.reason() : null;
    return new Verified(
        Verified.word(both), reason, nominal.details().with(spread()), nominal.measured());
  }

  private int count(Verdict verdict) {
    String word = Verified.word(verdict);
    return (int) chips.stream().filter(c -> c.verdict().equals(word)).count();
  }

  private Report.Spread spread() {
    return new Report.Spread(
        count(Verdict.EQUIVALENT),
        count(Verdict.NOT_EQUIVALENT),
        distribution(Report.Chip::top1Agreement),
        distribution(Report.Chip::snrDb),
        distribution(Report.Chip::accuracy),
        chips);
  }

  /** Of all chips; null if one of them has no such figure. */
  private Report.Distribution distribution(Function<Report.Chip, Double> figure) {
    if (chips.stream().map(figure).anyMatch(Objects::isNull)) {
      return null;
    }
    double[] sorted = chips.stream().mapToDouble(figure::apply).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Report.Distribution(sorted[0], median);
  }
}

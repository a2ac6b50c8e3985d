package pnnc.driver.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.shape.MacCount;
import pnnc.passes.shape.MacCounter;

/**
 * How much of a network is hardware, by multiply-accumulates.
 *
 * @param physical in blocks
 * @param host in the rest
 */
public record MacShare(MacCount physical, MacCount host) {
  public static MacShare of(Partitioned cut) {
    return new MacShare(cut.physical(), MacCounter.of(cut.partition().host()));
  }

  /** All multiply-accumulates of one run, as far as they are known. */
  public long total() {
    return physical.plus(host).known();
  }

  /** The share of the known ones; null if there are none. */
  public Double share() {
    return total() == 0 ? null : (double) physical.known() / total();
  }

  /**
   * What {@link #share} says of the true share: {@code exact}; {@code at-most} if operators of the
   * host were not counted, {@code at-least} if parts of the blocks were not; {@code estimate} if
   * both, or lengths of loops or choices of branches, are unknown. Null without a share.
   */
  public String kind() {
    if (share() == null) {
      return null;
    }
    boolean guessed = !physical.guessed().isEmpty() || !host.guessed().isEmpty();
    boolean more = !physical.unknown().isEmpty();
    boolean less = !host.unknown().isEmpty();
    if (guessed || (more && less)) {
      return "estimate";
    }
    return less ? "at-most" : more ? "at-least" : "exact";
  }

  /** The operators that were not counted, or not in full. */
  public List<String> unknown() {
    List<String> all = new ArrayList<>(physical.unknown());
    all.addAll(host.unknown());
    return all;
  }

  /** What was counted as 1, sorted: dimensions, and iterations of loops. */
  public Set<String> assumed() {
    Set<String> all = new TreeSet<>(physical.assumed());
    all.addAll(host.assumed());
    all.addAll(physical.guessed());
    all.addAll(host.guessed());
    return all;
  }

  /** The first words of a sentence about the share, for people: {@code "at most "}. */
  public static String words(String kind) {
    return switch (kind) {
      case "at-most" -> "at most ";
      case "at-least" -> "at least ";
      case "estimate" -> "perhaps ";
      default -> "";
    };
  }
}

package pnnc.passes.shape;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A number of multiply-accumulates, and what it leaves open.
 *
 * @param macs the known part; {@link Long#MAX_VALUE} stands for all that is larger; empty for a
 *     single operator whose size is not known
 * @param assumed names of dimensions that were counted as 1
 * @param guessed loops of which one iteration was counted, for want of a number, and branches of
 *     which the costlier one was
 * @param unknown operators that were not counted, because a size is not known
 */
public record MacCount(
    OptionalLong macs, Set<String> assumed, Set<String> guessed, Set<String> unknown) {
  /** Nothing to multiply. */
  public static final MacCount NONE = of(0, Set.of());

  public MacCount {
    assumed = Collections.unmodifiableSet(new LinkedHashSet<>(assumed));
    guessed = Collections.unmodifiableSet(new LinkedHashSet<>(guessed));
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  /** A number that is known once the dimensions {@code assumed} are. */
  public static MacCount of(long macs, Set<String> assumed) {
    return new MacCount(OptionalLong.of(macs), assumed, Set.of(), Set.of());
  }

  /** An operator of which a size is not known. */
  public static MacCount unknown(String operator) {
    return new MacCount(OptionalLong.empty(), Set.of(), Set.of(), Set.of(operator));
  }

  /** The known part as a number. */
  public long known() {
    return macs.orElse(0);
  }

  /** Whether nothing was guessed and nothing left out. */
  public boolean isWhole() {
    return guessed.isEmpty() && unknown.isEmpty();
  }

  /** This and {@code other} together. */
  public MacCount plus(MacCount other) {
    return sum(List.of(this, other));
  }

  /** All of {@code counts} together, in time proportional to what they say. */
  public static MacCount sum(Collection<MacCount> counts) {
    long sum = 0;
    Set<String> assumed = new LinkedHashSet<>();
    Set<String> guessed = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (MacCount count : counts) {
      sum = sum + count.known() < 0 ? Long.MAX_VALUE : sum + count.known();
      assumed.addAll(count.assumed);
      guessed.addAll(count.guessed);
      unknown.addAll(count.unknown);
    }
    return new MacCount(OptionalLong.of(sum), assumed, guessed, unknown);
  }

  /** This once for each of {@code trips}; what costs nothing raises no doubts about them. */
  public MacCount times(TripCount trips) {
    if (known() == 0 && unknown.isEmpty()) {
      return this;
    }
    return new MacCount(
        OptionalLong.of(product(known(), trips.factor())),
        joined(assumed, trips.assumed()),
        joined(guessed, trips.guessed()),
        unknown);
  }

  /** This, saying that {@code what} was guessed. */
  public MacCount guessing(String what) {
    return new MacCount(macs, assumed, joined(guessed, Set.of(what)), unknown);
  }

  /** The product of two numbers that are not negative, or the largest number there is. */
  public static long product(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    return high == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  static Set<String> joined(Set<String> a, Set<String> b) {
    if (b.isEmpty()) {
      return a;
    }
    Set<String> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}

package pnnc.frontend.elaborate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import pnnc.base.shape.Dim;
import pnnc.passes.shape.Extent;

/**
 * What is known of dimension variables. A <em>rigid</em> one is the caller's choice, an
 * <em>open</em> one has a value that is not known yet. A variable is solved by putting a polynomial
 * in its place everywhere; that {@code H} can be divided by {@code s} is known by putting {@code
 * s·(H/s)} in the place of {@code H}, so that all polynomials keep whole coefficients.
 */
final class Sizes {
  /** Hears of each variable that is solved. */
  interface Listener {
    void solved(String name, Extent by);
  }

  private final Map<String, Extent> solved = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final Listener listener;
  private Set<String> frozen = Set.of();

  Sizes(Listener listener) {
    this.listener = listener;
  }

  /**
   * Keeps the variables that are open now from being solved: a size that depends on one counts as
   * equal to any other.
   *
   * @return what to give to {@link #thaw}
   */
  Set<String> freeze() {
    Set<String> before = frozen;
    frozen = new HashSet<>(open);
    return before;
  }

  /** Back to how it was before {@link #freeze}. */
  void thaw(Set<String> before) {
    frozen = before;
  }

  /** A variable called {@code name}, or like it, whose value has to be found. */
  Extent open(String name) {
    String fresh = fresh(name);
    open.add(fresh);
    return Extent.of(Dim.of(fresh));
  }

  /** A variable called {@code name}, or like it, that stands for any size. */
  Extent rigid(String name) {
    return Extent.of(Dim.of(fresh(name)));
  }

  private String fresh(String name) {
    int n = used.merge(name, 1, Integer::sum);
    return n == 1 ? name : name + "_" + n;
  }

  /** Whether {@code size} still depends on a variable that is to be found. */
  boolean isOpen(Extent size) {
    return resolve(size).names().stream().anyMatch(open::contains);
  }

  /** {@code size} with all that has been found. */
  Extent resolve(Extent size) {
    Extent now = size;
    for (Map.Entry<String, Extent> entry : solved.entrySet()) {
      now = now.replace(entry.getKey(), entry.getValue());
    }
    return now;
  }

  /** What two sizes are to each other. */
  enum Relation {
    EQUAL,
    DIFFERENT,
    /** Depends on variables, or nothing is known of one of them. */
    UNDECIDED
  }

  /** Compares, without finding anything out. */
  Relation compare(Extent a, Extent b) {
    Extent left = resolve(a);
    Extent right = resolve(b);
    if (!left.isKnown() || !right.isKnown()) {
      return Relation.UNDECIDED;
    }
    OptionalLong difference = left.minus(right).number();
    if (difference.isPresent()) {
      return difference.getAsLong() == 0 ? Relation.EQUAL : Relation.DIFFERENT;
    }
    return Relation.UNDECIDED;
  }

  /** Makes {@code a} and {@code b} equal if an open variable allows it, and says what they are. */
  Relation equate(Extent a, Extent b) {
    Relation before = compare(a, b);
    if (before != Relation.UNDECIDED) {
      return before;
    }
    Extent difference = resolve(a).minus(resolve(b));
    if (difference.names().stream().anyMatch(frozen::contains)) {
      return Relation.EQUAL;
    }
    for (String name : difference.names()) {
      Optional<Extent> value = open.contains(name) ? solve(difference, name) : Optional.empty();
      if (value.isPresent()) {
        put(name, value.get());
        return Relation.EQUAL;
      }
    }
    return Relation.UNDECIDED;
  }

  /** The value of {@code name} with which {@code sum} is 0. */
  private static Optional<Extent> solve(Extent sum, String name) {
    long coefficient = sum.coefficient(List.of(name));
    Extent own = Extent.of(Dim.of(name)).times(coefficient);
    Extent rest = sum.minus(own);
    if (coefficient == 0 || rest.names().contains(name)) {
      return Optional.empty();
    }
    Extent value = Extent.ZERO.minus(rest).dividedBy(Extent.of(coefficient));
    return value.isKnown() ? Optional.of(value) : Optional.empty();
  }

  /** Takes for granted that two sizes are equal: one name goes, the other stays. */
  boolean assumeEqual(Extent a, Extent b) {
    Extent difference = resolve(a).minus(resolve(b));
    for (String name : difference.names()) {
      Optional<Extent> value = solve(difference, name);
      if (value.isPresent()) {
        put(name, value.get());
        return true;
      }
    }
    return false;
  }

  /** Takes for granted that {@code divisor} divides {@code size}. */
  boolean assumeDivisible(Extent size, Extent divisor) {
    Extent whole = resolve(size);
    Extent by = resolve(divisor);
    if (whole.dividedBy(by).isKnown()) {
      return true;
    }
    for (String name : whole.names()) {
      if (whole.equals(Extent.of(Dim.of(name)))) {
        put(name, rigid(name + "/" + by).times(by));
        return true;
      }
    }
    return false;
  }

  private void put(String name, Extent value) {
    solved.replaceAll((other, old) -> old.replace(name, value));
    solved.put(name, value);
    open.remove(name);
    listener.solved(name, value);
  }

  /**
   * The dimension for the network's types: the name a caller may choose, also where the program
   * knows that it is a multiple of something.
   */
  Dim dim(Extent size) {
    Extent now = resolve(size);
    Dim plain = now.toDim();
    if (plain instanceof Dim.Unknown && now.isKnown()) {
      return solved.entrySet().stream()
          .filter(e -> e.getValue().equals(now))
          .map(e -> Dim.of(e.getKey()))
          .findFirst()
          .orElse(plain);
    }
    return plain.symbol().filter(open::contains).isPresent() ? Dim.unknown() : plain;
  }

  /** As a message shows it. */
  String describe(Extent size) {
    Dim dim = dim(size);
    return dim instanceof Dim.Unknown ? resolve(size).toString() : dim.toString();
  }
}

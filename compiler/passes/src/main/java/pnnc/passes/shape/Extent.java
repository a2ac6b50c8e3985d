package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import pnnc.base.shape.Dim;

/**
 * A whole number as far as it is known: a polynomial in the named dimensions of the network, such
 * as {@code 12·N·S + 1}, or nothing. Names stand for numbers that are at least 0. Results that
 * would overflow 64 bits or grow past a few terms are unknown.
 *
 * @param terms coefficient (never 0) by sorted names; the number 0 has none; empty if unknown
 */
public record Extent(Optional<Map<List<String>, Long>> terms) {
  /** Nothing is known. */
  public static final Extent UNKNOWN = new Extent(Optional.empty());

  /** Most numbers in a network are among these. */
  private static final List<Extent> SMALL =
      LongStream.range(0, 1025).mapToObj(Extent::make).toList();

  public static final Extent ZERO = of(0);
  public static final Extent ONE = of(1);

  public Extent {
    terms = terms.map(Map::copyOf);
  }

  public static Extent of(long number) {
    return number >= 0 && number < SMALL.size() ? SMALL.get((int) number) : make(number);
  }

  private static Extent make(long number) {
    return ofTerms(number == 0 ? Map.of() : Map.of(List.of(), number));
  }

  public static Extent of(Dim dim) {
    if (dim instanceof Dim.Known known) {
      return of(known.value());
    }
    return dim.symbol().map(name -> ofTerms(Map.of(List.of(name), 1L))).orElse(UNKNOWN);
  }

  static Extent ofTerms(Map<List<String>, Long> terms) {
    return new Extent(Optional.of(terms));
  }

  public boolean isKnown() {
    return terms.isPresent();
  }

  /** The number, if no names are left in it. */
  public OptionalLong number() {
    if (terms.isEmpty() || terms.get().size() > 1) {
      return OptionalLong.empty();
    }
    if (terms.get().isEmpty()) {
      return OptionalLong.of(0);
    }
    Long constant = terms.get().get(List.<String>of());
    return constant == null ? OptionalLong.empty() : OptionalLong.of(constant);
  }

  /** Whether this is the number {@code value}. */
  public boolean is(long value) {
    OptionalLong number = number();
    return number.isPresent() && number.getAsLong() == value;
  }

  /** The most that can be said of this as a dimension: a number, a name, or nothing. */
  public Dim toDim() {
    OptionalLong number = number();
    if (number.isPresent()) {
      return number.getAsLong() < 0 ? Dim.unknown() : Dim.of(number.getAsLong());
    }
    if (terms.isPresent() && terms.get().size() == 1) {
      Map.Entry<List<String>, Long> term = terms.get().entrySet().iterator().next();
      if (term.getValue() == 1 && term.getKey().size() == 1) {
        return Dim.of(term.getKey().get(0));
      }
    }
    return Dim.unknown();
  }

  /** A number that this is not below, whatever the names stand for. */
  public OptionalLong lowerBound() {
    if (terms.isEmpty()) {
      return OptionalLong.empty();
    }
    Map<List<String>, Long> known = terms.get();
    boolean growing =
        known.entrySet().stream().allMatch(t -> t.getKey().isEmpty() || t.getValue() > 0);
    return growing
        ? OptionalLong.of(known.getOrDefault(List.<String>of(), 0L))
        : OptionalLong.empty();
  }

  /** Whether this is at least {@code other}, whatever the names stand for. */
  public boolean isAtLeast(Extent other) {
    return minus(other).lowerBound().orElse(-1) >= 0;
  }

  public Extent plus(Extent other) {
    return combine(other, 1);
  }

  public Extent plus(long number) {
    return plus(of(number));
  }

  public Extent minus(Extent other) {
    return combine(other, -1);
  }

  private Extent combine(Extent other, long sign) {
    if (terms.isEmpty() || other.terms.isEmpty()) {
      return UNKNOWN;
    }
    ExtentSum sum = new ExtentSum();
    terms.get().forEach((names, c) -> sum.add(names, c));
    other.terms.get().forEach((names, c) -> sum.addProduct(names, c, List.of(), sign));
    return sum.result();
  }

  public Extent times(Extent other) {
    if (is(0) || other.is(0)) {
      return ZERO;
    }
    if (terms.isEmpty() || other.terms.isEmpty()) {
      return UNKNOWN;
    }
    ExtentSum sum = new ExtentSum();
    terms.get().forEach((p, a) -> other.terms.get().forEach((q, b) -> sum.addProduct(p, a, q, b)));
    return sum.result();
  }

  public Extent times(long number) {
    return times(of(number));
  }

  /** The quotient if the division leaves no remainder whatever the names stand for. */
  public Extent dividedBy(Extent divisor) {
    if (terms.isEmpty() || divisor.terms.isEmpty() || divisor.is(0)) {
      return UNKNOWN;
    }
    if (equals(divisor) && divisor.number().isPresent()) {
      return ONE;
    }
    return divisor.terms.get().size() == 1 ? dividedByTerm(divisor) : UNKNOWN;
  }

  private Extent dividedByTerm(Extent divisor) {
    Map.Entry<List<String>, Long> by = divisor.terms.orElseThrow().entrySet().iterator().next();
    ExtentSum sum = new ExtentSum();
    for (Map.Entry<List<String>, Long> term : terms.orElseThrow().entrySet()) {
      List<String> names = new ArrayList<>(term.getKey());
      boolean divides = by.getKey().stream().allMatch(names::remove);
      if (!divides || term.getValue() % by.getValue() != 0) {
        return UNKNOWN;
      }
      sum.add(names, term.getValue() / by.getValue());
    }
    return sum.result();
  }

  /** The quotient rounded towards minus infinity; {@code divisor} is positive. */
  public Extent floorDividedBy(long divisor) {
    if (terms.isEmpty()) {
      return UNKNOWN;
    }
    long constant = terms.get().getOrDefault(List.<String>of(), 0L);
    return minus(of(constant)).dividedBy(of(divisor)).plus(Math.floorDiv(constant, divisor));
  }

  /** The quotient rounded towards plus infinity; {@code divisor} is positive. */
  public Extent ceilDividedBy(long divisor) {
    return ZERO.minus(ZERO.minus(this).floorDividedBy(divisor));
  }

  /** The names in this; none if nothing is known. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    terms.ifPresent(all -> all.keySet().forEach(names::addAll));
    return names;
  }

  /** How often the product of {@code names} occurs: 3 for {@code N} in {@code 3·N + N·M}. */
  public long coefficient(List<String> names) {
    return terms.map(all -> all.getOrDefault(names, 0L)).orElse(0L);
  }

  /** This with {@code size} wherever {@code name} stands. */
  public Extent replace(String name, Extent size) {
    if (!names().contains(name)) {
      return this;
    }
    Extent sum = ZERO;
    for (Map.Entry<List<String>, Long> term : terms.orElseThrow().entrySet()) {
      Extent product = of(term.getValue());
      for (String factor : term.getKey()) {
        product = product.times(factor.equals(name) ? size : of(Dim.of(factor)));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** The number that this is if every name stands for 1. */
  public Extent withNamesAsOne() {
    ExtentSum sum = new ExtentSum();
    terms.ifPresent(all -> all.values().forEach(c -> sum.add(List.of(), c)));
    return isKnown() ? sum.result() : UNKNOWN;
  }

  /** {@code 2*H*W + N - 1}: products in the order of their names, the number last. */
  private static String polynomial(Map<List<String>, Long> terms) {
    StringBuilder text = new StringBuilder();
    terms.entrySet().stream()
        .sorted(Comparator.comparing(t -> (t.getKey().isEmpty() ? "1" : "0") + t.getKey()))
        .forEach(t -> text.append(term(t.getKey(), t.getValue(), text.isEmpty())));
    return text.toString();
  }

  private static String term(List<String> names, long coefficient, boolean isFirst) {
    String sign = coefficient < 0 ? (isFirst ? "-" : " - ") : (isFirst ? "" : " + ");
    String size = Long.toString(Math.abs(coefficient));
    String factors = String.join("*", names);
    return sign + (names.isEmpty() ? size : size.equals("1") ? factors : size + "*" + factors);
  }

  /** A number, {@code 2*H + 1}, or {@code ?}. */
  @Override
  public String toString() {
    OptionalLong number = number();
    return number.isPresent()
        ? Long.toString(number.getAsLong())
        : terms.map(Extent::polynomial).orElse("?");
  }
}

package pnnc.frontend.write;

import java.util.Optional;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/**
 * Sums, products and powers of one value as the polynomial that they are, however they are spelled:
 * {@code x + 0.04 · x · x · x} is [0, 1, 0, 0.04].
 */
final class Polynomial {
  static final int DEGREE = 3;

  /** Expressions that are nested deeper are no layer. */
  private static final int DEPTH = 10;

  private final double[] coefficients;

  private Polynomial(double... coefficients) {
    this.coefficients = coefficients;
  }

  /** The coefficient of a power, at most {@link #DEGREE}. */
  double at(int power) {
    return coefficients[power];
  }

  /** {@code value} as a polynomial of {@code x}; empty if it is none of so low a degree. */
  static Optional<Polynomial> of(Value value, Value x, Site site) {
    return of(value, x, site, DEPTH);
  }

  private static Optional<Polynomial> of(Value value, Value x, Site site, int depth) {
    if (value.equals(x)) {
      return Optional.of(new Polynomial(0, 1, 0, 0));
    }
    if (site.number(value).isPresent()) {
      return Optional.of(constant(site.number(value).getAsDouble()));
    }
    Optional<Node> node = depth == 0 ? Optional.empty() : site.graph().producer(value);
    if (node.filter(n -> n.op().isStandard()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Polynomial> first = of(node.get().input(0), x, site, depth - 1);
    if (first.isEmpty() || node.get().is("Neg")) {
      return first.map(p -> p.times(-1));
    }
    Optional<Polynomial> second =
        node.get().inputs().size() == 2
            ? of(node.get().input(1), x, site, depth - 1)
            : Optional.empty();
    return second.flatMap(p -> join(node.get().op().name(), first.get(), p));
  }

  private static Optional<Polynomial> join(String op, Polynomial a, Polynomial b) {
    return switch (op) {
      case "Add" -> Optional.of(a.plus(b));
      case "Sub" -> Optional.of(a.plus(b.times(-1)));
      case "Mul" -> a.times(b);
      case "Div" ->
          b.degree() == 0 ? Optional.of(a.times(1 / b.coefficients[0])) : Optional.empty();
      case "Pow" -> b.degree() == 0 ? a.power(b.coefficients[0]) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Polynomial constant(double c) {
    return new Polynomial(c, 0, 0, 0);
  }

  private int degree() {
    int degree = DEGREE;
    while (degree > 0 && coefficients[degree] == 0) {
      degree--;
    }
    return degree;
  }

  private Polynomial plus(Polynomial other) {
    double[] sum = coefficients.clone();
    for (int i = 0; i <= DEGREE; i++) {
      sum[i] += other.coefficients[i];
    }
    return new Polynomial(sum);
  }

  private Polynomial times(double factor) {
    double[] product = coefficients.clone();
    for (int i = 0; i <= DEGREE; i++) {
      product[i] *= factor;
    }
    return new Polynomial(product);
  }

  private Optional<Polynomial> times(Polynomial other) {
    if (degree() + other.degree() > DEGREE) {
      return Optional.empty();
    }
    double[] product = new double[DEGREE + 1];
    for (int i = 0; i <= degree(); i++) {
      for (int j = 0; j <= other.degree(); j++) {
        product[i + j] += coefficients[i] * other.coefficients[j];
      }
    }
    return Optional.of(new Polynomial(product));
  }

  private Optional<Polynomial> power(double exponent) {
    if (exponent != 2 && exponent != 3) {
      return Optional.empty();
    }
    Optional<Polynomial> square = times(this);
    return exponent == 2 ? square : square.flatMap(s -> s.times(this));
  }

  /** Whether these are the coefficients, each up to {@code tolerance} of itself. */
  boolean is(double tolerance, double... wanted) {
    boolean all = true;
    for (int i = 0; i <= DEGREE; i++) {
      double due = i < wanted.length ? wanted[i] : 0;
      all &= Math.abs(coefficients[i] - due) <= tolerance * Math.abs(due);
    }
    return all;
  }
}

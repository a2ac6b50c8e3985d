package pnnc.frontend.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator above 0
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  /** Neither part may need more bits: a physical quantity has none of that size. */
  private static final int MOST_BITS = 8192;

  /** Characters of a literal that are read, and powers of ten. */
  private static final int MOST_DIGITS = 1000;

  /**
   * A fraction, reduced.
   *
   * @throws ArithmeticException if {@code denominator} is 0
   * @throws DiagnosedException if it is too long to be a number of anything; without a place
   */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
    if (Math.max(numerator.bitLength(), denominator.bitLength()) > MOST_BITS) {
      throw beyond("a result", "of more than %d bits".formatted(MOST_BITS));
    }
  }

  private static DiagnosedException beyond(String what, String why) {
    return new DiagnosedException(DiagnosticCode.QUANTITY_BEYOND.error(what, why));
  }

  public static Rational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /** {@code 10^exponent}; {@code exponent} within ±1000. */
  public static Rational powerOfTen(int exponent) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    return exponent < 0 ? new Rational(BigInteger.ONE, power) : of(power);
  }

  /**
   * The value of a number literal: {@code 42}, {@code 1_000}, {@code 0.5}, {@code 1e-5}, {@code
   * 0x1F}.
   *
   * @throws DiagnosedException if it has too many digits or too large an exponent; without a place
   */
  public static Rational parse(String literal) {
    String digits = literal.replace("_", "");
    if (digits.length() > MOST_DIGITS) {
      throw beyond("this number", "of %d digits".formatted(digits.length()));
    }
    if (digits.startsWith("0x")) {
      return of(new BigInteger("0" + digits.substring(2), 16));
    }
    int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    return e < 0
        ? decimal(digits)
        : decimal(digits.substring(0, e)).times(powerOfTen(exponent(digits, e)));
  }

  private static Rational decimal(String digits) {
    BigDecimal value = new BigDecimal(digits);
    return of(value.unscaledValue()).times(powerOfTen(-value.scale()));
  }

  private static int exponent(String digits, int e) {
    BigInteger exponent = new BigInteger(digits.substring(e + 1).replace("+", ""));
    if (exponent.abs().compareTo(BigInteger.valueOf(MOST_DIGITS)) > 0) {
      throw beyond("`%s`".formatted(digits), "with an exponent beyond %d".formatted(MOST_DIGITS));
    }
    return exponent.intValueExact();
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** This divided by {@code other}; throws ArithmeticException if that is 0. */
  public Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /**
   * This to the power {@code exponent}, within ±64; throws ArithmeticException for 0 to below 0.
   */
  public Rational power(int exponent) {
    int size = Math.abs(exponent);
    long bits = (long) size * Math.max(numerator.bitLength(), denominator.bitLength());
    if (bits > MOST_BITS + size) {
      throw beyond("a power", "of more than %d bits".formatted(MOST_BITS));
    }
    Rational power = new Rational(numerator.pow(size), denominator.pow(size));
    return exponent < 0 ? ONE.over(power) : power;
  }

  public int signum() {
    return numerator.signum();
  }

  public Rational abs() {
    return signum() < 0 ? negated() : this;
  }

  /** Whether it is an integer. */
  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** The nearest double, within one unit in the last place; infinite beyond its range. */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .doubleValue();
  }

  /** Whether some power of ten times this is an integer. */
  public boolean isDecimal() {
    BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
    BigInteger five = BigInteger.valueOf(5);
    while (rest.mod(five).signum() == 0) {
      rest = rest.divide(five);
    }
    return rest.equals(BigInteger.ONE);
  }

  /** Rounded to {@code digits} significant digits, as a literal. */
  public String rounded(int digits) {
    MathContext context = new MathContext(digits);
    return literal(new BigDecimal(numerator).divide(new BigDecimal(denominator), context));
  }

  /** A literal with this value, {@code 0.125}, or {@code 1/3} if no literal has it. */
  @Override
  public String toString() {
    return isDecimal()
        ? literal(new BigDecimal(numerator).divide(new BigDecimal(denominator)))
        : numerator + "/" + denominator;
  }

  private static String literal(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal shortest = value.stripTrailingZeros();
    int magnitude = shortest.precision() - shortest.scale();
    boolean isPlain = magnitude > -5 && magnitude <= 15 && shortest.scale() <= 20;
    return isPlain ? shortest.toPlainString() : shortest.toString().replace("E", "e");
  }
}

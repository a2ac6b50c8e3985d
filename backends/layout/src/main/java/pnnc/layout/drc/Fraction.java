package pnnc.layout.drc;

import java.math.BigInteger;

/**
 * A number in fixed point, rounded down.
 *
 * @param whole the next whole number below, modulo 2⁶⁴
 * @param part what is above that, in 2⁻⁶², from 0 to 2⁶² − 1
 */
record Fraction(long whole, long part) {
  /** Bits behind the point. */
  static final int BITS = 62;

  static final long MASK = (1L << BITS) - 1;

  /** The quotient; {@code by} is positive. */
  static Fraction of(BigInteger number, BigInteger by) {
    BigInteger rest = number.mod(by);
    long whole = number.subtract(rest).divide(by).longValue();
    return new Fraction(
        whole, rest.signum() == 0 ? 0 : rest.shiftLeft(BITS).divide(by).longValueExact());
  }
}

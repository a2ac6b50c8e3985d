package pnnc.ir.block;

import pnnc.ir.block.UnitInterface.Converter;

/**
 * Signals that are shown piece by piece, the least bits first. With {@code step} and {@code high}
 * of the converter and {@code b} bits at a time,
 *
 * <pre>{@code
 * code      = the converter's code as a number of steps, at most high / step either way
 * |code|    = Σ_s digit_s · 2^(b·s)
 * signal_s  = sign(code) · digit_s · high / (2^b − 1)
 * weight_s  = 2^(b·s) · (2^b − 1) · step / high        so that  Σ_s weight_s · signal_s = code · step
 * }</pre>
 *
 * <p>Codes have a sign and a magnitude: there is none below {@code −high}.
 *
 * @param converter has 0 among its codes, and {@code high} above 0
 * @param bits shown at a time, 1 to 24
 */
public record InputSlices(Converter converter, int bits) {
  /** By which a code may miss a whole number of steps. */
  private static final double ROUNDING = 1e-6;

  public InputSlices {
    double zero = converter.isIdeal() ? 0.5 : converter.low() / converter.step();
    boolean hasZero = Math.abs(zero - Math.rint(zero)) < ROUNDING && zero <= 0;
    if (!hasZero || converter.high() <= 0 || bits < 1 || bits > 24) {
      throw new IllegalArgumentException(
          "%s cannot be shown %d bits at a time".formatted(converter, bits));
    }
  }

  /** The greatest code, a whole number. */
  private double most() {
    return Math.rint(converter.high() / converter.step());
  }

  private double digitStep() {
    return converter.high() / ((1 << bits) - 1);
  }

  /** How many pieces there are, at least 1. */
  public int count() {
    int magnitude = Long.SIZE - Long.numberOfLeadingZeros((long) most());
    return (magnitude + bits - 1) / bits;
  }

  /** By what the answer to piece {@code slice} counts. */
  public double weight(int slice) {
    return (1L << (bits * slice)) * converter.step() / digitStep();
  }

  /** Piece {@code slice}, from 0, of a signal that was not converted yet. */
  public double signal(double whole, int slice) {
    double steps = Math.rint(converter.convert(whole) / converter.step());
    long code = (long) Math.max(-most(), Math.min(most(), steps));
    long digit = (Math.abs(code) >> (bits * slice)) & ((1L << bits) - 1);
    return Math.signum(steps) * digit * digitStep();
  }
}

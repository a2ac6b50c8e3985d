package pnnc.crossbar.mapping;

import pnnc.ir.block.UnitInterface.Converter;

/** Chooses the range of a converter so that it loses least on signals that were seen. */
public final class ConverterRange {
  /** Clipping a few far signals may pay: ranges down to this share of the greatest are tried. */
  private static final double LEAST_SHARE = 0.3;

  private static final int TRIED = 29;

  private ConverterRange() {}

  /**
   * A converter of {@code bits}, symmetric about 0, with the least squared error on {@code signals}
   * of those whose range is a share of the greatest magnitude.
   *
   * @param signals not modified
   * @param otherwise the range if all signals are 0 or there are none, positive
   */
  public static Converter fitted(int bits, double[] signals, double otherwise) {
    double largest = 0;
    for (double s : signals) {
      largest = Math.max(largest, Math.abs(s));
    }
    if (largest == 0) {
      return symmetric(bits, otherwise);
    }
    Converter best = symmetric(bits, largest);
    double least = error(best, signals);
    for (int i = 1; i < TRIED; i++) {
      Converter tried = symmetric(bits, largest * (1 - i * (1 - LEAST_SHARE) / (TRIED - 1)));
      double error = error(tried, signals);
      if (error < least) {
        least = error;
        best = tried;
      }
    }
    return best;
  }

  /**
   * A converter that reaches {@code range} and has 0 among its codes, as two's complement has: one
   * code more below than above. Of one bit it has only the two ends.
   *
   * @param range positive
   */
  public static Converter symmetric(int bits, double range) {
    if (bits == 1) {
      return new Converter(1, -range, range);
    }
    int half = 1 << (bits - 1);
    double step = range / (half - 1);
    return new Converter(bits, -half * step, (half - 1) * step);
  }

  private static double error(Converter converter, double[] signals) {
    double sum = 0;
    for (double s : signals) {
      double off = converter.convert(s) - s;
      sum += off * off;
    }
    return sum;
  }
}

package pnnc.sim.crossbar;

import java.util.function.DoubleUnaryOperator;
import pnnc.ir.block.UnitInterface.Converter;

/**
 * A converter by successive approximation: it compares the signal with sums of capacitors that
 * stand for the bits, the greatest first, and keeps those that fit. With unit capacitors whose
 * deviation is {@code σ}, bit {@code b} weighs
 *
 * <pre>{@code
 * w_b = 2^b (1 + ε_b) · 2^n / (Σ_b 2^b (1 + ε_b) + 1 + ε),    ε_b normal, σ / √2^b;   ε normal, σ
 * }</pre>
 *
 * <p>codes; all of them together, with the one that ends the array, are the full scale. The
 * comparator's offset is added to the signal. Without deviations this is {@link Converter#convert},
 * to the bit.
 */
final class SarConverter implements DoubleUnaryOperator {
  private final Converter named;
  private final double[] weights;
  private final double offsetCodes;

  /**
   * A converter.
   *
   * @param named its width and range; not ideal
   * @param unitSigma deviation of a unit capacitor, of its value
   * @param offsetSigma deviation of the comparator's offset, in codes
   * @param own random numbers of this converter
   */
  SarConverter(Converter named, double unitSigma, double offsetSigma, ChipRandom own) {
    this.named = named;
    this.weights = new double[named.bits()];
    double all = 1 + unitSigma * own.device(0).nextGaussian();
    for (int b = 0; b < weights.length; b++) {
      double units = 1 << b;
      double off = unitSigma / Math.sqrt(units) * own.device(b + 2).nextGaussian();
      weights[b] = units * (1 + off);
      all += weights[b];
    }
    double gain = (1 << weights.length) / all;
    for (int b = 0; b < weights.length; b++) {
      weights[b] *= gain;
    }
    this.offsetCodes = offsetSigma * own.device(1).nextGaussian();
  }

  @Override
  public double applyAsDouble(double signal) {
    if (Double.isNaN(signal)) {
      return signal;
    }
    double codes = (signal - named.low()) / named.step() + 0.5 + offsetCodes;
    double kept = 0;
    int code = 0;
    for (int b = weights.length - 1; b >= 0; b--) {
      if (codes >= kept + weights[b]) {
        kept += weights[b];
        code |= 1 << b;
      }
    }
    return named.low() + code * named.step();
  }
}

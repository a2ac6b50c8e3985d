package pnnc.sim.crossbar;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * Standard deviations of programmed conductances that were measured, by conductance. Beyond the
 * range that was measured the value at its end holds.
 */
enum MeasuredSpread implements DoubleUnaryOperator {
  /** Wan et al., NeuRRAM, Nature 2022, 1 s after programming. */
  NEURRAM_1S(0, 40, g -> polynomial(g / 40, .348, 16.030, -43.853, 45.393, -16.815)),
  /** The same after a day. */
  NEURRAM_1DAY(0, 40, g -> polynomial(g / 40, .701, 22.086, -50.773, 47.095, -16.458)),
  /** The same after two days. */
  NEURRAM_2DAYS(0, 40, g -> polynomial(g / 40, .782, 20.274, -43.507, 37.062, -11.934)),
  /** Milo et al. 2021, hafnium oxide of 50 to 225 uS. */
  MILO(50, 225, g -> 4.782 - 0.009107 * g),
  /** Falcone et al. 2025, CMO/HfOx, verified to 0.2 %. */
  CMO_HFOX(8, 90, g -> .00106879 * g + .00081107),
  /** Agrawal et al. 2022, SONOS 40 nm, fresh; 200 nA are 1 uS. */
  SONOS(0, 16, g -> 19.89 * (1 - Math.exp(-200 * g / 176.3)) / 200),
  /** The same after five days. */
  SONOS_5DAYS(0, 16, g -> 34.58 * (1 - Math.exp(-200 * g / 207.3)) / 200);

  private static final double MICRO = 1e-6;

  private final double least;
  private final double greatest;

  /** Keeps nothing, which its type cannot say. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final DoubleUnaryOperator microsiemens;

  /** Range and standard deviation in microsiemens. */
  MeasuredSpread(double least, double greatest, DoubleUnaryOperator microsiemens) {
    this.least = least;
    this.greatest = greatest;
    this.microsiemens = microsiemens;
  }

  @Override
  public double applyAsDouble(double siemens) {
    double g = Math.min(greatest, Math.max(least, siemens / MICRO));
    return Math.max(0, microsiemens.applyAsDouble(g)) * MICRO;
  }

  /** As cards call it: {@code neurram-1s}. */
  String card() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MeasuredSpread named(String card) {
    return Arrays.stream(values())
        .filter(m -> m.card().equals(card))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no statistics for devices of kind `%s`; there are resistive, matched, pcm, %s"
                        .formatted(
                            card,
                            Arrays.stream(values())
                                .map(MeasuredSpread::card)
                                .collect(Collectors.joining(", ")))));
  }

  /** Coefficients ascending. */
  private static double polynomial(double x, double... coefficients) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum * x + coefficients[k];
    }
    return sum;
  }
}

package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Mean and standard deviation of a sample. */
record Moments(double mean, double deviation, int count) {
  static Moments of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Moments(mean, Math.sqrt(squares / (values.length - 1)), values.length);
  }

  /** Whether a normal distribution with these moments would give such a sample, to 4.5 sigma. */
  void requireNormal(double mean, double deviation) {
    assertThat(this.mean).isCloseTo(mean, within(4.5 * deviation / Math.sqrt(count)));
    assertThat(this.deviation)
        .isCloseTo(deviation, within(4.5 * deviation / Math.sqrt(2.0 * count)));
  }
}

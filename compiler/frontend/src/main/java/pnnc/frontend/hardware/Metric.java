package pnnc.frontend.hardware;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check measures. */
public enum Metric {
  /** Share of samples whose largest output is the reference's. */
  TOP1_AGREEMENT("%", true),
  /** Share of samples whose largest output is among the reference's five largest. */
  TOP5_AGREEMENT("%", true),
  /** Share of samples whose largest output is the label's. */
  ACCURACY("%", true),
  /** Power of the reference's values over that of the differences. */
  SNR("dB", true),
  /** Root mean square of the differences over the range of the reference's values. */
  NRMSE("%", false),
  /** Largest difference, in the output's own scale. */
  MAX_ABS("", false);

  private final String unit;
  private final boolean isMoreBetter;

  Metric(String unit, boolean isMoreBetter) {
    this.unit = unit;
    this.isMoreBetter = isMoreBetter;
  }

  /** The metric that programs call {@code name}. */
  static Optional<Metric> called(String name) {
    return Arrays.stream(values()).filter(m -> m.toString().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Metric::toString).toList();
  }

  /** The unit of its bounds; empty for plain numbers. */
  public String unit() {
    return unit;
  }

  /** Whether it is a share of samples, so that a confidence makes sense. */
  public boolean isShare() {
    return unit.equals("%") && isMoreBetter;
  }

  /** Whether bounds are from below. */
  public boolean isMoreBetter() {
    return isMoreBetter;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

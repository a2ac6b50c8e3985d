package pnnc.driver.data;

import java.util.Arrays;
import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;

/**
 * Turns raw pixels into what a network was trained on: {@code (byte / 255 − mean) / std}, computed
 * in double and rounded once. One mean for all, or one per channel; channels are the second
 * dimension of a sample (NCHW) if it has that size, else the last (NHWC).
 *
 * @param means at least 1
 * @param deviations as many, none 0
 */
public record Normalization(List<Double> means, List<Double> deviations) {
  public Normalization {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.isEmpty() || means.size() != deviations.size() || deviations.contains(0.0)) {
      throw new IllegalArgumentException("no normalization: " + means + " " + deviations);
    }
  }

  /**
   * What {@code --normalize} says: {@code mean,std}, either may list channels separated by slashes:
   * {@code 0.5,0.25}, {@code 0.485/0.456/0.406,0.229/0.224/0.225}.
   */
  public static Normalization parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 2) {
      throw usage(text, "expected `mean,std`");
    }
    List<Double> means = numbers(text, parts[0]);
    List<Double> deviations = numbers(text, parts[1]);
    int channels = Math.max(means.size(), deviations.size());
    means = spread(means, channels);
    deviations = spread(deviations, channels);
    if (means.size() != deviations.size()) {
      throw usage(text, "as many means as deviations are needed");
    }
    if (deviations.stream().anyMatch(d -> d == 0)) {
      throw usage(text, "a standard deviation must not be 0");
    }
    return new Normalization(means, deviations);
  }

  private static List<Double> spread(List<Double> values, int channels) {
    return values.size() == 1 ? java.util.Collections.nCopies(channels, values.get(0)) : values;
  }

  private static List<Double> numbers(String whole, String list) {
    return Arrays.stream(list.split("/", -1)).map(word -> number(whole, word)).toList();
  }

  private static double number(String whole, String word) {
    double value = DecimalText.number(word.strip()).orElse(Double.NaN);
    if (!Double.isFinite(value)) {
      throw usage(whole, "`%s` is not a number".formatted(word));
    }
    return value;
  }

  private static DiagnosedException usage(String text, String why) {
    return new DiagnosedException(
        DiagnosticCode.USAGE
            .error("--normalize %s: %s".formatted(text, why))
            .help("for instance `--normalize 0.1307,0.3081`; per channel `a/b/c,d/e/f`"));
  }

  /**
   * This normalization laid out for samples of {@code shape}.
   *
   * @param shape the batch dimension first, all sizes known
   */
  Channels over(Shape shape) {
    int count = means.size();
    if (count == 1) {
      return new Channels(this, 1);
    }
    if (shape.rank() > 1 && shape.dim(1).is(count)) {
      return new Channels(this, inner(shape, 2));
    }
    if (shape.rank() > 0 && shape.dim(-1).is(count)) {
      return new Channels(this, 1);
    }
    throw new DiagnosedException(
        DiagnosticCode.USAGE.error(
            "--normalize: %d channels, but a sample has shape %s".formatted(count, shape)));
  }

  private static long inner(Shape shape, int axis) {
    return new Shape(shape.dims().subList(axis, shape.rank())).elements().orElseThrow();
  }

  /**
   * A normalization for samples of one shape.
   *
   * @param stride elements from one channel to the next
   */
  record Channels(Normalization values, long stride) {
    /** What becomes of byte {@code raw} at position {@code index} of a sample. */
    double apply(double raw, long index) {
      int channel = (int) (index / stride % values.means.size());
      return (raw / 255 - values.means.get(channel)) / values.deviations.get(channel);
    }
  }
}

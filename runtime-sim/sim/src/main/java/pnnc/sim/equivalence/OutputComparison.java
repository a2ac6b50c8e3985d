package pnnc.sim.equivalence;

import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

/**
 * Gathers {@link OutputMetrics} sample by sample, in constant memory. Sums run in the order of the
 * samples. Not thread-safe.
 */
public final class OutputComparison {
  private final String name;
  private long finiteElements;
  private final Decisions decisions = new Decisions();
  private boolean isDiscrete;
  private long samples;
  private long elements;
  private long mismatches;
  private long wrongShapes;
  private double signal;
  private double noise;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double maxAbs;

  /**
   * @param name of the output
   */
  public OutputComparison(String name) {
    this.name = name;
  }

  /** Takes in what both models made of one sample. */
  public void add(Tensor reference, Tensor found) {
    samples++;
    isDiscrete = !reference.type().isFloat();
    if (!reference.valueType().equals(found.valueType())) {
      mismatches++;
      wrongShapes++;
      decisions.missAll(reference);
    } else if (reference.type() == ElementType.STRING) {
      mismatches += decisions.addTexts(reference, texts(reference), texts(found));
    } else {
      double[] expected = TensorElements.of(reference).toDoubles();
      double[] actual = TensorElements.of(found).toDoubles();
      addNumbers(expected, actual);
      decisions.addNumbers(reference, expected, actual);
    }
  }

  private static Object[] texts(Tensor tensor) {
    return ((TensorData.Strings) tensor.data()).elements().toArray();
  }

  private void addNumbers(double[] expected, double[] actual) {
    elements += expected.length;
    for (int i = 0; i < expected.length; i++) {
      addNumber(expected[i], actual[i]);
    }
  }

  private void addNumber(double expected, double actual) {
    if (Double.isFinite(expected)) {
      finiteElements++;
      signal += expected * expected;
      smallest = Math.min(smallest, expected);
      largest = Math.max(largest, expected);
    }
    if (Double.isFinite(expected) && Double.isFinite(actual)) {
      double error = Math.abs(actual - expected);
      noise += error * error;
      maxAbs = Math.max(maxAbs, error);
    } else if (Double.compare(expected, actual) != 0) {
      mismatches++;
    }
  }

  /** The metrics of everything added so far. */
  public OutputMetrics metrics() {
    double scale = elements == 0 ? 0 : Math.max(0, Math.max(largest, -smallest));
    return new OutputMetrics(
        name,
        isDiscrete,
        samples,
        elements,
        finiteElements,
        mismatches,
        wrongShapes,
        decisions.total(),
        decisions.agreeing(),
        scale,
        mismatches > 0 ? Double.POSITIVE_INFINITY : maxAbs,
        snrDb(),
        nrmse(scale));
  }

  private double snrDb() {
    if (mismatches > 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
  }

  private double nrmse(double scale) {
    if (mismatches > 0) {
      return Double.POSITIVE_INFINITY;
    }
    double range = largest > smallest ? largest - smallest : scale;
    return noise == 0 ? 0 : Math.sqrt(noise / elements) / range;
  }
}

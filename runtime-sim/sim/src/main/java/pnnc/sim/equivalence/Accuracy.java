package pnnc.sim.equivalence;

import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * Counts how often two models name the right class: the index of the largest score, the first of
 * them where several are; a NaN among the scores is never right. Not thread-safe.
 */
public final class Accuracy {
  private long samples;
  private long reference;
  private long twin;

  /**
   * The number of classes, if {@code output} holds the scores of one sample: floats, with at least
   * two along one axis and size 1 along all others. 0 if it does not.
   */
  public static int classes(Tensor output) {
    boolean oneRow = output.shape().dims().stream().filter(d -> !d.is(1)).count() == 1;
    return output.type().isFloat() && oneRow ? (int) output.elements() : 0;
  }

  /**
   * Takes in what both models made of one sample.
   *
   * @param label in {@code [0, classes(expected))}
   */
  public void add(long label, Tensor expected, Tensor found) {
    samples++;
    reference += choice(expected) == label ? 1 : 0;
    twin += choice(found) == label ? 1 : 0;
  }

  private static int choice(Tensor output) {
    double[] scores = TensorElements.of(output).toDoubles();
    int best = 0;
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        return -1;
      }
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /** How many samples were taken in. */
  public long samples() {
    return samples;
  }

  /** The share that the reference got right; NaN without a sample. */
  public double ofReference() {
    return (double) reference / samples;
  }

  /** The share that the twin got right; NaN without a sample. */
  public double ofTwin() {
    return (double) twin / samples;
  }
}

package pnnc.examples.digits;

import java.util.Random;

/**
 * A perceptron with one hidden layer of rectifiers, trained by stochastic gradient descent with
 * momentum on the cross entropy of a softmax. Plain loops in a fixed order: training twice gives
 * the same weights.
 */
final class DigitClassifier {
  static final int HIDDEN = 32;
  static final int CLASSES = 10;

  private static final int STEPS = 100_000;
  private static final double RATE = 0.05;
  private static final double MOMENTUM = 0.9;

  final Layer hidden;
  final Layer scores;

  private DigitClassifier(Random random) {
    hidden = new Layer(DigitGlyphs.PIXELS, HIDDEN, random);
    scores = new Layer(HIDDEN, CLASSES, random);
  }

  /** A classifier trained on pictures drawn from {@code seed}. */
  static DigitClassifier train(long seed) {
    Random random = new Random(seed);
    DigitGlyphs glyphs = new DigitGlyphs(seed + 1);
    DigitClassifier classifier = new DigitClassifier(random);
    for (int step = 0; step < STEPS; step++) {
      int digit = random.nextInt(CLASSES);
      double rate = RATE * (1 - (double) step / STEPS) * (1 - MOMENTUM);
      classifier.learn(glyphs.draw(digit), digit, rate);
    }
    return classifier;
  }

  /** The digit that {@code picture} shows, as far as this classifier can tell. */
  int classify(float[] picture) {
    double[] all = scores.apply(rectified(hidden.apply(doubles(picture))));
    int best = 0;
    for (int i = 1; i < all.length; i++) {
      best = all[i] > all[best] ? i : best;
    }
    return best;
  }

  private static double[] doubles(float[] picture) {
    double[] x = new double[picture.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = picture[i];
    }
    return x;
  }

  private static double[] rectified(double[] h) {
    double[] rectified = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      rectified[i] = Math.max(0, h[i]);
    }
    return rectified;
  }

  private void learn(float[] picture, int digit, double rate) {
    double[] x = doubles(picture);
    double[] h = hidden.apply(x);
    double[] rectified = rectified(h);
    double[] error = softmax(scores.apply(rectified));
    error[digit] -= 1;
    double[] back = scores.descend(rectified, error, rate);
    for (int i = 0; i < h.length; i++) {
      back[i] = h[i] > 0 ? back[i] : 0;
    }
    hidden.descend(x, back, rate);
  }

  private static double[] softmax(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double s : scores) {
      max = Math.max(max, s);
    }
    double sum = 0;
    double[] p = new double[scores.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = StrictMath.exp(scores[i] - max);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  /** {@code y = W x + b}. */
  static final class Layer {
    final int in;
    final int out;

    /** Row-major {@code [out, in]}. */
    final double[] weights;

    /** {@code [out]}. */
    final double[] bias;

    private final double[] weightSteps;
    private final double[] biasSteps;

    Layer(int in, int out, Random random) {
      this.in = in;
      this.out = out;
      this.weights = new double[out * in];
      this.bias = new double[out];
      this.weightSteps = new double[out * in];
      this.biasSteps = new double[out];
      double scale = Math.sqrt(2.0 / in);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = scale * random.nextGaussian();
      }
    }

    double[] apply(double[] x) {
      double[] y = bias.clone();
      for (int o = 0; o < out; o++) {
        for (int i = 0; i < in; i++) {
          y[o] += weights[o * in + i] * x[i];
        }
      }
      return y;
    }

    /** One step down the slope {@code error} of the loss over y; returns the slope over x. */
    double[] descend(double[] x, double[] error, double rate) {
      double[] back = new double[in];
      for (int o = 0; o < out; o++) {
        biasSteps[o] = MOMENTUM * biasSteps[o] - rate * error[o];
        bias[o] += biasSteps[o];
        for (int i = 0; i < in; i++) {
          int at = o * in + i;
          back[i] += weights[at] * error[o];
          weightSteps[at] = MOMENTUM * weightSteps[at] - rate * error[o] * x[i];
          weights[at] += weightSteps[at];
        }
      }
      return back;
    }
  }
}

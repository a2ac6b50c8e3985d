package pnnc.layout.curve;

import java.util.function.DoubleUnaryOperator;

/** Integrals by Gauss and Legendre with 8 points a panel (Abramowitz and Stegun, 25.4.30). */
final class Quadrature {
  private static final double[] AT = {
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] WEIGHT = {
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };

  private Quadrature() {}

  /** Of {@code f} from {@code a} to {@code b}, in as many equal panels. */
  static double integral(DoubleUnaryOperator f, double a, double b, int panels) {
    double sum = 0;
    double half = (b - a) / panels / 2;
    for (int i = 0; i < panels; i++) {
      double middle = a + (2 * i + 1) * half;
      for (int k = 0; k < AT.length; k++) {
        double step = half * AT[k];
        sum += WEIGHT[k] * (f.applyAsDouble(middle - step) + f.applyAsDouble(middle + step));
      }
    }
    return sum * half;
  }
}

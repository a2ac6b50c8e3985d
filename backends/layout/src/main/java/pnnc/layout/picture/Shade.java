package pnnc.layout.picture;

import java.util.Arrays;

/**
 * A colour as it looks when it is laid over white, to those who see all colours and to those who
 * lack one kind of cone (H. Brettel, F. Viénot, J. D. Mollon, Computerized simulation of color
 * appearance for dichromats, JOSA A 14, 1997; here the matrices of Viénot, Brettel and Mollon,
 * Color Research and Application 24, 1999).
 */
final class Shade {
  /** sRGB to cones; the same backwards. */
  private static final double[] TO_CONES = {
    17.8824, 43.5161, 4.11935, 3.45565, 27.1554, 3.86714, 0.0299566, 0.184309, 1.46709
  };

  private static final double[] FROM_CONES = {
    0.0809444479,
    -0.130504409,
    0.116721066,
    -0.0102485335,
    0.0540193266,
    -0.113614708,
    -0.000365296938,
    -0.00412161469,
    0.693511405
  };

  private static final double[] NO_RED = {0, 2.02344, -2.52581, 0, 1, 0, 0, 0, 1};
  private static final double[] NO_GREEN = {1, 0, 0, 0.494207, 0, 1.24827, 0, 0, 1};
  private static final double[] TO_XYZ = {
    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920,
    0.9503041
  };

  private final int rgb;

  /** CIE L*, a*, b* (D65) of the three: normal, without red cones, without green cones. */
  private final double[] seen;

  private Shade(int rgb, double[] seen) {
    this.rgb = rgb;
    this.seen = seen;
  }

  /** The colour {@code 0xRRGGBB}. */
  static Shade of(int rgb) {
    double[] light = new double[3];
    for (int i = 0; i < 3; i++) {
      double channel = (rgb >> (16 - 8 * i) & 0xFF) / 255.0;
      light[i] = linear(1 + Palette.OPACITY * (channel - 1));
    }
    double[] seen = Arrays.copyOf(lab(light), 9);
    double[] cones = times(TO_CONES, light);
    System.arraycopy(lab(times(FROM_CONES, times(NO_RED, cones))), 0, seen, 3, 3);
    System.arraycopy(lab(times(FROM_CONES, times(NO_GREEN, cones))), 0, seen, 6, 3);
    return new Shade(rgb, seen);
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : StrictMath.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double[] times(double[] matrix, double[] v) {
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      result[i] = matrix[3 * i] * v[0] + matrix[3 * i + 1] * v[1] + matrix[3 * i + 2] * v[2];
    }
    return result;
  }

  private static double[] lab(double[] light) {
    double[] xyz = times(TO_XYZ, light);
    double x = root(xyz[0] / 0.95047);
    double y = root(xyz[1]);
    double z = root(xyz[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  /** {@code 0xRRGGBB}, before it is laid over white. */
  int rgb() {
    return rgb;
  }

  /** L*, 0 to 100. */
  double lightness() {
    return seen[0];
  }

  /** How far it is from grey, to those who see all colours. */
  double chroma() {
    return StrictMath.hypot(seen[1], seen[2]);
  }

  /** How different the two look to those who see the least difference (CIE 1976). */
  double distance(Shade other) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 9; i += 3) {
      double l = seen[i] - other.seen[i];
      double a = seen[i + 1] - other.seen[i + 1];
      double b = seen[i + 2] - other.seen[i + 2];
      least = Math.min(least, l * l + a * a + b * b);
    }
    return Math.sqrt(least);
  }
}

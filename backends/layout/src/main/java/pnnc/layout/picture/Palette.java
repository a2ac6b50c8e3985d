package pnnc.layout.picture;

import pnnc.layout.model.Layer;

/** The colour of each layer, the same in every picture. */
final class Palette {
  /** Steps in hue and lightness under which neighbours lie far apart in both. */
  private static final double HUE = 0.7548776662466927;

  private static final double LIGHT = 0.5698402909980532;

  /** How much of what lies below a layer hides. */
  static final double OPACITY = 0.55;

  private Palette() {}

  /** {@code 0xRRGGBB}. */
  static int of(Layer layer) {
    double hue = fraction(layer.number() * HUE + layer.datatype() * LIGHT);
    double light = 0.32 + 0.26 * fraction(layer.number() * LIGHT + layer.datatype() * HUE);
    double chroma = 0.85 * (1 - Math.abs(2 * light - 1));
    int red = channel(hue, light, chroma, 1.0 / 3);
    int green = channel(hue, light, chroma, 0);
    int blue = channel(hue, light, chroma, -1.0 / 3);
    return red << 16 | green << 8 | blue;
  }

  private static int channel(double hue, double light, double chroma, double shift) {
    double t = 6 * fraction(hue + shift);
    return (int) Math.round(255 * light + 255 * chroma * (wave(t) - 0.5));
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  private static double wave(double t) {
    return t < 1 ? t : t < 3 ? 1 : t < 4 ? 4 - t : 0;
  }

  /** {@code #rrggbb}. */
  static String css(Layer layer) {
    return "#%06x".formatted(of(layer));
  }
}

package pnnc.layout.picture;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import pnnc.layout.model.Layer;

/**
 * Colours for the layers of a layout. A layer has a colour of its own, which follows from its
 * numbers; it gets another one only if that is too close to the colour of a layer before it, seen
 * with any kind of colour vision ({@link Shade}). The same layers always have the same colours.
 */
final class Palette {
  /** How much of what lies below a layer hides. */
  static final double OPACITY = 0.55;

  /** What colours should differ by at least; two that differ by 2 can just be told apart. */
  static final double CLEAR = 16;

  /** Each channel has as many steps. */
  private static final int STEPS = 6;

  private static final int LIGHTEST = 86;
  private static final int LEAST_CHROMA = 16;

  /** Steps under which neighbours lie far apart. */
  private static final double STEP = 0.7548776662466927;

  private static final double OTHER_STEP = 0.5698402909980532;

  /** All that stand out from white and from grey outlines. */
  private static final Shade[] SHADES = shades();

  private final Map<Layer, Integer> colours = new HashMap<>();

  private Palette(SortedSet<Layer> layers) {
    double[] distance = new double[SHADES.length];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    for (Layer layer : layers) {
      int own = own(layer);
      int best = distance[own] >= CLEAR ? own : farthest(distance);
      Shade shade = SHADES[distance[best] > 0 ? best : own];
      colours.put(layer, shade.rgb());
      for (int i = 0; i < SHADES.length; i++) {
        distance[i] = Math.min(distance[i], SHADES[i].distance(shade));
      }
    }
  }

  /** For these layers together. */
  static Palette of(Collection<Layer> layers) {
    return new Palette(new TreeSet<>(layers));
  }

  private static Shade[] shades() {
    return IntStream.range(0, STEPS * STEPS * STEPS)
        .mapToObj(i -> channel(i / STEPS / STEPS) << 16 | channel(i / STEPS) << 8 | channel(i))
        .map(Shade::of)
        .filter(s -> s.lightness() <= LIGHTEST && s.chroma() >= LEAST_CHROMA)
        .toArray(Shade[]::new);
  }

  private static int channel(int i) {
    return i % STEPS * 255 / (STEPS - 1);
  }

  /** Which one a layer has if nothing else is there. */
  private static int own(Layer layer) {
    double place = layer.number() * STEP + layer.datatype() * OTHER_STEP;
    return (int) ((place - Math.floor(place)) * SHADES.length);
  }

  private static int farthest(double[] distance) {
    int best = 0;
    for (int i = 1; i < distance.length; i++) {
      best = distance[i] > distance[best] ? i : best;
    }
    return best;
  }

  /** {@code 0xRRGGBB}. */
  int colour(Layer layer) {
    return colours.get(layer);
  }

  /** {@code #rrggbb}. */
  String css(Layer layer) {
    return "#%06x".formatted(colour(layer));
  }
}

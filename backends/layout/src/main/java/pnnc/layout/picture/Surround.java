package pnnc.layout.picture;

import java.util.List;
import pnnc.layout.model.Layer;

/**
 * What is around the drawing: layers at its right, the scale below.
 *
 * @param width of the whole picture
 * @param height likewise
 * @param legendX where the legend begins
 * @param shown layers in the legend; those for which there is no room are counted in its last line
 */
record Surround(
    int width, int height, int legendX, List<Layer> shown, int more, ScaleBar bar, String title) {
  static final int MARGIN = 8;
  static final int LINE = 14;
  static final int SWATCH = 10;
  static final int FOOT = 30;
  private static final int LEAST_LEGEND = 110;
  private static final int MOST_LAYERS = 200;

  /** Around {@code scene}. */
  static Surround of(Scene scene, List<Layer> layers, double dbuPerMicron) {
    List<Layer> shown = layers.stream().limit(MOST_LAYERS).toList();
    int rows = shown.size() + (layers.size() > shown.size() ? 1 : 0);
    int width = scene.width() + legend(scene, shown);
    int height = Math.max(scene.height() + FOOT, 2 * MARGIN + rows * LINE);
    ScaleBar bar =
        ScaleBar.of(
            Math.min(200, Math.max(scene.width(), LEAST_LEGEND) / 2.0),
            scene.scale() * dbuPerMicron);
    int more = layers.size() - shown.size();
    int x = scene.width() + MARGIN;
    return new Surround(width, height, x, shown, more, bar, title(scene));
  }

  /** Pixels that the longest name needs. */
  private static int legend(Scene scene, List<Layer> shown) {
    int text = shown.stream().mapToInt(l -> Font.width(scene.title(l))).max().orElse(0);
    return Math.max(LEAST_LEGEND, MARGIN + LINE + text + MARGIN);
  }

  private static String title(Scene scene) {
    String first = scene.tops().get(0).cell().name();
    int others = scene.tops().size() - 1;
    return others == 0 ? first : "%s and %d more".formatted(first, others);
  }

  /** Where row {@code i} of the legend begins. */
  int legendY(int i) {
    return MARGIN + i * LINE;
  }
}

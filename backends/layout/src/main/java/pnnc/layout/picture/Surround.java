package pnnc.layout.picture;

import java.util.List;
import pnnc.layout.model.Layer;

/**
 * What is around the drawing: layers at its right, the scale below.
 *
 * @param width of the whole picture
 * @param height likewise
 * @param shown layers in the legend; those for which there is no room are counted in its last line
 */
record Surround(int width, int height, List<Layer> shown, int more, ScaleBar bar, String title) {
  static final int MARGIN = 8;
  static final int LINE = 14;
  static final int SWATCH = 10;
  static final int FOOT = 30;
  private static final int LEGEND = 110;
  private static final int MOST_LAYERS = 200;

  /** Around {@code scene}. */
  static Surround of(Scene scene, List<Layer> layers, double dbuPerMicron) {
    List<Layer> shown = layers.stream().limit(MOST_LAYERS).toList();
    int rows = shown.size() + (layers.size() > shown.size() ? 1 : 0);
    int width = scene.width() + LEGEND;
    int height = Math.max(scene.height() + FOOT, 2 * MARGIN + rows * LINE);
    ScaleBar bar =
        ScaleBar.of(
            Math.min(200, Math.max(scene.width(), LEGEND) / 2.0), scene.scale() * dbuPerMicron);
    return new Surround(width, height, shown, layers.size() - shown.size(), bar, title(scene));
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

  int legendX() {
    return width - LEGEND + MARGIN;
  }
}

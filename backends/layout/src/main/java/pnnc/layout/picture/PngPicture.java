package pnnc.layout.picture;

import java.util.List;
import pnnc.layout.model.Layer;

/** Draws scenes in pixels. */
final class PngPicture {
  /** What one layer may cost if it is drawn exactly: seconds; see {@link Effort}. */
  private static final long MOST = 1L << 30;

  /** What it may cost if it is not. */
  private static final long FAIR = 1L << 27;

  private static final int BLACK = 0x000000;
  private static final int GREY = 0x707070;

  private final Scene scene;
  private final Surround around;
  private final Canvas canvas;
  private final Palette palette;

  private PngPicture(Scene scene, double dbuPerMicron) {
    this.scene = scene;
    this.around = Surround.of(scene, List.copyOf(scene.layers()), dbuPerMicron);
    this.palette = scene.palette();
    this.canvas = new Canvas(around.width(), around.height());
  }

  static Canvas of(Scene scene, double dbuPerMicron) {
    PngPicture picture = new PngPicture(scene, dbuPerMicron);
    picture.layers();
    picture.marks();
    picture.legend();
    picture.scale();
    return picture.canvas;
  }

  /** One plane for all layers, one after the other; where one costs too much, the next may, too. */
  private void layers() {
    Plane plane = new Plane(scene.width(), scene.height());
    long most = MOST;
    for (Layer layer : scene.painted()) {
      if (!LayerPainter.paint(scene, layer, plane, most, FAIR)) {
        most = FAIR;
      }
      canvas.lay(plane, palette.colour(layer), Palette.OPACITY);
      plane.clear();
    }
  }

  private void marks() {
    Marks marks = Marks.of(scene);
    Area frame = new Area(0, 0, scene.width() - 1.0, scene.height() - 1.0);
    for (Marks.Frame f : marks.frames()) {
      double[] c = f.corners();
      for (int i = 0, last = 6; i < 8; last = i, i += 2) {
        canvas.line(c[last], c[last + 1], c[i], c[i + 1], frame, GREY);
      }
    }
    for (Marks.Text t : marks.texts()) {
      canvas.text(t.x(), t.y(), t.text(), BLACK);
      if (t.isLabel()) {
        canvas.fill(t.x() - 5, t.y() + 2, 3, 3, BLACK, 1);
      }
    }
  }

  private void legend() {
    int x = around.legendX();
    for (int i = 0; i < around.shown().size(); i++) {
      Layer layer = around.shown().get(i);
      int y = around.legendY(i);
      canvas.fill(x, y, Surround.SWATCH, Surround.SWATCH, palette.colour(layer), Palette.OPACITY);
      canvas.text(x + Surround.LINE, y + 2, scene.title(layer), BLACK);
    }
    if (around.more() > 0) {
      int y = around.legendY(around.shown().size());
      canvas.text(x, y + 2, "and %d more".formatted(around.more()), BLACK);
    }
  }

  private void scale() {
    int left = Surround.MARGIN;
    int y = scene.height() + Surround.MARGIN;
    int length = Math.max(1, (int) Math.round(around.bar().pixels()));
    canvas.fill(left, y, length, 3, BLACK, 1);
    canvas.text(left, y + 7, around.bar().text(), BLACK);
    int used = Math.max(length, Font.width(around.bar().text()));
    canvas.text(left + used + Surround.LINE, y + 7, around.title(), GREY);
  }
}

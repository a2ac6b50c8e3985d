package pnnc.layout.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/**
 * A picture of a layout: its layers in their colours over each other, a legend, a scale. The same
 * layout and options give the same bytes on any machine.
 *
 * <p>In PNG what has no area is not seen, and what is finer than a pixel is as dark as it is dense.
 */
public final class Picture {
  private final Scene scene;
  private final double dbuPerMicron;

  /**
   * The picture of {@code layout} that {@code options} ask for.
   *
   * @throws DiagnosedException if the cell is not there, or nothing is to be seen
   */
  public Picture(Layout layout, PictureOptions options) {
    this.scene = new Scene(layout, options);
    this.dbuPerMicron = layout.grid().dbuPerMicron();
  }

  /** Pixels of the drawing from left to right, without legend. */
  public int width() {
    return scene.width();
  }

  /** Pixels of the drawing from top to bottom, without scale. */
  public int height() {
    return scene.height();
  }

  /** The layers that it shows, each over those before it: what covers most comes first. */
  public List<Layer> layers() {
    return scene.painted();
  }

  /** Writes it as PNG. */
  public void png(OutputStream out) throws IOException {
    Png.write(PngPicture.of(scene, dbuPerMicron), out);
  }

  /**
   * It as SVG, cells once each.
   *
   * @throws DiagnosedException if there are more than {@link #MOST_SVG_SHAPES} shapes to show
   */
  public String svg() {
    return SvgPicture.of(scene, dbuPerMicron);
  }

  /** Programs that show SVG become slow above this. */
  public static final int MOST_SVG_SHAPES = 200_000;
}

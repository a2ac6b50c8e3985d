package pnnc.layout.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Small layouts and their pictures. */
final class Drawings {
  static final Layer METAL = new Layer(68, 20);
  static final int WHITE = 0xFFFFFF;

  private Drawings() {}

  /** A layout of one cell, TOP, on a grid of 1 nm. */
  static Layout layout(Consumer<LayoutBuilder> content) {
    return layout(cells -> {}, content);
  }

  /** The same with {@code cells} before it. */
  static Layout layout(Consumer<LayoutBuilder> cells, Consumer<LayoutBuilder> content) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("LIB", Grid.NANOMETRE);
    cells.accept(builder);
    builder.beginCell("TOP");
    content.accept(builder);
    builder.endCell();
    builder.end();
    return builder.build();
  }

  static void box(LayoutBuilder to, int left, int bottom, int right, int top) {
    to.box(METAL, left, bottom, right, top, Repetition.ONCE);
  }

  /** A window of {@code pixels} square, one pixel a micron, its lower left corner at the origin. */
  static PictureOptions microns(int pixels) {
    return PictureOptions.DEFAULT.withWindow(0, 0, pixels, pixels).withSize(pixels);
  }

  static byte[] png(Layout layout, PictureOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Picture(layout, options).png(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** Written and read by another program. */
  static BufferedImage image(Layout layout, PictureOptions options) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png(layout, options)));
  }

  /** What METAL looks like where it covers this share of a white pixel. */
  static int metal(double share) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int over = Palette.of(List.of(METAL)).colour(METAL) >> shift & 0xFF;
      colour |= (int) Math.round(255 + Palette.OPACITY * share * (over - 255)) << shift;
    }
    return colour;
  }
}

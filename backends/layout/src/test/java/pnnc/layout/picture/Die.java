package pnnc.layout.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** A program of its own, for a heap of its own: draws ten million boxes, prints a checksum. */
final class Die {
  private static final int SIDE = 3200;
  private static final int PITCH = 100;

  private Die() {}

  /** With a word {@code flat}, all in one cell; else in cells of 100 by 100, placed one by one. */
  public static void main(String[] words) throws IOException {
    Layout layout = words[0].equals("flat") ? flat(SIDE) : placed();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Picture(layout, PictureOptions.DEFAULT).png(out);
    CRC32 sum = new CRC32();
    sum.update(out.toByteArray());
    System.out.println(Long.toHexString(sum.getValue()));
  }

  private static Layout flat(int side) {
    return Drawings.layout(cell -> boxes(cell, side));
  }

  private static void boxes(LayoutBuilder cell, int side) {
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        Drawings.box(cell, x * PITCH, y * PITCH, x * PITCH + 50, y * PITCH + 50);
      }
    }
  }

  private static Layout placed() {
    return Drawings.layout(
        cells -> {
          cells.beginCell("PART");
          boxes(cells, 100);
          cells.endCell();
        },
        top -> {
          for (int i = 0; i < SIDE / 100 * (SIDE / 100); i++) {
            int x = i % (SIDE / 100) * 100 * PITCH;
            int y = i / (SIDE / 100) * 100 * PITCH;
            top.reference("PART", Transform.of(Orientation.R0, new Point(x, y)), Repetition.ONCE);
          }
        });
  }
}

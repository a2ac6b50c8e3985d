package pnnc.bench.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import pnnc.driver.files.MappedFile;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.picture.Picture;
import pnnc.layout.picture.PictureOptions;

/**
 * Writes a die of boxes on two layers to a GDSII file, reads it and draws it: {@code DiePicture
 * [cells|flat] [boxes] [pixels]}. With {@code cells} a thousand boxes each lie in cells of 64
 * kinds, placed one by one; with {@code flat} all lie in one cell, so that the layout itself takes
 * 16 bytes for each. Prints seconds and the peak of the heap; run it with {@code -Xmx64m}, {@code
 * flat} with {@code -Xmx512m}.
 */
public final class DiePicture {
  private static final int BOXES_OF_CELL = 1000;
  private static final int KINDS = 64;
  private static final int SIDE = 20_000;

  private final boolean isFlat;
  private final int boxes;
  private final SplittableRandom random = new SplittableRandom(1);

  private DiePicture(boolean isFlat, int boxes) {
    this.isFlat = isFlat;
    this.boxes = boxes;
  }

  public static void main(String[] words) throws IOException {
    boolean isFlat = words.length > 0 && words[0].equals("flat");
    int boxes = words.length > 1 ? Integer.parseInt(words[1]) : 10_000_000;
    int pixels = words.length > 2 ? Integer.parseInt(words[2]) : 2000;
    Path file = Files.createTempFile("die", ".gds");
    try {
      write(new DiePicture(isFlat, boxes), file);
      read(file, pixels);
    } finally {
      Files.delete(file);
    }
  }

  private static void write(DiePicture die, Path file) throws IOException {
    long start = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(file)) {
      die.draw(new GdsWriter(out));
    }
    System.out.printf(
        "%d boxes written in %.2f s, %.1f MB%n",
        die.boxes, seconds(start), Files.size(file) * 1e-6);
  }

  private static void read(Path file, int pixels) throws IOException {
    Heap heap = Heap.watched();
    long start = System.nanoTime();
    Layout layout = GdsReader.layout(MappedFile.open(file, file.toString()), GdsMode.TOLERANT);
    System.out.printf("read in %.2f s, peak heap %.1f MiB%n", seconds(start), heap.peakMebibytes());
    start = System.nanoTime();
    Path png = Files.createTempFile("die", ".png");
    try (OutputStream out = Files.newOutputStream(png)) {
      new Picture(layout, PictureOptions.DEFAULT.withSize(pixels)).png(out);
    }
    System.out.printf(
        "drawn in %.2f s, %.2f MB of PNG, peak heap %.1f MiB%n",
        seconds(start), Files.size(png) * 1e-6, heap.peakMebibytes());
    Files.delete(png);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  private void draw(LayoutSink sink) {
    int cells = boxes / BOXES_OF_CELL;
    int columns = (int) Math.ceil(Math.sqrt(cells));
    sink.begin("DIE", Grid.NANOMETRE);
    for (int kind = 0; kind < KINDS && !isFlat; kind++) {
      sink.beginCell("K" + kind);
      boxes(sink, kind, 0, 0);
      sink.endCell();
    }
    sink.beginCell("TOP");
    for (int i = 0; i < cells; i++) {
      int x = i % columns * SIDE;
      int y = i / columns * SIDE;
      int kind = random.nextInt(KINDS);
      if (isFlat) {
        boxes(sink, kind, x, y);
      } else {
        sink.reference("K" + kind, Transform.shift(x, y), Repetition.ONCE);
      }
    }
    sink.endCell();
    sink.end();
  }

  /** The boxes of one kind of cell: the higher its number, the wider. */
  private static void boxes(LayoutSink sink, int kind, int x, int y) {
    SplittableRandom places = new SplittableRandom(kind);
    for (int i = 0; i < BOXES_OF_CELL; i++) {
      int left = x + places.nextInt(SIDE - 800);
      int bottom = y + places.nextInt(SIDE - 800);
      int side = 100 + 10 * kind;
      sink.box(new Layer(1 + i % 2, 0), left, bottom, left + side, bottom + 100, Repetition.ONCE);
    }
  }
}

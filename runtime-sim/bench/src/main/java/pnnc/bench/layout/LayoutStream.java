package pnnc.bench.layout;

import java.io.OutputStream;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.oasis.OasisWriter;

/**
 * Writes boxes to nowhere and prints how long it took and how much heap there was at most: {@code
 * gds} or {@code oasis}, then how many boxes (10⁸). Run it with {@code -Xmx64m} and {@code
 * -Xmx128m}; a heap that is flat gives the same peak for 10⁷ and for 10⁸ boxes.
 */
public final class LayoutStream {
  private LayoutStream() {}

  /** Format and count. */
  public static void main(String[] arguments) {
    boolean isOasis = arguments.length > 0 && arguments[0].equals("oasis");
    int boxes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000_000;
    OutputStream nowhere = OutputStream.nullOutputStream();
    LayoutSink writer = isOasis ? new OasisWriter(nowhere) : new GdsWriter(nowhere);
    Heap heap = Heap.watched();
    long start = System.nanoTime();
    writer.begin("STREAM", Grid.NANOMETRE);
    writer.beginCell("TOP");
    Shapes.RANDOM.draw(writer, boxes);
    writer.endCell();
    writer.end();
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf(
        "%s, %d boxes in %.2f s, peak heap %.1f MiB%n",
        isOasis ? "OASIS" : "GDSII", boxes, seconds, heap.peakMebibytes());
  }
}

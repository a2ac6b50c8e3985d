package pnnc.bench.layout;

import java.io.OutputStream;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;

/**
 * Writes 10⁸ boxes to nowhere and prints how long it took and how much memory it needed: run it
 * with {@code -Xmx64m}.
 */
public final class GdsStream {
  private static final int BOXES = 100_000_000;

  private GdsStream() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    GdsWriter writer = new GdsWriter(OutputStream.nullOutputStream());
    long start = System.nanoTime();
    writer.begin("STREAM", Grid.NANOMETRE);
    writer.beginCell("TOP");
    Shapes.RANDOM.draw(writer, BOXES);
    writer.endCell();
    writer.end();
    double seconds = (System.nanoTime() - start) * 1e-9;
    Runtime machine = Runtime.getRuntime();
    System.out.printf(
        "%d boxes in %.2f s, %.1f MiB of heap used, %.1f MiB taken%n",
        BOXES,
        seconds,
        (machine.totalMemory() - machine.freeMemory()) / 0x1p20,
        machine.totalMemory() / 0x1p20);
  }
}

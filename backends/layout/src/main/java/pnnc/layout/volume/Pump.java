package pnnc.layout.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.base.diagnostics.DiagnosticCode;

/** Moves values from a file into a sink, 64 KiB at a time. */
final class Pump {
  private static final int STEP = 1 << 16;

  private Pump() {}

  /**
   * Gives all values of a volume to {@code sink}.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if there are fewer
   */
  static void run(Octets in, VolumeGrid grid, boolean isBigEndian, VolumeSink sink) {
    if (grid.bytes() > in.most()) {
      String most = "at most " + in.most();
      throw in.cursor().fault(DiagnosticCode.VOLUME_LENGTH, grid.bytes(), most);
    }
    sink.begin(grid);
    byte[] bytes = new byte[STEP];
    long missing = grid.bytes();
    while (missing > 0) {
      int some = (int) Math.min(STEP, missing);
      int read = in.readAll(bytes, some);
      if (read < some) {
        long had = grid.bytes() - missing + read;
        throw in.cursor().fault(DiagnosticCode.VOLUME_LENGTH, grid.bytes(), had);
      }
      if (isBigEndian) {
        swap(bytes, some, grid.type().bytes());
      }
      sink.values(ByteBuffer.wrap(bytes, 0, some).order(ByteOrder.LITTLE_ENDIAN));
      missing -= some;
    }
  }

  /** Refuses what comes behind the values. */
  static void requireEnd(Octets in, VolumeGrid grid) {
    if (in.read(new byte[1], 0, 1) > 0) {
      throw in.cursor().fault(DiagnosticCode.VOLUME_LENGTH, grid.bytes(), "more");
    }
  }

  private static void swap(byte[] bytes, int length, int width) {
    for (int at = 0; at < length; at += width) {
      for (int i = 0; i < width / 2; i++) {
        byte low = bytes[at + i];
        bytes[at + i] = bytes[at + width - 1 - i];
        bytes[at + width - 1 - i] = low;
      }
    }
  }
}

package pnnc.layout.volume;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import pnnc.base.deflate.Deflate;
import pnnc.layout.text.Decimal;

/**
 * Writes NRRD with its values in the same file, the same bytes for the same volume on any machine.
 * Lengths are um, as the header says. The stream is flushed at the end, not closed.
 *
 * <p>Pieces that do not fit are refused with {@code IllegalArgumentException}, an early end with
 * {@code IllegalStateException}.
 */
public final class NrrdWriter implements VolumeSink {
  /** How values are written. */
  public enum Encoding {
    RAW,
    /** As one member of gzip, in parts of 1 MiB that are compressed by themselves. */
    GZIP
  }

  private static final int PART = 1 << 20;
  private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final Output out;
  private final Encoding encoding;
  private final CRC32 crc = new CRC32();
  private final byte[] part;
  private int used;
  private long bytes;

  public NrrdWriter(OutputStream out, Encoding encoding) {
    this.out = new Output(out);
    this.encoding = encoding;
    this.part = new byte[encoding == Encoding.GZIP ? PART : 0];
  }

  @Override
  public void begin(VolumeGrid grid) {
    out.begin(grid);
    bytes = grid.bytes();
    VolumeAxis x = grid.x();
    VolumeAxis y = grid.y();
    VolumeAxis z = grid.z();
    out.text(
        """
        NRRD0004
        type: %s
        dimension: 3
        space dimension: 3
        sizes: %d %d %d
        space directions: (%s,0,0) (0,%s,0) (0,0,%s)
        space units: "um" "um" "um"
        endian: little
        encoding: %s
        space origin: (%s,%s,%s)

        """
            .formatted(
                grid.type().nrrd(),
                x.samples(),
                y.samples(),
                z.samples(),
                Decimal.text(x.spacing().value()),
                Decimal.text(y.spacing().value()),
                Decimal.text(z.spacing().value()),
                encoding == Encoding.RAW ? "raw" : "gzip",
                Decimal.text(x.origin().value()),
                Decimal.text(y.origin().value()),
                Decimal.text(z.origin().value())));
    if (encoding == Encoding.GZIP) {
      out.write(GZIP_HEAD, 0, GZIP_HEAD.length);
    }
  }

  @Override
  public void values(ByteBuffer littleEndian) {
    out.count(littleEndian);
    if (encoding == Encoding.RAW) {
      out.write(littleEndian);
    }
    while (littleEndian.hasRemaining()) {
      int some = Math.min(littleEndian.remaining(), part.length - used);
      littleEndian.get(part, used, some);
      used += some;
      if (used == part.length) {
        write(Deflate.compressPart(part, 0, used));
      }
    }
  }

  private void write(byte[] compressed) {
    crc.update(part, 0, used);
    out.write(compressed, 0, compressed.length);
    used = 0;
  }

  @Override
  public void end() {
    out.requireAll();
    if (encoding == Encoding.GZIP) {
      write(Deflate.compress(part, 0, used));
      byte[] tail = new byte[8];
      ByteBuffer.wrap(tail)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt((int) crc.getValue())
          .putInt((int) bytes);
      out.write(tail, 0, tail.length);
    }
    out.flush();
  }
}

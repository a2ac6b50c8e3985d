package pnnc.layout.volume;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * A volume in memory, of up to 2 GiB. Immutable.
 *
 * @param values little-endian, {@code grid.bytes()} of them
 */
public record Volume(VolumeGrid grid, Blob values) {
  public Volume {
    if (values.size() != grid.bytes()) {
      throw new IllegalArgumentException(
          "%d bytes for %d values of %s".formatted(values.size(), grid.values(), grid.type()));
    }
  }

  /** Gives everything to {@code sink}. */
  public void replay(VolumeSink sink) {
    sink.begin(grid);
    sink.values(ByteBuffer.wrap(values.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
    sink.end();
  }

  /** Keeps what it is given; memory grows with the values that come, not with the grid. */
  public static final class Builder implements VolumeSink {
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private VolumeGrid grid;

    /**
     * {@inheritDoc}
     *
     * @throws DiagnosedException without a place, if the values take more than 2 GiB
     */
    @Override
    public void begin(VolumeGrid begun) {
      if (begun.bytes() > MOST_BYTES) {
        String what = "%d bytes of values in memory".formatted(begun.bytes());
        throw new DiagnosedException(DiagnosticCode.VOLUME_UNSUPPORTED.error(what));
      }
      grid = begun;
    }

    @Override
    public void values(ByteBuffer littleEndian) {
      byte[] some = new byte[littleEndian.remaining()];
      littleEndian.get(some);
      bytes.writeBytes(some);
    }

    @Override
    public void end() {}

    /** The volume, once all values are there. */
    public Volume build() {
      return new Volume(grid, Blob.of(bytes.toByteArray()));
    }
  }
}

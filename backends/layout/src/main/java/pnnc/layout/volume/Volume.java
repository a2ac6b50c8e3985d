package pnnc.layout.volume;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.base.bytes.Blob;

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
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private VolumeGrid grid;

    @Override
    public void begin(VolumeGrid begun) {
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

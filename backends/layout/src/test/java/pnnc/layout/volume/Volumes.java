package pnnc.layout.volume;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Micrometres;

/** Volumes to bytes and back. */
final class Volumes {
  private Volumes() {}

  static Volume random(long seed, VolumeType type) {
    Random random = new Random(seed);
    VolumeGrid grid = new VolumeGrid(axis(random), axis(random), axis(random), type);
    ByteBuffer bytes = ByteBuffer.allocate((int) grid.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    int kinds = 1 + random.nextInt(300);
    while (bytes.hasRemaining()) {
      int value = random.nextInt(kinds);
      switch (type) {
        case U8 -> bytes.put((byte) value);
        case U16, I16 -> bytes.putShort((short) (250 * value));
        case U32 -> bytes.putInt(-value);
        case F32 -> bytes.putFloat(value / 7f);
        case F64 -> bytes.putDouble(value / 7.0);
      }
    }
    return new Volume(grid, Blob.of(bytes.array()));
  }

  private static VolumeAxis axis(Random random) {
    Micrometres origin = new Micrometres(random.nextInt(4) * 0.1 - 0.2);
    return new VolumeAxis(
        1 + random.nextInt(9), origin, new Micrometres(0.1 + random.nextDouble()));
  }

  static byte[] vti(Volume volume) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    volume.replay(new VtiWriter(out));
    return out.toByteArray();
  }

  static byte[] nrrd(Volume volume, NrrdWriter.Encoding encoding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    volume.replay(new NrrdWriter(out, encoding));
    return out.toByteArray();
  }

  static Volume read(byte[] bytes) {
    return VolumeReader.volume(ByteSource.of("a.vol", bytes));
  }
}

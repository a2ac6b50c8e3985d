package pnnc.driver.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Place;

/**
 * An array whose elements follow a header in a file of its own, not compressed.
 *
 * @param file where it is
 * @param kind {@code npy} or {@code IDX}
 * @param header what its header says
 * @param dataOffset bytes before the first element
 */
record PlainArray(Path file, String kind, ArrayHeader header, long dataOffset)
    implements StoredArray {

  /** The array in an `.npy` file. */
  static PlainArray openNpy(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      NpyHeader header = NpyHeader.read(in, what -> Faults.malformed(file, "npy", what));
      return checked(new PlainArray(file, "npy", header.array(), header.length()));
    }
  }

  /** {@code array}, if the file is as long as its header says. */
  static PlainArray checked(PlainArray array) throws IOException {
    long expected = array.header.bytes();
    long found = Files.size(array.file) - array.dataOffset;
    if (found != expected) {
      throw array.fault(
          "the header announces %d bytes of elements, the file holds %d".formatted(expected, found),
          Math.max(0, Math.min(found, expected)));
    }
    return array;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  @SuppressWarnings("resource") // Closing the stream closes the channel.
  public InputStream open(long from) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file).position(dataOffset + from);
    return new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
  }

  @Override
  public DiagnosedException fault(String what, long at) {
    return Faults.malformed(name(), kind, what, new Place.ByteOffset(name(), dataOffset + at));
  }
}

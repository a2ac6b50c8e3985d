package pnnc.driver.data;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

/**
 * Reads an array block by block: as many bytes as one sample has, row-major, little-endian. A block
 * is allocated as its bytes arrive.
 */
final class BlockReader implements Closeable {
  private final StoredArray array;
  private final int blockBytes;
  private final InputStream in;
  private long at;

  /**
   * Starts at block {@code from}.
   *
   * @param blockBytes divides the array's bytes
   */
  BlockReader(StoredArray array, int blockBytes, long from) throws IOException {
    this.array = array;
    this.blockBytes = blockBytes;
    this.at = from * blockBytes;
    this.in = open();
  }

  private InputStream open() throws IOException {
    try {
      if (!array.header().isScattered()) {
        return array.open(at);
      }
      InputStream rowMajor = new ByteArrayInputStream(ColumnMajor.read(array));
      rowMajor.skipNBytes(at);
      return rowMajor;
    } catch (ZipException | EOFException damaged) {
      throw array.fault(String.valueOf(damaged.getMessage()), at);
    }
  }

  /** The next block. To be called only as often as the header promises blocks. */
  byte[] next() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while reading " + array.name());
    }
    byte[] block = read();
    at += block.length;
    if (array.header().order() == ByteOrder.BIG_ENDIAN) {
      reverse(block, array.header().elementBytes());
    }
    return block;
  }

  private byte[] read() throws IOException {
    try {
      byte[] block = in.readNBytes(blockBytes);
      if (block.length < blockBytes) {
        throw array.fault("the elements break off", at + block.length);
      }
      boolean last = at + blockBytes == array.header().bytes();
      if (last && in.read() >= 0) {
        throw array.fault("the file goes on behind the last element", at + blockBytes);
      }
      return block;
    } catch (ZipException | EOFException damaged) {
      throw array.fault(String.valueOf(damaged.getMessage()), at);
    }
  }

  private static void reverse(byte[] bytes, int element) {
    for (int start = 0; start < bytes.length; start += element) {
      for (int low = start, high = start + element - 1; low < high; low++, high--) {
        byte swapped = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = swapped;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package pnnc.layout.volume;

import java.util.Arrays;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * Values as VTK compresses them: numbers of blocks, of bytes in each and in the last if it has
 * fewer, of compressed bytes in each, then the blocks.
 */
final class VtkBlocks extends Octets {
  private final Octets in;
  private final Inflating inflating;
  private long[] compressed = new long[16];
  private long block;
  private long last;
  private int blocks;
  private int next;
  private long missing;

  VtkBlocks(Octets in) {
    super(in.cursor(), DEFLATE);
    this.in = in;
    this.inflating = new Inflating(in, false);
  }

  /**
   * Reads the lengths.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if they are not those of {@code expected}
   *     bytes
   */
  void begin(VtkNumbers numbers, long expected) {
    long count = numbers.next(in);
    block = numbers.next(in);
    last = numbers.next(in);
    long full = last == 0 ? count : count - 1;
    long most = block > 0 ? expected / block + 1 : 0;
    boolean isWhole = count > 0 && count <= most && last >= 0 && last <= block;
    if (!isWhole || full * block + last != expected) {
      throw cursor()
          .fault(
              DiagnosticCode.VOLUME_LENGTH,
              expected,
              "%d blocks of %d and %d".formatted(count, block, last));
    }
    lengths(numbers, count);
  }

  /** Memory grows with what the file holds, not with what it says. */
  private void lengths(VtkNumbers numbers, long count) {
    for (long i = 0; i < count; i++) {
      long length = numbers.next(in);
      if (length < 0 || blocks == Integer.MAX_VALUE - 8) {
        throw damaged("a block of %d bytes".formatted(length));
      }
      if (blocks == compressed.length) {
        compressed = Arrays.copyOf(compressed, (int) Math.min(2L * blocks, 1 << 30));
      }
      compressed[blocks++] = length;
    }
  }

  @Override
  int read(byte[] into, int from, int length) {
    if (missing == 0) {
      if (next == blocks) {
        return 0;
      }
      inflating.begin(compressed[next++]);
      missing = next == blocks && last > 0 ? last : block;
    }
    int read = inflating.read(into, from, (int) Math.min(length, missing));
    missing -= read;
    if (read == 0 || (missing == 0 && !isAtEnd())) {
      throw damaged("a block does not have as many bytes as it should");
    }
    return read;
  }

  private boolean isAtEnd() {
    return inflating.read(new byte[1], 0, 1) == 0 && inflating.left() == 0;
  }

  @Override
  public void close() {
    inflating.close();
    in.close();
  }
}

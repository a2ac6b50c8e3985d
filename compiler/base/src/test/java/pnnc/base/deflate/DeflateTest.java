package pnnc.base.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateTest {
  private static byte[] inflated(byte[] compressed, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(compressed);
    byte[] bytes = new byte[length + 1];
    int size = 0;
    while (!inflater.finished()) {
      int more = inflater.inflate(bytes, size, bytes.length - size);
      assertThat(more > 0 || inflater.finished()).isTrue();
      size += more;
    }
    assertThat(size).isEqualTo(length);
    assertThat(inflater.getRemaining()).isZero();
    inflater.end();
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] text(long seed, int length, int letters, int repeat) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      boolean copies = i > repeat && random.nextInt(8) > 0;
      bytes[i] = copies ? bytes[i - repeat] : (byte) random.nextInt(letters);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 257, 258, 259, 32_767, 32_768, 65_535, 65_536, 300_001})
  void anySizeComesBack(int length) throws DataFormatException {
    for (int letters : new int[] {1, 2, 17, 256}) {
      byte[] bytes = text(length + letters, length, letters, 100);
      assertThat(inflated(Deflate.compress(bytes, 0, length), length)).isEqualTo(bytes);
      assertThat(inflated(Deflate.compressLiterals(bytes, 0, length), length)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 32_768, 65_536, 150_001})
  void partsMakeOneStream(int length) throws DataFormatException {
    byte[] bytes = text(length, 3 * length, 30, 100);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(Deflate.compressPart(bytes, 0, length));
    stream.writeBytes(Deflate.compressPart(bytes, length, 0));
    stream.writeBytes(Deflate.compressPart(bytes, length, length));
    stream.writeBytes(Deflate.compress(bytes, 2 * length, length));
    assertThat(inflated(stream.toByteArray(), 3 * length)).isEqualTo(bytes);
  }

  @Test
  void anyTextComesBack() throws DataFormatException {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(5000);
      byte[] bytes = text(seed, length, 1 + random.nextInt(256), 1 + random.nextInt(600));
      assertThat(inflated(Deflate.compress(bytes, 0, length), length))
          .as("seed %d", seed)
          .isEqualTo(bytes);
    }
  }

  @Test
  void farMatchesAndSkewedCountsComeBack() throws DataFormatException {
    byte[] far = text(3, 40_000, 256, 32_768);
    assertThat(inflated(Deflate.compress(far, 0, far.length), far.length)).isEqualTo(far);
    // Counts like Fibonacci's numbers want words longer than 15 bits.
    StringBuilder skewed = new StringBuilder();
    int a = 1;
    int b = 1;
    for (int s = 0; s < 22; s++) {
      skewed.append(String.valueOf((char) ('a' + s)).repeat(a));
      int next = a + b;
      a = b;
      b = next;
    }
    byte[] bytes = skewed.toString().getBytes(StandardCharsets.US_ASCII);
    new Random(1).ints(100_000, 0, bytes.length).forEach(i -> swap(bytes, i));
    assertThat(inflated(Deflate.compress(bytes, 0, bytes.length), bytes.length)).isEqualTo(bytes);
  }

  private static void swap(byte[] bytes, int i) {
    byte first = bytes[0];
    bytes[0] = bytes[i];
    bytes[i] = first;
  }

  @ParameterizedTest
  @CsvSource({"256, 100, 1.002", "17, 100, 1.05", "2, 5000, 1.1"})
  void isAboutAsSmallAsZlib(int letters, int repeat, double most) {
    byte[] bytes = text(5, 200_000, letters, repeat);
    Deflater zlib = new Deflater(6, true);
    zlib.setInput(bytes);
    zlib.finish();
    int theirs = zlib.deflate(new byte[300_000]);
    zlib.end();
    assertThat(Deflate.compress(bytes, 0, bytes.length).length).isLessThan((int) (most * theirs));
  }

  @Test
  void partsOfNoiseAreNearlyAsSmall() {
    Random random = new Random(4);
    byte[] bytes = new byte[1 << 18];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : i >> 14);
    }
    int whole = Deflate.compress(bytes, 0, bytes.length).length;
    assertThat(Deflate.compressPart(bytes, 0, bytes.length).length).isLessThan(whole * 101 / 100);
  }

  @Test
  void randomBytesAreStored() {
    byte[] bytes = text(9, 100_000, 256, 1 << 20);
    assertThat(Deflate.compress(bytes, 0, bytes.length).length).isLessThan(100_000 + 40);
  }

  @Test
  void theBytesAreTheseOnAnyMachine() {
    byte[] bytes = "abcabcabcabc, abcabcabcabd".getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(Deflate.compress(bytes, 0, bytes.length)))
        .isEqualTo("4b4c4a86231d05245e0a00");
  }

  @Test
  void rangesOutsideAreRefused() {
    assertThatThrownBy(() -> Deflate.compress(new byte[4], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no range 2 + 3 of 4");
  }
}

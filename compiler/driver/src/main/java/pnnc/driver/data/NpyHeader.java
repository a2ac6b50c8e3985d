package pnnc.driver.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import pnnc.base.diagnostics.DiagnosedException;

/**
 * The beginning of an `.npy` array: magic, version, length, and a Python dictionary as text (NumPy
 * Enhancement Proposal 1, versions 1.0 to 3.0).
 *
 * @param array what the dictionary says
 * @param length bytes before the first element
 */
record NpyHeader(ArrayHeader array, int length) {
  /** `\x93NUMPY`. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy itself refuses longer dictionaries unless it is told to trust the file. */
  private static final int LONGEST = 1 << 16;

  private static final int FIXED = MAGIC.length + 2;

  /**
   * Reads a header.
   *
   * @param in at the magic; left at the first element
   * @param fault makes a complaint out of a sentence
   */
  static NpyHeader read(InputStream in, Function<String, DiagnosedException> fault)
      throws IOException {
    byte[] fixed = in.readNBytes(FIXED);
    if (fixed.length < FIXED || !Arrays.equals(fixed, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw fault.apply("it does not start with \\x93NUMPY");
    }
    int version = fixed[MAGIC.length];
    if (version < 1 || version > 3) {
      throw fault.apply("version %d is unknown".formatted(version));
    }
    int sizeBytes = version == 1 ? 2 : 4;
    int size = size(in.readNBytes(sizeBytes), sizeBytes, fault);
    byte[] text = in.readNBytes(size);
    if (text.length < size) {
      throw fault.apply("the header is cut short");
    }
    String dictionary = new String(text, StandardCharsets.UTF_8);
    return new NpyHeader(new NpyDictionary(dictionary, fault).parse(), FIXED + sizeBytes + size);
  }

  private static int size(byte[] field, int bytes, Function<String, DiagnosedException> fault) {
    if (field.length < bytes) {
      throw fault.apply("the header is cut short");
    }
    ByteBuffer little = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN);
    long size = bytes == 2 ? little.getShort() & 0xffff : little.getInt() & 0xffffffffL;
    if (size > LONGEST) {
      throw fault.apply("a header of %d bytes is longer than any real one".formatted(size));
    }
    return (int) size;
  }
}

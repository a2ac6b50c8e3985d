package pnnc.layout.volume;

/**
 * The lengths in front of values in VTK's files.
 *
 * @param bytes 4 or 8
 */
record VtkNumbers(int bytes, boolean isBigEndian) {
  /** The next one; negative if it has 64 bits. */
  long next(Octets in) {
    byte[] octets = new byte[bytes];
    if (in.readAll(octets, bytes) < bytes) {
      throw in.damaged("the lengths in front of the values are missing");
    }
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = number << 8 | (octets[isBigEndian ? i : bytes - 1 - i] & 0xFF);
    }
    return number;
  }
}

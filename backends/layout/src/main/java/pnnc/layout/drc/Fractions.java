package pnnc.layout.drc;

/** Sums of {@link Fraction}s, modulo 2⁶⁴. */
final class Fractions {
  private final long[] wholes;
  private final long[] parts;

  /** Zeros. */
  Fractions(int count) {
    wholes = new long[count];
    parts = new long[count];
  }

  Fraction get(int i) {
    return new Fraction(wholes[i], parts[i]);
  }

  /** Adds {@code sign} times a number. */
  void add(int i, int sign, Fraction f) {
    add(i, sign * f.whole(), sign * f.part());
  }

  /**
   * Adds a number.
   *
   * @param part in 2⁻⁶², above −2⁶² and below 2⁶²
   */
  void add(int i, long whole, long part) {
    long sum = parts[i] + part;
    wholes[i] += whole + (sum >> Fraction.BITS);
    parts[i] = sum & Fraction.MASK;
  }
}

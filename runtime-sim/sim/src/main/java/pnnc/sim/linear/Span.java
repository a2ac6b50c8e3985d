package pnnc.sim.linear;

/**
 * Consecutive indices.
 *
 * @param from first
 * @param to one past the last
 */
record Span(int from, int to) {
  int count() {
    return to - from;
  }

  /** Block {@code index} of {@code [0, total)} cut into blocks of {@code size}. */
  static Span block(int index, int size, int total) {
    return new Span(index * size, Math.min(total, (index + 1) * size));
  }

  /** How many blocks of {@code size} cover {@code [0, total)}. */
  static int blocks(int size, int total) {
    return (int) (((long) total + size - 1) / size);
  }
}

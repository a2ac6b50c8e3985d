package pnnc.kernels.crossbar;

import java.util.Arrays;

/**
 * Resistances of everything in a crossbar that is not a device, in ohms. 0 makes two nodes one;
 * infinity is an open (a cut wire, an end that leads nowhere).
 *
 * <pre>
 *  driver ──(0,0)──●──(0,1)──●── right      word segment (i,j) leads to node (i,j) from the left
 *                  │ (0,0)   │ (0,1)        bit segment (i,j) leads from node (i,j) down
 *  driver ──(1,0)──●──(1,1)──●── right
 *                  │ (1,0)   │ (1,1)
 *                sense     sense
 * </pre>
 *
 * <p>Drivers are in series with the first word segments and sense resistances with the last bit
 * segments. Word lines may also be driven at the right, by the same source, and bit lines grounded
 * at the top. Immutable.
 */
public final class Wires {
  private final int rows;
  private final int columns;
  private final double[] word;
  private final double[] bit;
  private final double[] right;
  private final double[] top;

  private Wires(int rows, int columns, double[] word, double[] bit, double[] right, double[] top) {
    this.rows = rows;
    this.columns = columns;
    this.word = word;
    this.bit = bit;
    this.right = right;
    this.top = top;
  }

  /**
   * Wires as they were drawn, with ideal drivers at the left and ideal grounds at the foot.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @param wordOhms row-major {@code [rows, columns]}, each at least 0; copied
   * @param bitOhms likewise
   * @throws IllegalArgumentException if a size is wrong or a resistance is negative or not a number
   */
  public static Wires of(int rows, int columns, double[] wordOhms, double[] bitOhms) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("no crossbar: %d × %d".formatted(rows, columns));
    }
    int size = Math.multiplyExact(rows, columns);
    return new Wires(
        rows,
        columns,
        checked("word segments", wordOhms, size),
        checked("bit segments", bitOhms, size),
        opens(rows),
        opens(columns));
  }

  /** All word segments alike, and all bit segments; see {@link #of}. */
  public static Wires uniform(int rows, int columns, double wordOhms, double bitOhms) {
    double[] word = new double[Math.max(0, rows * columns)];
    double[] bit = new double[word.length];
    Arrays.fill(word, wordOhms);
    Arrays.fill(bit, bitOhms);
    return of(rows, columns, word, bit);
  }

  /**
   * Puts a resistance between each driver and its word line.
   *
   * @param ohms {@code [rows]}, each at least 0
   */
  public Wires drivenThrough(double... ohms) {
    double[] series = checked("drivers", ohms, rows);
    double[] changed = word.clone();
    for (int i = 0; i < rows; i++) {
      changed[i * columns] += series[i];
    }
    return new Wires(rows, columns, changed, bit, right, top);
  }

  /**
   * Puts a resistance between the foot of each bit line and ground.
   *
   * @param ohms {@code [columns]}, each at least 0
   */
  public Wires sensedThrough(double... ohms) {
    double[] series = checked("sense resistances", ohms, columns);
    double[] changed = bit.clone();
    for (int j = 0; j < columns; j++) {
      changed[(rows - 1) * columns + j] += series[j];
    }
    return new Wires(rows, columns, word, changed, right, top);
  }

  /**
   * Drives the right ends too.
   *
   * @param ohms {@code [rows]} from the source of each word line to its last node, each above 0
   */
  public Wires drivenFromTheRightThrough(double... ohms) {
    return new Wires(rows, columns, word, bit, positive("right drivers", ohms, rows), top);
  }

  /**
   * Grounds the upper ends too. What flows there is not read.
   *
   * @param ohms {@code [columns]} from the first node of each bit line to ground, each above 0
   */
  public Wires groundedAtTheTopThrough(double... ohms) {
    return new Wires(rows, columns, word, bit, right, positive("top grounds", ohms, columns));
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** From node {@code at} to the one on its left, or to the source; drivers included. */
  double word(int at) {
    return word[at];
  }

  /** From node {@code at} to the one below, or to ground; sense resistances included. */
  double bit(int at) {
    return bit[at];
  }

  double rightSiemens(int row) {
    return 1 / right[row];
  }

  double topSiemens(int column) {
    return 1 / top[column];
  }

  boolean drivenFromTheRight() {
    return Arrays.stream(right).anyMatch(Double::isFinite);
  }

  boolean groundedAtTheTop() {
    return Arrays.stream(top).anyMatch(Double::isFinite);
  }

  private static double[] opens(int count) {
    double[] ohms = new double[count];
    Arrays.fill(ohms, Double.POSITIVE_INFINITY);
    return ohms;
  }

  private static double[] positive(String what, double[] ohms, int size) {
    double[] copy = checked(what, ohms, size);
    for (double r : copy) {
      if (r == 0) {
        throw new IllegalArgumentException(what + ": 0 Ω, but must be above");
      }
    }
    return copy;
  }

  private static double[] checked(String what, double[] ohms, int size) {
    if (ohms.length != size) {
      throw new IllegalArgumentException(
          "%s: %d resistances, not %d".formatted(what, ohms.length, size));
    }
    for (double r : ohms) {
      if (!(r >= 0)) {
        throw new IllegalArgumentException("%s: %s Ω".formatted(what, r));
      }
    }
    return ohms.clone();
  }
}

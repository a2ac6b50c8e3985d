package pnnc.crossbar.cell;

import java.util.Optional;
import java.util.OptionalDouble;
import pnnc.layout.model.LayoutSink;

/**
 * What lies where a word line crosses a bit line: one drawing for each level that a weight can
 * have, or one for all of them if weights are written after the cell is made. Cells abut: the word
 * line runs through from left to right, the bit line from the foot to the top.
 *
 * <pre>
 *          bit line
 *      ┌────┃─┃────┐ height
 *      │    ┃ ┃    │
 *      │    ┃ ┃    │
 *   ━━━━━━━━━━━━━━━━━━━ word line
 *      └────┃─┃────┘ 0
 *      0         width
 * </pre>
 *
 * All lengths in dbu; origin at the lower left.
 */
public interface CrosspointCell {
  /** From one bit line to the next, a whole number of grid points. */
  long width();

  /** From one word line to the next, a whole number of grid points. */
  long height();

  /** Where the word line runs, bottom and top. */
  Line word();

  /** Where the bit line runs, left and right. */
  Line bit();

  /**
   * Where the line runs that switches a row, if there is one; it runs through like the word line.
   */
  default Optional<Line> gate() {
    return Optional.empty();
  }

  /** How many levels there are, the first with the least conductance. */
  int levels();

  /**
   * What a level is meant to conduct from line to line. What it does conduct is read from the
   * drawing.
   */
  double siemens(int level);

  /**
   * What is written into the cell for a level after it was made, in siemens; empty if the level is
   * in the masks.
   */
  default OptionalDouble written(int level) {
    return OptionalDouble.empty();
  }

  /** Whether weights are written after the cell is made. */
  default boolean isWritten() {
    return written(0).isPresent();
  }

  /** Resistance of its transistor when it is on; 0 if it has none. */
  default double accessOhms() {
    return 0;
  }

  /** How many drawings there are; the first conducts nothing, and stands at the border. */
  default int drawings() {
    return levels();
  }

  /** Which drawing a level has. */
  default int drawing(int level) {
    return level;
  }

  /** Draws one of the drawings between {@code beginCell} and {@code endCell}. */
  void draw(int drawing, LayoutSink sink);

  /**
   * A wire that crosses a cell.
   *
   * @param mask what it is drawn on
   * @param from the lesser coordinate across it
   * @param to the greater
   */
  record Line(String mask, long from, long to) {
    public long width() {
      return to - from;
    }

    /** The line in its middle. */
    public long middle() {
      return (from + to) / 2;
    }
  }
}

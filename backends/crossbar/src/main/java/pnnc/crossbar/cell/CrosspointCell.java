package pnnc.crossbar.cell;

import pnnc.layout.model.LayoutSink;

/**
 * What lies where a word line crosses a bit line: one cell for each level that a weight can have.
 * Cells abut: the word line runs through from left to right, the bit line from the foot to the top.
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

  /** How many levels there are, the first with the least conductance. */
  int levels();

  /**
   * What a level is meant to conduct from line to line. What it does conduct is read from the
   * drawing.
   */
  double siemens(int level);

  /** Draws the cell of one level between {@code beginCell} and {@code endCell}. */
  void draw(int level, LayoutSink sink);

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

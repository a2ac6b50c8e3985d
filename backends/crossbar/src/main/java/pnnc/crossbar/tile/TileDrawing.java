package pnnc.crossbar.tile;

import java.util.function.IntBinaryOperator;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutSink;

/**
 * A tile: the cells of all weights, one row and column of dummies around them, a ring of taps to
 * the substrate around those, which the lines of the dummies are tied to, and ports where word
 * lines and gates come in and bit lines go out.
 *
 * <pre>
 *   ┌──────────────────────┐
 *   │ ring of taps         │
 *   │  ┌────────────────┐  │
 *   │  │ d d d d d d d  │  │      d  dummy, the first drawing
 * W0 ━━━━ d ● ● ● ● ● d ────G0     ●  weight
 * W1 ━━━━ d ● ● ● ● ● d ────G1     ─  gate, where cells have one
 *   │  │ d ┃ ┃ ┃ ┃ ┃ d  │  │
 *   │  └───┃─┃─┃─┃─┃────┘  │
 *   └──────┃─┃─┃─┃─┃───────┘
 *         B0 B1 …
 * </pre>
 *
 * All lengths in dbu; origin at the lower left.
 */
public final class TileDrawing {
  /** Between the ring and the dummies, more than any rule asks; assumed. */
  private static final long MOAT = 1000;

  private final DesignRules rules;
  private final CrosspointCell cell;
  private final CellNames names;
  private final int rows;
  private final int columns;
  private final Ring ring;

  /** What each drawing of a cell is called in the layout. */
  public interface CellNames {
    String of(int drawing);
  }

  /**
   * A tile.
   *
   * @param rows word lines, at least 1
   * @param columns bit lines, at least 1
   */
  public TileDrawing(
      DesignRules rules, CrosspointCell cell, CellNames names, int rows, int columns) {
    this.rules = rules;
    this.cell = cell;
    this.names = names;
    this.rows = rows;
    this.columns = columns;
    this.ring = new Ring(rules);
  }

  /** Of the whole tile. */
  public long width() {
    return arrayX() + (columns + 1) * cell.width() + MOAT + ring.width();
  }

  /** Of the whole tile. */
  public long height() {
    return arrayY() + (rows + 1) * cell.height() + MOAT + ring.width();
  }

  /** Left side of the first column that is no dummy. */
  private long arrayX() {
    return ring.width() + MOAT + cell.width();
  }

  /** Bottom of the last row that is no dummy. */
  private long arrayY() {
    return ring.width() + MOAT + cell.height();
  }

  private long columnX(int column) {
    return arrayX() + column * cell.width();
  }

  private long rowY(int row) {
    return arrayY() + (rows - 1L - row) * cell.height();
  }

  /** Height of word line {@code row} where it comes in at the left. */
  public long wordY(int row) {
    return rowY(row) + cell.word().middle();
  }

  /** Height of the gate of {@code row} where it goes out at the right, in cells that have one. */
  public long gateY(int row) {
    return rowY(row) + cell.gate().orElseThrow().middle();
  }

  /** Width of the metal in which gates go out. */
  public long gateWidth() {
    return new GateLines(rules, cell.gate().orElseThrow()).width();
  }

  /** What is drawn at the crossings. */
  public CrosspointCell cell() {
    return cell;
  }

  /** Where bit line {@code column} goes out at the foot. */
  public long bitX(int column) {
    return columnX(column) + cell.bit().middle();
  }

  /**
   * {@code array} with the resistance that the lines of this tile are drawn with, cut in the middle
   * of each cell; the same if it has wires already.
   *
   * @param array as many rows and columns as this
   */
  public CrosspointArray withWires(CrosspointArray array) {
    return new NominalWires(rules.process(), cell)
        .of(array, arrayX() + cell.width() / 2.0, arrayY() + cell.height() / 2.0);
  }

  /**
   * Draws the tile into an open cell.
   *
   * @param levels of the weight in a row and a column
   */
  public void draw(IntBinaryOperator levels, LayoutSink sink) {
    Pen pen = new Pen(rules.process(), sink);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        place(sink, cell.drawing(levels.applyAsInt(i, j)), columnX(j), rowY(i), Repetition.ONCE);
      }
    }
    drawDummies(sink);
    ring.draw(pen, width(), height());
    drawWords(pen);
    drawBits(pen);
    cell.gate().ifPresent(gate -> drawGates(pen, gate));
    pen.box("boundary", 0, 0, width(), height());
  }

  private void place(LayoutSink sink, int drawing, long x, long y, Repetition repetition) {
    sink.reference(
        names.of(drawing), Transform.shift(Math.toIntExact(x), Math.toIntExact(y)), repetition);
  }

  private void drawDummies(LayoutSink sink) {
    int w = Math.toIntExact(cell.width());
    int h = Math.toIntExact(cell.height());
    Point across = new Point(w, 0);
    Point up = new Point(0, h);
    Repetition row = new Repetition.Regular(columns + 2, 1, across, up);
    Repetition column = new Repetition.Regular(1, rows, across, up);
    place(sink, 0, columnX(-1), rowY(rows), row);
    place(sink, 0, columnX(-1), rowY(-1), row);
    place(sink, 0, columnX(-1), rowY(rows - 1), column);
    place(sink, 0, columnX(columns), rowY(rows - 1), column);
  }

  private void drawWords(Pen pen) {
    CrosspointCell.Line line = cell.word();
    for (int row = -1; row <= rows; row++) {
      boolean isDummy = row < 0 || row == rows;
      long from = isDummy ? ring.margin() : 0;
      pen.box(line.mask(), from, rowY(row) + line.from(), columnX(-1), rowY(row) + line.to());
      if (isDummy) {
        ring.tieLower(pen, ring.middle(), rowY(row) + line.middle());
      } else {
        pen.port(line.mask(), "W" + row, line.width() / 4, wordY(row), line.width() / 4);
      }
    }
  }

  private void drawBits(Pen pen) {
    CrosspointCell.Line line = cell.bit();
    for (int column = -1; column <= columns; column++) {
      boolean isDummy = column < 0 || column == columns;
      long from = isDummy ? ring.margin() : 0;
      long x = columnX(column);
      pen.box(line.mask(), x + line.from(), from, x + line.to(), rowY(rows));
      if (isDummy) {
        ring.tieUpper(pen, x + line.middle(), ring.middle());
      } else {
        pen.port(line.mask(), "B" + column, bitX(column), line.width() / 4, line.width() / 4);
      }
    }
  }

  private void drawGates(Pen pen, CrosspointCell.Line gate) {
    GateLines lines = new GateLines(rules, gate);
    long from = columnX(columns) + cell.width();
    for (int row = -1; row <= rows; row++) {
      long y = rowY(row) + gate.middle();
      if (row < 0 || row == rows) {
        lines.draw(pen, from, from + MOAT / 2, width() - ring.margin(), y);
        ring.tieLower(pen, width() - ring.middle(), y);
      } else {
        lines.draw(pen, from, from + MOAT / 2, width(), y);
        lines.port(pen, "G" + row, width(), y);
      }
    }
  }
}

package pnnc.ir.block;

import java.util.Objects;
import pnnc.ir.network.TensorElements;

/** Reads one tile of a {@link WeightMatrix}, along whichever axis lies contiguous in the tensor. */
final class TileReader {
  private final WeightMatrix matrix;
  private final int outFrom;
  private final int inFrom;
  private final int rows;
  private final int columns;

  TileReader(WeightMatrix matrix, int outFrom, int outTo, int inFrom, int inTo) {
    Objects.checkFromToIndex(outFrom, outTo, matrix.out());
    Objects.checkFromToIndex(inFrom, inTo, matrix.in());
    this.matrix = matrix;
    this.outFrom = outFrom;
    this.inFrom = inFrom;
    this.rows = outTo - outFrom;
    this.columns = inTo - inFrom;
  }

  /** A new number from an old one and its position in the tensor. */
  interface PositionFunction {
    double apply(double old, long position);
  }

  void read(double[] into) {
    TensorElements elements = matrix.elements();
    if (matrix.inStride() == 1) {
      for (int r = 0; r < rows && columns > 0; r++) {
        elements.read(position(r, 0), into, r * columns, columns);
      }
    } else if (matrix.outStride() == 1) {
      readColumns(elements, into);
    } else {
      mapWithPosition(into, (old, at) -> elements.doubleAt(at));
    }
  }

  private void readColumns(TensorElements elements, double[] into) {
    double[] column = new double[rows];
    for (int c = 0; c < columns && rows > 0; c++) {
      elements.read(position(0, c), column, 0, rows);
      for (int r = 0; r < rows; r++) {
        into[r * columns + c] = column[r];
      }
    }
  }

  void mapWithPosition(double[] tile, PositionFunction function) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int i = r * columns + c;
        tile[i] = function.apply(tile[i], position(r, c));
      }
    }
  }

  private long position(int row, int column) {
    return matrix.offset()
        + (outFrom + (long) row) * matrix.outStride()
        + (inFrom + (long) column) * matrix.inStride();
  }
}

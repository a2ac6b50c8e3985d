package pnnc.sim.linear;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;

/**
 * The last axis is multiplied, every other position is a column.
 *
 * @param input its last size is {@code in}
 */
record DenseUnfolding(Shape input, int in, int out) implements Unfolding {
  @Override
  public Shape outputShape() {
    List<Dim> dims = new ArrayList<>(input.dims());
    dims.set(dims.size() - 1, Dim.of(out));
    return new Shape(dims);
  }

  @Override
  public int samples() {
    return 1;
  }

  @Override
  public int positions() {
    long positions = 1;
    for (Dim dim : input.dims().subList(0, input.rank() - 1)) {
      positions = Math.multiplyExact(positions, dim.size().orElseThrow());
    }
    return Math.toIntExact(positions);
  }

  @Override
  public void gather(double[] x, int sample, int group, Span ins, Span positions, double[] into) {
    int columns = positions.count();
    for (int c = 0; c < columns; c++) {
      int from = (positions.from() + c) * in + ins.from();
      for (int i = 0; i < ins.count(); i++) {
        into[i * columns + c] = x[from + i];
      }
    }
  }

  @Override
  public void scatter(
      double[] product, int sample, int group, Span rows, Span positions, double[] y) {
    int columns = positions.count();
    for (int c = 0; c < columns; c++) {
      int to = (positions.from() + c) * out + rows.from();
      for (int r = 0; r < rows.count(); r++) {
        y[to + r] = product[r * columns + c];
      }
    }
  }
}

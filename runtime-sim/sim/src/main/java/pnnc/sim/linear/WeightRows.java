package pnnc.sim.linear;

import pnnc.ir.block.WeightMatrix;
import pnnc.kernels.dense.TileProduct;

/** The weights of one group, decoded once where they are few, else again for every tile. */
final class WeightRows implements MatrixProduct {
  private final WeightMatrix matrix;
  private final double[] all;

  private WeightRows(WeightMatrix matrix, double[] all) {
    this.matrix = matrix;
    this.all = all;
  }

  /** Decodes every weight now. */
  static WeightRows cached(WeightMatrix matrix) {
    double[] all = new double[Math.toIntExact(matrix.parameters())];
    matrix.read(0, matrix.out(), 0, matrix.in(), all);
    return new WeightRows(matrix, all);
  }

  /** Decodes weights whenever they are asked for. */
  static WeightRows streamed(WeightMatrix matrix) {
    return new WeightRows(matrix, new double[0]);
  }

  @Override
  public void addProduct(Span rows, Span ins, double[] x, int columns, double[] y) {
    if (all.length > 0) {
      int from = rows.from() * matrix.in() + ins.from();
      TileProduct.addTo(y, rows.count(), columns, all, from, matrix.in(), ins.count(), x);
    } else {
      double[] tile = new double[rows.count() * ins.count()];
      matrix.read(rows.from(), rows.to(), ins.from(), ins.to(), tile);
      TileProduct.addTo(y, rows.count(), columns, tile, 0, ins.count(), ins.count(), x);
    }
  }
}

package pnnc.sim.linear;

import java.util.List;
import java.util.Optional;
import pnnc.ir.block.LinearShape;
import pnnc.ir.network.Tensor;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.twin.BlockOperator;

/** A linear block whose matrices are not known as numbers: each is a {@link ColumnMap}. */
public final class MappedOperator implements BlockOperator {
  private final LinearApplication application;
  private final List<ColumnProduct> groups;

  /**
   * @param name of the block, for messages
   * @param groups one map per group, from {@code shape.in()} to {@code shape.out()} numbers
   */
  public MappedOperator(String name, LinearShape shape, List<ColumnMap> groups, Workers workers) {
    this.application = new LinearApplication(name, shape, workers);
    this.groups = groups.stream().map(map -> new ColumnProduct(map, shape)).toList();
  }

  @Override
  public List<Tensor> apply(List<Tensor> inputs) {
    return application.apply(inputs, groups, Optional.empty());
  }

  /** Columns go through the map whole, so rows and depth must not be cut. */
  private record ColumnProduct(ColumnMap map, LinearShape shape) implements MatrixProduct {
    @Override
    public boolean needsWholeColumns() {
      return true;
    }

    @Override
    public void addProduct(Span rows, Span ins, double[] x, int columns, double[] y) {
      double[] in = new double[shape.in()];
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < in.length; i++) {
          in[i] = x[i * columns + c];
        }
        double[] out = new double[shape.out()];
        map.add(in, out);
        for (int r = 0; r < out.length; r++) {
          y[r * columns + c] += out[r];
        }
      }
    }
  }
}

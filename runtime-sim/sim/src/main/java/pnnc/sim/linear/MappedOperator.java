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
    this.groups = groups.stream().map(ColumnProduct::new).toList();
  }

  @Override
  public List<Tensor> apply(List<Tensor> inputs) {
    return application.apply(inputs, groups, Optional.empty());
  }

  /** Columns go through the map whole, so rows and depth must not be cut. */
  private record ColumnProduct(ColumnMap map) implements MatrixProduct {
    @Override
    public boolean needsWholeColumns() {
      return true;
    }

    @Override
    public void addProduct(Span rows, Span ins, double[] x, int columns, double[] y) {
      map.add(x, columns, y);
    }
  }
}

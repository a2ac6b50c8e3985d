package pnnc.sim.twin;

import java.util.List;
import pnnc.ir.network.Tensor;

/** What a block computes: exactly, or the way its physics does. Called by one thread at a time. */
public interface BlockOperator {
  /**
   * The block's outputs.
   *
   * @param inputs in the block's order
   */
  List<Tensor> apply(List<Tensor> inputs);
}

package pnnc.ir.block;

import java.util.List;
import java.util.stream.Stream;
import pnnc.ir.network.Tensor;

/**
 * What a block sees and what it should answer: samples of its inputs, with the outputs that the
 * reference computes from them. Streamed, as they need not fit in memory.
 */
public interface CalibrationData {
  /** The samples from the start, in the same order on every call. The caller closes the stream. */
  Stream<Batch> batches();

  /**
   * Some samples, stacked along the first dimension as the network's own batches are.
   *
   * @param inputs the block's inputs, in order
   * @param outputs what the reference computes from them, in order
   */
  record Batch(List<Tensor> inputs, List<Tensor> outputs) {
    public Batch {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }
}

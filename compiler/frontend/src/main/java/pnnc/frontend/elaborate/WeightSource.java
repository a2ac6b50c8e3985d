package pnnc.frontend.elaborate;

import java.util.Optional;
import java.util.SortedSet;
import pnnc.ir.network.Tensor;

/** Named tensors: what a file of weights holds. */
public interface WeightSource {
  /** As messages call it: {@code mlp.onnx}. */
  String description();

  /** Every name, sorted. */
  SortedSet<String> names();

  /** The tensor called {@code name}; its elements may still lie in the file. */
  Optional<Tensor> tensor(String name);
}

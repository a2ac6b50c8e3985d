package pnnc.frontend.elaborate;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import pnnc.ir.network.Tensor;

/**
 * Weights that lie in no file, the same whatever file a program asks for.
 *
 * @param tensors by name
 */
record MemoryWeights(Map<String, Tensor> tensors) implements WeightSource {
  static WeightFiles files(Map<String, Tensor> tensors) {
    return (kind, path, from) -> new MemoryWeights(tensors);
  }

  @Override
  public String description() {
    return "memory";
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(tensors.keySet());
  }

  @Override
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }
}

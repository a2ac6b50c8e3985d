package pnnc.driver.program;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import pnnc.frontend.elaborate.WeightSource;
import pnnc.ir.network.Tensor;

/** A file of weights; each tensor is read when it is asked for. */
final class TensorFile implements WeightSource {
  private final String description;
  private final SortedMap<String, Supplier<Tensor>> tensors;

  TensorFile(String description, SortedMap<String, Supplier<Tensor>> tensors) {
    this.description = description;
    this.tensors = new TreeMap<>(tensors);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(tensors.keySet());
  }

  @Override
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name)).map(Supplier::get);
  }
}

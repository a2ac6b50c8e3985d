package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;
import pnnc.sim.runtime.HostValue;
import pnnc.sim.tensor.TensorSlices;

/** What Loop and Scan gather: one tensor per iteration, stacked in the end. */
final class ScannedOutputs {
  private final List<List<Tensor>> gathered = new ArrayList<>();

  ScannedOutputs(int count) {
    for (int i = 0; i < count; i++) {
      gathered.add(new ArrayList<>());
    }
  }

  /** Takes over and closes one value per output. */
  void add(List<HostValue> values) {
    for (int i = 0; i < values.size(); i++) {
      try (HostValue value = values.get(i)) {
        gathered.get(i).add(value.tensor());
      }
    }
  }

  /**
   * Output {@code index}.
   *
   * @param axis the new axis, counted from the end if negative
   * @param reversed whether the last iteration comes first
   * @param declared the body's type of one element, which decides if there was no iteration: sizes
   *     that it does not know become 0, as in ONNX Runtime
   */
  HostValue stacked(int index, int axis, boolean reversed, ValueType declared) {
    List<Tensor> all = new ArrayList<>(gathered.get(index));
    if (all.isEmpty()) {
      return HostValue.of(nothing(axis, declared));
    }
    if (reversed) {
      Collections.reverse(all);
    }
    return HostValue.of(TensorSlices.stack(all, normal(axis, all.get(0).shape().rank())));
  }

  private static Tensor nothing(int axis, ValueType declared) {
    ElementType element =
        declared
            .element()
            .orElseThrow(
                () -> new IllegalArgumentException("no iterations, and no type of the output"));
    List<Dim> dims = new ArrayList<>();
    declared.shape().ifPresent(s -> s.dims().forEach(d -> dims.add(Dim.of(d.size().orElse(0)))));
    dims.add(normal(axis, dims.size()), Dim.of(0));
    return TensorSlices.empty(element, new Shape(dims));
  }

  private static int normal(int axis, int rank) {
    return axis < 0 ? axis + rank + 1 : axis;
  }
}

package pnnc.sim.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ValueType;

/** What ONNX Runtime says of the types of a model's inputs and outputs. */
final class ValueTypes {
  private ValueTypes() {}

  /**
   * The types by name, in the model's order; unknown where the Java interface has no word for it.
   */
  static Map<String, ValueType> of(Set<String> names, Ort.Call<Map<String, NodeInfo>> infos) {
    Map<String, NodeInfo> known = known(infos);
    Map<String, ValueType> types = new LinkedHashMap<>();
    for (String name : names) {
      types.put(
          name, known.containsKey(name) ? of(known.get(name).getInfo()) : ValueType.unknown());
    }
    return Collections.unmodifiableMap(types);
  }

  /** One input of a kind that the Java interface does not know makes it refuse them all. */
  private static Map<String, NodeInfo> known(Ort.Call<Map<String, NodeInfo>> infos) {
    try {
      return infos.run();
    } catch (OrtException unknownKind) {
      return Map.of();
    }
  }

  /**
   * Whether the Java interface has a word for every one of the types; it has none for optionals.
   */
  static boolean areKnown(Ort.Call<Map<String, NodeInfo>> infos) {
    try {
      infos.run();
      return true;
    } catch (OrtException unknownKind) {
      return false;
    }
  }

  /** The type of a tensor; of anything else nothing is known. */
  static ValueType of(ValueInfo info) {
    if (info instanceof TensorInfo tensor) {
      return TensorBridge.elementType(tensor)
          .map(element -> ValueType.tensor(element, shape(tensor)))
          .orElse(ValueType.unknown());
    }
    return ValueType.unknown();
  }

  private static Shape shape(TensorInfo info) {
    long[] sizes = info.getShape();
    String[] names = info.getDimensionNames();
    List<Dim> dims = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      dims.add(sizes[i] >= 0 ? Dim.of(sizes[i]) : dim(i < names.length ? names[i] : ""));
    }
    return new Shape(dims);
  }

  private static Dim dim(String name) {
    return name.isEmpty() ? Dim.unknown() : Dim.of(name);
  }
}

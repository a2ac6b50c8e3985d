package pnnc.passes.shape.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** Shape programs: operators that read sizes and that move elements about. */
final class ElementMoves {
  private ElementMoves() {}

  static void addTo(Map<String, ElementRule> rules) {
    rules.put("Shape", (op, places, output) -> Generators.shapePart(op).sizes());
    rules.put("Size", (op, places, output) -> List.of(op.dims(0).product()));
    for (String same : "Identity CastLike Flatten Reshape Squeeze Unsqueeze".split(" ", -1)) {
      rules.put(same, (op, places, output) -> op.elements(0));
    }
    rules.put("Cast", (op, places, output) -> cast(op));
    rules.put("Gather", (op, places, output) -> gather(op, places));
    rules.put("Slice", (op, places, output) -> slice(op, places));
    rules.put("Concat", (op, places, output) -> concat(op, places));
    rules.put("Split", ElementMoves::split);
    rules.put("Transpose", (op, places, output) -> transpose(op, places));
    rules.put("Expand", (op, places, output) -> repeat(op, places));
    rules.put("Tile", (op, places, output) -> repeat(op, places));
    rules.put("ConstantOfShape", (op, places, output) -> filled(op, places));
    rules.put("Range", (op, places, output) -> range(op, places));
  }

  private static List<Extent> cast(Op op) {
    if (op.node().integer("to", 0) != ElementType.BOOL.onnxCode()) {
      return op.elements(0);
    }
    return op.elements(0).stream().map(e -> Comparisons.notEqual(e, Extent.ZERO)).toList();
  }

  private static List<Extent> gather(Op op, Places places) {
    List<Extent> data = op.elements(0);
    Dims dims = op.dims(0);
    int axis = dims.axis(op.node().integer("axis", 0));
    int indexRank = op.dims(1).rank();
    Places from = Places.of(dims);
    Places indices = Places.of(op.dims(1));
    return places.map(
        at -> {
          long[] index = Arrays.copyOfRange(at, axis, axis + indexRank);
          long picked = number(op.elements(1).get(indices.at(index)));
          long[] source = new long[dims.rank()];
          System.arraycopy(at, 0, source, 0, axis);
          source[axis] = picked < 0 ? picked + from.size(axis) : picked;
          System.arraycopy(at, axis + indexRank, source, axis + 1, source.length - axis - 1);
          return data.get(from.at(source));
        });
  }

  private static long number(Extent extent) {
    return extent.number().orElseThrow(NotKnown::new);
  }

  private static List<Extent> slice(Op op, Places places) {
    List<Extent> data = op.elements(0);
    Places from = Places.of(op.dims(0));
    Slices slices = Slices.of(op).orElseThrow(NotKnown::new);
    return places.map(
        at -> {
          for (int i = 0; i < slices.axes().size(); i++) {
            int axis = op.dims(0).axis(slices.axes().get(i));
            Slices.Range range = slices.range(from.size(axis), i);
            at[axis] = range.start() + at[axis] * range.step();
          }
          return data.get(from.at(at));
        });
  }

  private static List<Extent> concat(Op op, Places places) {
    int axis = op.dims(0).axis(op.node().integer("axis", 1));
    return places.map(at -> pick(op, axis, at));
  }

  private static Extent pick(Op op, int axis, long[] at) {
    for (int i = 0; i < op.node().inputs().size(); i++) {
      Places part = Places.of(op.dims(i));
      if (at[axis] < part.size(axis)) {
        return op.in(i).elements().map(e -> e.get(part.at(at))).orElse(Extent.UNKNOWN);
      }
      at[axis] -= part.size(axis);
    }
    throw new NotKnown();
  }

  private static List<Extent> split(Op op, Places places, int output) {
    List<Extent> data = op.elements(0);
    Places from = Places.of(op.dims(0));
    int axis = op.dims(0).axis(op.node().integer("axis", 0));
    long before = 0;
    for (int i = 0; i < output; i++) {
      before += number(Arrangements.split(op, i).at(axis));
    }
    long offset = before;
    return places.map(
        at -> {
          at[axis] += offset;
          return data.get(from.at(at));
        });
  }

  private static List<Extent> transpose(Op op, Places places) {
    List<Extent> data = op.elements(0);
    Places from = Places.of(op.dims(0));
    int rank = from.rank();
    Optional<long[]> perm = op.node().integers("perm");
    return places.map(
        at -> {
          long[] source = new long[rank];
          for (int i = 0; i < rank; i++) {
            int last = rank - 1 - i;
            int axis = i;
            source[perm.map(p -> (int) p[axis]).orElse(last)] = at[i];
          }
          return data.get(from.at(source));
        });
  }

  private static List<Extent> repeat(Op op, Places places) {
    List<Extent> data = op.elements(0);
    Places from = Places.of(op.dims(0));
    return places.map(at -> data.get(from.under(at)));
  }

  private static List<Extent> filled(Op op, Places places) {
    Attribute value = op.node().attribute("value").orElse(Attribute.of(0));
    Extent element = value instanceof Attribute.TensorValue t ? whole(t.value()) : Extent.ZERO;
    return Collections.nCopies(places.count(), element);
  }

  private static Extent whole(Tensor tensor) {
    boolean followed = tensor.type() == ElementType.I64 || tensor.type() == ElementType.I32;
    return followed ? Extent.of(TensorElements.of(tensor).longAt(0)) : Extent.UNKNOWN;
  }

  private static List<Extent> range(Op op, Places places) {
    Extent delta = op.elements(2).get(0);
    List<Extent> all = new ArrayList<>();
    for (int i = 0; i < places.count(); i++) {
      all.add(op.elements(0).get(0).plus(delta.times(i)));
    }
    return all;
  }
}

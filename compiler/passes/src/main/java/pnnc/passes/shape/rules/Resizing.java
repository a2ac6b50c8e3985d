package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import pnnc.ir.network.Attribute;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** Operators that add to, cut from or interpolate along dimensions. */
final class Resizing {
  private Resizing() {}

  static void addTo(RuleTable table) {
    table.add("Pad", SAME, (op, output) -> pad(op));
    table.addMicrosoft("Pad", SAME, (op, output) -> pad(op));
    table.add("Resize", SAME, (op, output) -> resize(op));
    table.add("Upsample", SAME, (op, output) -> scaled(op, op.dims(0), allAxes(op), 1));
    table.add("CenterCropPad", SAME, (op, output) -> cropped(op));
    table.add("GridSample", SAME, (op, output) -> sampled(op));
    table.add("AffineGrid", SAME, (op, output) -> grid(op));
  }

  private static Dims pad(Op op) {
    Dims x = op.dims(0);
    Optional<List<Extent>> pads =
        op.has(1) ? op.in(1).elements() : op.node().integers("pads").map(p -> Dims.of(p).sizes());
    Optional<long[]> axes = op.has(3) ? op.numbers(3) : Optional.of(allAxes(op));
    if (pads.isEmpty() || axes.isEmpty()) {
      return Dims.ofRank(x.rank());
    }
    int count = axes.get().length;
    Dims result = x;
    for (int i = 0; i < count; i++) {
      Extent added = pads.get().get(i).plus(pads.get().get(i + count));
      result = result.with(axes.get()[i], x.at(axes.get()[i]).plus(added));
    }
    return result;
  }

  private static long[] allAxes(Op op) {
    return LongStream.range(0, op.dims(0).rank()).toArray();
  }

  private static Dims resize(Op op) {
    Dims x = op.dims(0);
    long[] axes = op.node().integers("axes").orElseGet(() -> allAxes(op));
    if (op.version() < 11) {
      return scaled(op, x, axes, 1);
    }
    return op.has(3) ? sized(op, x, axes) : scaled(op, x, axes, 2);
  }

  private static Dims sized(Op op, Dims x, long[] axes) {
    boolean stretches = op.node().text("keep_aspect_ratio_policy", "stretch").equals("stretch");
    Optional<List<Extent>> sizes = op.in(3).elements().filter(s -> stretches);
    Dims result = x;
    for (int i = 0; i < axes.length; i++) {
      int at = i;
      result = result.with(axes[i], sizes.map(s -> s.get(at)).orElse(Extent.UNKNOWN));
    }
    return result;
  }

  private static Dims scaled(Op op, Dims x, long[] axes, int scalesInput) {
    Optional<double[]> scales = op.reals(scalesInput).or(() -> floats(op, "scales"));
    Dims result = x;
    for (int i = 0; i < axes.length; i++) {
      int at = i;
      Extent size = x.at(axes[i]);
      result = result.with(axes[i], scales.map(s -> scale(size, s[at])).orElse(Extent.UNKNOWN));
    }
    return result;
  }

  private static Optional<double[]> floats(Op op, String name) {
    return op.node().attribute(name).orElse(Attribute.of(0)) instanceof Attribute.Floats f
        ? Optional.of(f.values().stream().mapToDouble(Float::doubleValue).toArray())
        : Optional.empty();
  }

  /** In single precision, as ONNX Runtime multiplies. */
  private static Extent scale(Extent size, double factor) {
    if (size.number().isPresent()) {
      return Extent.of((long) ((float) size.number().getAsLong() * (float) factor));
    }
    return factor == Math.rint(factor) ? size.times((long) factor) : Extent.UNKNOWN;
  }

  private static Dims cropped(Op op) {
    Dims result = op.dims(0);
    long[] axes = op.node().integers("axes").orElseGet(() -> allAxes(op));
    for (int i = 0; i < axes.length; i++) {
      int at = i;
      Extent size = op.in(1).elements().map(e -> e.get(at)).orElse(Extent.UNKNOWN);
      result = result.with(axes[i], size);
    }
    return result;
  }

  private static Dims sampled(Op op) {
    Dims x = op.dims(0);
    Dims grid = op.dims(1);
    return Dims.of(x.at(0), x.at(1)).and(grid.part(1, grid.rank() - 1));
  }

  private static Dims grid(Op op) {
    Dims size = new Dims(op.elements(1));
    if (size.rank() < 4) {
      throw new NotKnown();
    }
    Dims spatial = size.from(2);
    return Dims.of(size.at(0)).and(spatial).and(Extent.of(spatial.rank()));
  }
}

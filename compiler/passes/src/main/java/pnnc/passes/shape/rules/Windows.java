package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;
import static pnnc.passes.shape.TypeRule.like;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Contradiction;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** Convolutions and poolings: {@code [N, C, spatial…]} to the same form. */
final class Windows {
  private Windows() {}

  static void addTo(RuleTable table) {
    table.add("Conv DeformConv", SAME, (op, output) -> conv(op, 0, 1));
    table.add("ConvInteger", always(ElementType.I32), (op, output) -> conv(op, 0, 1));
    table.add("QLinearConv", like(7), (op, output) -> conv(op, 0, 3));
    table.add("ConvTranspose", SAME, (op, output) -> convTranspose(op));
    table.add("MaxPool", always(ElementType.I64).after(SAME), (op, output) -> pool(op));
    table.add("AveragePool LpPool", SAME, (op, output) -> pool(op));
    table.add("GlobalAveragePool GlobalMaxPool GlobalLpPool", SAME, (op, output) -> globalPool(op));
    table.add("MaxUnpool", SAME, (op, output) -> unpool(op));
    table.add("RoiAlign", SAME, (op, output) -> roiAlign(op));
    table.add("MaxRoiPool", SAME, (op, output) -> roiPool(op));
    table.add("Col2Im", SAME, (op, output) -> columnsToImage(op));
    table.addMicrosoft("FusedConv", SAME, (op, output) -> conv(op, 0, 1));
    table.addMicrosoft("QLinearAveragePool", SAME, (op, output) -> layoutOf(op, pool(op)));
    table.addMicrosoft(
        "QLinearGlobalAveragePool", SAME, (op, output) -> layoutOf(op, globalPool(op)));
  }

  private static Dims conv(Op op, int data, int weights) {
    Dims x = spatial(op.dims(data));
    if (op.in(weights).dims().isEmpty()) {
      return batchAndChannels(x.at(0), Extent.UNKNOWN, Dims.ofRank(x.rank() - 2));
    }
    Dims w = op.dims(weights);
    if (x.rank() != w.rank()) {
      throw new Contradiction("data of rank %d, weights of rank %d".formatted(x.rank(), w.rank()));
    }
    long groups = op.node().integer("group", 1);
    Contradiction.unlessEqual(x.at(1), w.at(1).times(groups), "channels");
    return batchAndChannels(x.at(0), w.at(0), slide(Window.of(op, kernel(op, w)), x, false));
  }

  /** {@code x} itself, which has at least one spatial dimension. */
  private static Dims spatial(Dims x) {
    if (x.rank() < 3) {
      throw new Contradiction("data of rank " + x.rank());
    }
    return x;
  }

  private static Dims kernel(Op op, Dims weights) {
    return op.node().integers("kernel_shape").map(Dims::of).orElseGet(() -> weights.from(2));
  }

  private static Dims kernel(Op op) {
    return Dims.of(op.node().integers("kernel_shape").orElseThrow(NotKnown::new));
  }

  private static Dims slide(Window window, Dims x, boolean ceil) {
    Extent[] places = new Extent[x.rank() - 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = window.places(i, x.at(i + 2), ceil);
    }
    return Dims.of(places);
  }

  private static Dims batchAndChannels(Extent batch, Extent channels, Dims spatial) {
    return Dims.of(batch, channels).and(spatial);
  }

  private static Dims convTranspose(Op op) {
    Dims x = spatial(op.dims(0));
    Dims w = op.dims(1);
    Contradiction.unlessEqual(x.at(1), w.at(0), "channels");
    Extent channels = w.at(1).times(op.node().integer("group", 1));
    Optional<long[]> given = op.node().integers("output_shape");
    Dims spatial = given.map(Dims::of).orElseGet(() -> covered(op, x, kernel(op, w)));
    return batchAndChannels(x.at(0), channels, spatial.from(spatial.rank() - x.rank() + 2));
  }

  private static Dims covered(Op op, Dims x, Dims kernel) {
    Window window = Window.of(op, kernel);
    long[] outputPadding = op.integers("output_padding", kernel.rank(), 0);
    Extent[] sizes = new Extent[kernel.rank()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = window.covered(i, x.at(i + 2), outputPadding[i]);
    }
    return Dims.of(sizes);
  }

  private static Dims pool(Op op) {
    Dims x = channelsFirst(op, spatial(op.dims(0)));
    Dims spatial = slide(Window.of(op, kernel(op)), x, op.flag("ceil_mode", false));
    return batchAndChannels(x.at(0), x.at(1), spatial);
  }

  private static Dims globalPool(Op op) {
    Dims x = channelsFirst(op, spatial(op.dims(0)));
    List<Extent> ones = Collections.nCopies(x.rank() - 2, Extent.ONE);
    return batchAndChannels(x.at(0), x.at(1), new Dims(ones));
  }

  private static boolean isChannelsLast(Op op) {
    return op.flag("channels_last", false);
  }

  /** {@code [N, C, spatial…]} whatever the operator's layout is. */
  private static Dims channelsFirst(Op op, Dims x) {
    return isChannelsLast(op) ? Dims.of(x.at(0), x.at(-1)).and(x.part(1, x.rank() - 1)) : x;
  }

  /** The operator's own layout from {@code [N, C, spatial…]}. */
  private static Dims layoutOf(Op op, Dims y) {
    return isChannelsLast(op) ? y.to(1).and(y.from(2)).and(y.at(1)) : y;
  }

  private static Dims unpool(Op op) {
    if (op.has(2)) {
      return new Dims(op.elements(2));
    }
    Dims x = spatial(op.dims(0));
    return batchAndChannels(x.at(0), x.at(1), covered(op, x, kernel(op)));
  }

  private static Dims roiAlign(Op op) {
    return Dims.of(
        op.dims(1).at(0),
        op.dims(0).at(1),
        Extent.of(op.node().integer("output_height", 1)),
        Extent.of(op.node().integer("output_width", 1)));
  }

  private static Dims roiPool(Op op) {
    Dims pooled = Dims.of(op.node().integers("pooled_shape").orElseThrow(NotKnown::new));
    return batchAndChannels(op.dims(1).at(0), op.dims(0).at(1), pooled);
  }

  private static Dims columnsToImage(Op op) {
    Extent block = new Dims(op.elements(2)).product();
    Extent channels = op.dims(0).at(1).dividedBy(block);
    return batchAndChannels(op.dims(0).at(0), channels, new Dims(op.elements(1)));
  }
}

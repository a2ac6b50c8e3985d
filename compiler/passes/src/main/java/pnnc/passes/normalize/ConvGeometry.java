package pnnc.passes.normalize;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;

/**
 * The sizes of a convolution: what its attributes say, leave out, or leave to be computed. Formulas
 * are those of Conv and ConvTranspose in the ONNX standard.
 */
final class ConvGeometry {
  private final Node node;
  private final Scope scope;
  private final int axes;
  private final long[] kernel;
  private final long[] strides;
  private final long[] dilations;

  /**
   * @param node its second input is constant and has more than two axes
   */
  ConvGeometry(Node node, Scope scope) {
    long[] weights = scope.weights(node.input(1)).orElseThrow().stored().sizes();
    this.node = node;
    this.scope = scope;
    this.axes = weights.length - 2;
    this.kernel = Arrays.copyOfRange(weights, 2, weights.length);
    this.strides = sizes("strides", 1);
    this.dilations = sizes("dilations", 1);
  }

  /** Whether the attributes that {@code node} has can be those of a convolution. */
  static boolean isWellFormed(Node node, Shape weights) {
    int axes = weights.rank() - 2;
    long[] kernel = Arrays.copyOfRange(weights.sizes().orElseThrow(), 2, weights.rank());
    long group = node.integer("group", 1);
    return node.integers("kernel_shape").filter(k -> !Arrays.equals(k, kernel)).isEmpty()
        && (group >= 1 && weights.dim(0).size().orElseThrow() % group == 0)
        && isBetween(node, "strides", axes, 1)
        && isBetween(node, "dilations", axes, 1)
        && isBetween(node, "pads", 2 * axes, 0)
        && isBetween(node, "output_padding", axes, 0);
  }

  private static boolean isBetween(Node node, String name, int length, long least) {
    return node.integers(name)
        .filter(
            all ->
                all.length != length
                    || Arrays.stream(all).anyMatch(n -> n < least || n > Integer.MAX_VALUE))
        .isEmpty();
  }

  private long[] sizes(String attribute, long otherwise) {
    long[] defaults = new long[axes];
    Arrays.fill(defaults, otherwise);
    return node.integers(attribute).orElse(defaults);
  }

  /** The convolution with all attributes written out; itself where sizes are missing. */
  Node explicitConv() {
    long[] pads = new long[2 * axes];
    for (int axis = 0; axis < axes && isSame(); axis++) {
      OptionalLong total = samePadding(axis);
      if (total.isEmpty()) {
        return node;
      }
      distribute(total.getAsLong(), axis, pads);
    }
    return explicit(isExplicit() ? node.integers("pads").orElse(pads) : pads);
  }

  /** The transposed convolution with all attributes written out; itself where sizes are missing. */
  Node explicitTranspose() {
    long[] extra = sizes("output_padding", 0);
    long[] pads =
        isExplicit() ? node.integers("pads").orElse(new long[2 * axes]) : new long[2 * axes];
    boolean shaped = node.integers("output_shape").filter(s -> s.length > 0).isPresent();
    if (shaped || isSame()) {
      long[] natural = natural(extra, shaped);
      long[] wanted = shaped ? node.integers("output_shape").orElseThrow() : sameOutput();
      if (natural.length == 0 || wanted.length != axes || !fit(natural, wanted, pads, extra)) {
        return node;
      }
    }
    return explicit(pads).with("output_padding", Attribute.ofInts(extra)).without("output_shape");
  }

  private Node explicit(long[] pads) {
    return node.without("auto_pad")
        .with("dilations", Attribute.ofInts(dilations))
        .with("group", Attribute.of(node.integer("group", 1)))
        .with("kernel_shape", Attribute.ofInts(kernel))
        .with("pads", Attribute.ofInts(pads))
        .with("strides", Attribute.ofInts(strides));
  }

  private boolean isExplicit() {
    String mode = node.text("auto_pad", "NOTSET");
    return mode.equals("NOTSET") || mode.isEmpty();
  }

  private boolean isSame() {
    return node.text("auto_pad", "NOTSET").startsWith("SAME");
  }

  /** How far the kernel reaches along {@code axis}. */
  private long reach(int axis) {
    return (kernel[axis] - 1) * dilations[axis] + 1;
  }

  private OptionalLong inputSize(int axis) {
    return scope.dim(node.input(0), axis + 2).size();
  }

  /** Total padding for an output of {@code ceil(input / stride)}. */
  private OptionalLong samePadding(int axis) {
    if (strides[axis] == 1) {
      return OptionalLong.of(reach(axis) - 1);
    }
    OptionalLong input = inputSize(axis);
    if (input.isEmpty()) {
      return input;
    }
    long output = (input.getAsLong() + strides[axis] - 1) / strides[axis];
    long needed = (output - 1) * strides[axis] + reach(axis) - input.getAsLong();
    return OptionalLong.of(Math.max(0, needed));
  }

  /** The odd element goes to the end, with SAME_UPPER, or (all other modes) to the beginning. */
  private void distribute(long total, int axis, long[] pads) {
    long end = node.text("auto_pad", "").equals("SAME_UPPER") ? total - total / 2 : total / 2;
    pads[axis] = total - end;
    pads[axes + axis] = end;
  }

  /** Output sizes of the transposed convolution without padding; empty if unknown. */
  private long[] natural(long[] extra, boolean absolute) {
    OptionalLong[] inputs =
        IntStream.range(0, axes)
            .mapToObj(a -> absolute ? inputSize(a) : OptionalLong.of(1))
            .toArray(OptionalLong[]::new);
    return Arrays.stream(inputs).allMatch(OptionalLong::isPresent)
        ? IntStream.range(0, axes)
            .mapToLong(a -> (inputs[a].getAsLong() - 1) * strides[a] + extra[a] + reach(a))
            .toArray()
        : new long[0];
  }

  /**
   * {@code input · stride}, of which {@link #natural} for one element is as far away as for all.
   */
  private long[] sameOutput() {
    return LongStream.of(strides).toArray();
  }

  /** Pads away what is too much, adds at the end what is too little; whether that is allowed. */
  private boolean fit(long[] natural, long[] wanted, long[] pads, long[] extra) {
    for (int axis = 0; axis < axes; axis++) {
      long total = natural[axis] - wanted[axis];
      if (total < 0 && (isSame() || extra[axis] - total >= longestGap(axis))) {
        return false;
      }
      distribute(Math.max(0, total), axis, pads);
      extra[axis] += Math.max(0, -total);
    }
    return true;
  }

  /** Output padding must be shorter. */
  private long longestGap(int axis) {
    return Math.max(strides[axis], dilations[axis]);
  }
}

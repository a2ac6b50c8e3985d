package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.ir.network.Node;

/** What the calls of the standard library look like. */
final class Vocabulary {
  /** Layers that begin a statement of their own; what follows them is piped behind. */
  private static final Set<String> HEADS =
      Set.of(
          "linear",
          "conv1d",
          "conv2d",
          "conv_transpose2d",
          "attend",
          "matmul",
          "lstm",
          "gru",
          "rnn",
          "embedding");

  /** Calls whose first argument is no more than the others. */
  private static final Set<String> NEVER_PIPED =
      Set.of("attend", "matmul", "concat", "select", "maximum", "minimum", "'", "[]", "sizes");

  /** Arguments without names behind the tensors. */
  private static final Map<String, List<String>> PLAIN =
      Map.ofEntries(
          Map.entry("max_pool2d", List.of("size")),
          Map.entry("avg_pool2d", List.of("size")),
          Map.entry("split_heads", List.of("heads")),
          Map.entry("repeat_heads", List.of("count")),
          Map.entry("reshape", List.of("shape")),
          Map.entry("expand", List.of("shape")),
          Map.entry("transpose", List.of("perm")),
          Map.entry("squeeze", List.of("axes")),
          Map.entry("unsqueeze", List.of("axes")),
          Map.entry("pad", List.of("pads")),
          Map.entry("pixel_shuffle", List.of("factor")),
          Map.entry("upsample2d", List.of("factor")));

  /** Tensors that are given by name, by their places. */
  private static final Map<String, Map<Integer, String>> NAMED =
      Map.of(
          "attend", Map.of(3, "mask"),
          "rotary_embedding", Map.of(3, "positions"),
          "pad", Map.of(1, "value"),
          "clip", Map.of(2, "high"));

  /** Functions that take weights as a group, and the members they look for. */
  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "linear", List.of("weight", "bias"),
          "conv1d", List.of("weight", "bias"),
          "conv2d", List.of("weight", "bias"),
          "conv_transpose2d", List.of("weight", "bias"),
          "layer_norm", List.of("weight", "bias"),
          "rms_norm", List.of("weight"),
          "batch_norm", List.of("weight", "bias", "running_mean", "running_var"),
          "embedding", List.of("weight"));

  /** The names of the results of functions that have several. */
  private static final Map<String, List<String>> RESULTS =
      Map.of(
          "lstm", List.of("y", "h", "c"),
          "gru", List.of("y", "h"),
          "rnn", List.of("y", "h"));

  /** Functions whose tensors behind the first are weights, named rather than written out. */
  private static final Set<String> WEIGHTED = Set.of("lstm", "gru", "rnn", "prelu");

  /** Names of the library and of what is built in, which no value should take. */
  static final List<String> NAMES =
      List.of(
          "ceil_div",
          "dim",
          "element",
          "exp2",
          "floor_div",
          "len",
          "log2",
          "max_of",
          "min_of",
          "npy",
          "npz",
          "onnx",
          "random",
          "rank",
          "root",
          "safetensors",
          "shape",
          "times",
          "matmul",
          "linear",
          "embedding",
          "per_axis",
          "pads",
          "conv1d",
          "conv2d",
          "depthwise2d",
          "conv_transpose2d",
          "max_pool2d",
          "avg_pool2d",
          "global_avg_pool",
          "global_max_pool",
          "batch_norm",
          "norm",
          "layer_norm",
          "group_norm",
          "rms_norm",
          "relu",
          "relu6",
          "leaky_relu",
          "prelu",
          "elu",
          "selu",
          "celu",
          "gelu",
          "silu",
          "mish",
          "sigmoid",
          "hard_sigmoid",
          "hardswish",
          "tanh",
          "softplus",
          "softsign",
          "softmax",
          "log_softmax",
          "exp",
          "log",
          "sqrt",
          "abs",
          "erf",
          "sin",
          "cos",
          "floor",
          "ceil",
          "round",
          "clip",
          "maximum",
          "minimum",
          "select",
          "mean",
          "sum",
          "largest",
          "smallest",
          "argmax",
          "reshape",
          "flatten",
          "transpose",
          "squeeze",
          "unsqueeze",
          "concat",
          "expand",
          "pad",
          "upsample2d",
          "pixel_shuffle",
          "split_heads",
          "merge_heads",
          "attend",
          "hide_future",
          "repeat_heads",
          "self_attention",
          "cached_attention",
          "rope",
          "rotate",
          "rotate_pairs",
          "rotary",
          "rotate_half",
          "rotate_every_two",
          "rotary_embedding",
          "over_root_mean_square",
          "conv_transpose1d",
          "max_pool1d",
          "avg_pool1d",
          "instance_norm",
          "multi_head_attention",
          "encoder_layer",
          "decoder_layer",
          "bottleneck_block",
          "shortcut",
          "squeeze_excite",
          "lstm",
          "gru",
          "rnn",
          "direction_name",
          "lstm_cell",
          "gru_cell",
          "residual_block",
          "separable_block",
          "inverted_residual",
          "feed_forward",
          "gated_feed_forward",
          "encoder_block",
          "decoder_block",
          "int",
          "real",
          "params",
          "type",
          "any",
          "forward",
          "reverse",
          "bidirectional",
          "extra");

  /** The order in which arguments with names are given. */
  private static final List<String> ORDER =
      List.of(
          "stride",
          "pad",
          "output_pad",
          "dilation",
          "groups",
          "axis",
          "axes",
          "keep",
          "then_branch");

  private Vocabulary() {}

  static List<String> inOrder(Set<String> names) {
    List<String> all = new ArrayList<>(names);
    all.sort(Comparator.comparingInt(n -> ORDER.contains(n) ? ORDER.indexOf(n) : ORDER.size()));
    return all;
  }

  static boolean isHead(Node node) {
    return Layer.is(node) && HEADS.contains(node.op().name());
  }

  static boolean isPiped(Node node) {
    if (!Layer.is(node)) {
      boolean isFormula = Infix.isInfix(node) || Selections.isSelection(node) || node.is("Cast");
      return !isFormula && node.graphs().findAny().isEmpty();
    }
    return !NEVER_PIPED.contains(node.op().name());
  }

  static List<String> plain(Node layer) {
    return PLAIN.getOrDefault(layer.op().name(), List.of());
  }

  static String argumentName(Node layer, int place) {
    return NAMED.getOrDefault(layer.op().name(), Map.of()).getOrDefault(place, "");
  }

  static List<String> group(Node layer) {
    return GROUPS.getOrDefault(layer.op().name(), List.of());
  }

  static List<String> results(Node layer) {
    return RESULTS.getOrDefault(layer.op().name(), List.of());
  }

  /** Whether the tensors behind the first are weights. */
  static boolean isWeighted(Node layer) {
    return GROUPS.containsKey(layer.op().name()) || WEIGHTED.contains(layer.op().name());
  }
}

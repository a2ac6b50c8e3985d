package pnnc.passes.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/** Small changes to how an operator is written. */
final class Spelling {
  private static final Map<String, String> GRID_MODES =
      Map.of("bilinear", "linear", "bicubic", "cubic");

  private Spelling() {}

  /** {@code node} under another name. */
  static Node renamed(Node node, String op) {
    return new Node(OpType.of(op), "", node.inputs(), node.outputs(), node.attributes());
  }

  /** {@code node} without attributes, under another name. */
  static Node plain(Node node, String op, Value... inputs) {
    return new Node(OpType.of(op), "", List.of(inputs), node.outputs(), Map.of());
  }

  /** {@code node} with {@code value} as its input {@code index}. */
  static Node withInput(Node node, int index, Value value) {
    List<Value> inputs = new ArrayList<>(node.inputs());
    while (inputs.size() <= index) {
      inputs.add(Value.ABSENT);
    }
    inputs.set(index, value);
    return node.withInputs(inputs);
  }

  /** Interpolation is no longer named after two dimensions. */
  static Node gridSample(Node node) {
    String mode = node.text("mode", "");
    return GRID_MODES.containsKey(mode)
        ? node.with("mode", Attribute.of(GRID_MODES.get(mode)))
        : node;
  }

  /** Equal parts now need their number. */
  static Node split(Node node) {
    return node.input(1).isPresent()
        ? node
        : node.with("num_outputs", Attribute.of((long) node.outputs().size()));
  }

  /** Windows came with 25; the defaults are what 24 does. */
  static Node attention(Node node) {
    Map<String, Attribute> attributes = new TreeMap<>(node.attributes());
    for (String side : List.of("left_window_size", "right_window_size")) {
      if (node.integer(side, -1) != -1) {
        throw new CannotUpgrade("operator set %d has no `%s`".formatted(UpgradeOpset.TARGET, side));
      }
      attributes.remove(side);
    }
    return new Node(node.op(), node.overload(), node.inputs(), node.outputs(), attributes);
  }

  /** {@code axis} counted from 0; empty without the rank. */
  static OptionalInt fromFront(long axis, OptionalInt rank) {
    return rank.isPresent()
        ? OptionalInt.of((int) (axis < 0 ? axis + rank.getAsInt() : axis))
        : OptionalInt.empty();
  }
}

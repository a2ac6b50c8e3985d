package pnnc.passes.upgrade;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** Resize: coordinates and rounding became attributes, and one of two targets is given. */
final class Resizes {
  private static final String NEAREST = "nearest_mode";
  private static final String COORDINATES = "coordinate_transformation_mode";
  private static final int SCALES = 2;
  private static final int SIZES = 3;
  private static final OptionalLong NONE = OptionalLong.of(0);

  private Resizes() {}

  /**
   * The first Resize divides positions by the scale; the nearest element is then, in ONNX Runtime,
   * the one below for axes that grow and the one above for axes that shrink. Axes are resized
   * independently of each other: where some may grow and some shrink, two operators do it.
   */
  static Node oldCoordinates(Node node, Site site) {
    Map<String, Attribute> attributes = new TreeMap<>(node.attributes());
    attributes.put(COORDINATES, Attribute.of("asymmetric"));
    Value x = node.input(0);
    Value scales = node.input(1);
    Node resize = resize(node, attributes, x, scales);
    if (!node.text("mode", "nearest").equals("nearest")) {
      return resize;
    }
    double[] known = site.constant(scales).map(Resizes::numbers).orElse(new double[] {0, 2});
    if (Arrays.stream(known).allMatch(s -> s >= 1)) {
      return resize.with(NEAREST, Attribute.of("floor"));
    }
    if (Arrays.stream(known).allMatch(s -> s <= 1)) {
      return resize.with(NEAREST, Attribute.of("ceil"));
    }
    attributes.put(NEAREST, Attribute.of("ceil"));
    Value one = site.scalar("one", 1, scales);
    Value shrunk =
        site.before("Resize", attributes, x, Value.ABSENT, site.before("Min", scales, one));
    return resize(node, attributes, shrunk, site.before("Max", scales, one))
        .with(NEAREST, Attribute.of("floor"));
  }

  private static double[] numbers(Tensor scales) {
    return TensorElements.of(scales).toDoubles();
  }

  private static Node resize(Node node, Map<String, Attribute> attributes, Value x, Value scales) {
    List<Value> inputs = List.of(x, Value.ABSENT, scales);
    return new Node(OpType.of("Resize"), "", inputs, node.outputs(), attributes);
  }

  /** With sizes, scales had to be an empty array; now they have to be left out. */
  static Node onlyOneTarget(Node node, Site site) {
    Node named = coordinates(node);
    if (!node.input(SIZES).isPresent()) {
      return named;
    }
    Value scales = node.input(SCALES);
    boolean both = site.shape(scales).filter(s -> !s.elements().equals(NONE)).isPresent();
    if (both) {
      throw new CannotUpgrade("it has both scales and sizes");
    }
    return Spelling.withInput(named, SCALES, Value.ABSENT);
  }

  /**
   * {@code tf_half_pixel_for_nn} is half a pixel further than {@code half_pixel}; rounding down
   * there is rounding to the nearest here.
   */
  private static Node coordinates(Node node) {
    if (!node.text(COORDINATES, "").equals("tf_half_pixel_for_nn")) {
      return node;
    }
    if (!node.text(NEAREST, "round_prefer_floor").equals("floor")) {
      throw new CannotUpgrade("only with `floor` has `tf_half_pixel_for_nn` an equal");
    }
    return node.with(COORDINATES, Attribute.of("half_pixel"))
        .with(NEAREST, Attribute.of("round_prefer_ceil"));
  }
}

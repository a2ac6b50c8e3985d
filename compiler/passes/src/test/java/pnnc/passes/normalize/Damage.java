package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Puts one or two random faults into a network: nothing that a file could not hold. */
final class Damage {
  private static final long[] SIZES = {0, 1, 2, 3, 7};
  private static final long[] NUMBERS = {-9, -1, 0, 1, 2, 5, 1L << 40, Long.MIN_VALUE};
  private static final ElementType[] TYPES = {
    ElementType.F32, ElementType.F16, ElementType.I8, ElementType.I32, ElementType.I64
  };

  private final SplittableRandom random;

  Damage(SplittableRandom random) {
    this.random = random;
  }

  Network of(Network network) {
    Network once = network.mapGraph(this::damaged);
    return random.nextBoolean() ? once : once.mapGraph(this::damaged);
  }

  private Graph damaged(Graph graph) {
    Map<Value, Tensor> constants = new LinkedHashMap<>(graph.constants());
    Map<Value, ValueType> types = new LinkedHashMap<>(graph.types());
    List<Node> nodes = new ArrayList<>(graph.nodes());
    switch (random.nextInt(4)) {
      case 0 -> change(constants, old -> tensor());
      case 1 -> change(types, old -> ValueType.tensor(type(), shape()));
      default -> {
        int at = random.nextInt(nodes.size());
        nodes.set(at, damaged(nodes.get(at)));
      }
    }
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        constants,
        nodes,
        types,
        graph.origins(),
        graph.unread());
  }

  private <K, T> void change(Map<K, T> map, java.util.function.UnaryOperator<T> other) {
    if (!map.isEmpty()) {
      List<K> keys = new ArrayList<>(map.keySet());
      map.computeIfPresent(keys.get(random.nextInt(keys.size())), (k, old) -> other.apply(old));
    }
  }

  private Tensor tensor() {
    ElementType type = type();
    Blob one = Blob.of(new byte[type.bits() / 8]);
    return new Tensor(type, shape(), new TensorData.Splat(one));
  }

  private ElementType type() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  private Shape shape() {
    long[] sizes = new long[random.nextInt(5)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = SIZES[random.nextInt(SIZES.length)];
    }
    return Shape.of(sizes);
  }

  private Node damaged(Node node) {
    return switch (random.nextInt(3)) {
      case 0 -> node.withInputs(node.inputs().subList(0, random.nextInt(node.inputs().size() + 1)));
      case 1 -> withOneAbsent(node);
      default -> withOtherAttribute(node);
    };
  }

  private Node withOneAbsent(Node node) {
    List<Value> inputs = new ArrayList<>(node.inputs());
    if (!inputs.isEmpty()) {
      inputs.set(random.nextInt(inputs.size()), Value.ABSENT);
    }
    return node.withInputs(inputs);
  }

  private Node withOtherAttribute(Node node) {
    Map<String, Attribute> attributes = new TreeMap<>(node.attributes());
    change(attributes, this::damaged);
    return new Node(node.op(), node.overload(), node.inputs(), node.outputs(), attributes);
  }

  private Attribute damaged(Attribute old) {
    if (old instanceof Attribute.IntValue) {
      return Attribute.of(number());
    }
    long[] some = new long[random.nextInt(4)];
    java.util.Arrays.setAll(some, i -> number());
    return random.nextInt(4) == 0 ? Attribute.of("NONSENSE") : Attribute.ofInts(some);
  }

  private long number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }
}

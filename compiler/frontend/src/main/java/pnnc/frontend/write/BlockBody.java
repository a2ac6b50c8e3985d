package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** What alike blocks have in common, as the graph of a function. */
final class BlockBody {
  /** The name of the function's group of weights. */
  static final String GROUP = "p";

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Alike blocks;
  private final LineUp weights;
  private final ModelWeights inside;
  private final Map<List<Value>, Value> own = new LinkedHashMap<>();
  private final Map<Value, ValueType> types = new LinkedHashMap<>();
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final Map<Value, String> numbers = new LinkedHashMap<>();
  private final List<Value> runtime = new ArrayList<>();
  private final List<Value> others = new ArrayList<>();
  private final Map<Value, Value> inner = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  BlockBody(Alike blocks, LineUp weights, ModelWeights all) {
    this.blocks = blocks;
    this.weights = weights;
    this.inside = weights.inside(all);
    taken.addAll(weights.members().values());
    inner();
    inputs();
    weights.members().forEach(this::member);
    for (List<Value> same : weights.literals()) {
      Value value = fresh("c");
      constants.put(value, tensor(same));
      own.put(same, value);
    }
  }

  /** Values that are made inside, without the numbers by which those of two blocks differ. */
  private void inner() {
    for (int j = 0; j < blocks.period(); j++) {
      List<Value> outputs = blocks.node(0, j).outputs();
      for (int k = 0; k < outputs.size(); k++) {
        if (outputs.get(k).isPresent()) {
          String name = common(outputs.get(k).name(), blocks.node(1, j).output(k).name());
          inner.put(outputs.get(k), fresh(name));
        }
      }
    }
  }

  private static String common(String one, String two) {
    Matcher first = NUMBER.matcher(one);
    Matcher second = NUMBER.matcher(two);
    while (first.find() && second.find()) {
      String before = one.substring(0, first.start());
      String behind = one.substring(first.end());
      boolean isSame = before.equals(two.substring(0, second.start()));
      String shared = (before.replaceFirst("[._]$", "") + behind).replaceFirst("^[._]", "");
      if (isSame && behind.equals(two.substring(second.end())) && !shared.isEmpty()) {
        return shared;
      }
    }
    return one;
  }

  /** Inputs in the order of arguments: what is carried first, weights last. */
  private void inputs() {
    Set<List<Value>> ordered = new LinkedHashSet<>();
    blocks.carried().ifPresent(ordered::add);
    ordered.addAll(blocks.inputs());
    String name = "x";
    for (List<Value> given : ordered) {
      Value value = fresh(runtime.isEmpty() ? name : hint(given));
      input(value, given);
      runtime.add(value);
    }
    for (List<Value> given : weights.others()) {
      Value value = fresh(weightHint(given));
      input(value, given);
      others.add(value);
    }
  }

  private void input(Value value, List<Value> given) {
    own.put(given, value);
    types.put(value, common(given));
  }

  private static String hint(List<Value> given) {
    boolean isOne = given.stream().distinct().count() == 1;
    return isOne ? Words.legal(given.get(0).name()) : "y";
  }

  /** {@code proj_bias}: the operation that takes it, and as what. */
  private String weightHint(List<Value> given) {
    Value value = given.get(0);
    for (int j = 0; j < blocks.period(); j++) {
      Node node = blocks.node(0, j);
      int place = node.inputs().indexOf(value);
      if (place >= 0 && Layer.is(node, "'")) {
        value = node.output();
      } else if (place >= 0) {
        List<String> members = Vocabulary.group(node);
        boolean isMember = place > 0 && place <= members.size();
        return step(j) + (isMember ? members.get(place - 1) : "weight");
      }
    }
    return "weight";
  }

  /** The last step of an operation's name but its kind, {@code proj_}; often there is none. */
  private String step(int place) {
    String[] steps = ownName(place).split("/", -1);
    String step = steps.length < 2 ? "" : Words.legal(steps[steps.length - 2]);
    return steps.length < 3 || step.isEmpty() ? "" : step + "_";
  }

  private Value fresh(String hint) {
    String name = hint;
    for (int n = 2; !taken.add(name); n++) {
      name = hint + n;
    }
    return new Value(name);
  }

  private Tensor tensor(List<Value> same) {
    return blocks.graph().constant(same.get(0)).orElseThrow();
  }

  /** A member of the group; one number is no constant here, each block has another. */
  private void member(List<Value> given, String name) {
    if (tensor(given).elements() == 1) {
      Value value = fresh("n");
      numbers.put(value, GROUP + inside.path(name).orElseThrow().substring(1));
      input(value, given);
    } else {
      own.put(given, new Value(name));
      constants.put(new Value(name), tensor(given));
    }
  }

  private ValueType common(List<Value> values) {
    ValueType first = blocks.graph().type(values.get(0));
    for (Value value : values) {
      first = common(first, blocks.graph().type(value));
    }
    return first;
  }

  private static ValueType common(ValueType a, ValueType b) {
    if (a.equals(b)) {
      return a;
    }
    Optional<Shape> left = a.shape();
    Optional<Shape> right = b.shape();
    boolean isAlike =
        a.element().isPresent()
            && a.element().equals(b.element())
            && left.isPresent()
            && right.isPresent()
            && left.get().rank() == right.get().rank();
    if (!isAlike) {
      throw new CannotSay("blocks of different types");
    }
    List<Dim> dims = new ArrayList<>();
    for (int i = 0; i < left.get().rank(); i++) {
      Dim dim = left.get().dim(i);
      dims.add(dim.equals(right.get().dim(i)) ? dim : Dim.unknown());
    }
    return new ValueType.TensorType(a.element().get(), Optional.of(new Shape(dims)));
  }

  /** Inputs that are given when the network runs; the first is what is carried. */
  List<Value> runtime() {
    return runtime;
  }

  /** Weights that are given one by one. */
  List<Value> others() {
    return others;
  }

  /** How members of the group that are single numbers are written. */
  Map<Value, String> numbers() {
    return numbers;
  }

  ModelWeights inside() {
    return inside;
  }

  /** What a block gets for the inputs, in their order. */
  List<Value> arguments(int block) {
    List<Value> all = new ArrayList<>();
    for (List<Value> inputs : List.of(runtime, others)) {
      for (Value input : inputs) {
        own.forEach(
            (given, value) -> {
              if (value.equals(input)) {
                all.add(given.get(block));
              }
            });
      }
    }
    return all;
  }

  Graph graph() {
    List<Node> nodes = new ArrayList<>();
    Map<Value, Origin> origins = new LinkedHashMap<>();
    for (int j = 0; j < blocks.period(); j++) {
      Node node = blocks.node(0, j);
      List<Value> inputs = new ArrayList<>();
      for (int k = 0; k < node.inputs().size(); k++) {
        Value input = node.input(k);
        inputs.add(own.getOrDefault(blocks.given(j, k), inner.getOrDefault(input, input)));
      }
      List<Value> outputs = node.outputs().stream().map(v -> inner.getOrDefault(v, v)).toList();
      Node renamed = node.withInputs(inputs).withOutputs(outputs);
      nodes.add(renamed);
      origins.put(renamed.id(), Origin.named(ownName(j)));
      node.outputs().forEach(v -> types.put(inner.getOrDefault(v, v), blocks.graph().type(v)));
    }
    List<Value> inputs = new ArrayList<>(runtime);
    inputs.addAll(others);
    inputs.addAll(numbers.keySet());
    List<Value> outputs =
        blocks.results().stream().map(p -> inner.get(blocks.result(0, p))).toList();
    return new Graph("", inputs, outputs, constants, nodes, types, origins, Blob.EMPTY);
  }

  /** The name of an operation without the steps up to where those of two blocks part. */
  private String ownName(int place) {
    String first = blocks.graph().origin(blocks.node(0, place).id()).name();
    String second = blocks.graph().origin(blocks.node(1, place).id()).name();
    String[] one = first.split("/", -1);
    String[] two = second.split("/", -1);
    int same = 0;
    while (same < Math.min(one.length, two.length) && one[same].equals(two[same])) {
      same++;
    }
    boolean parts = same < one.length - 1 && one.length == two.length;
    return parts ? "/" + String.join("/", List.of(one).subList(same + 1, one.length)) : first;
  }
}

package pnnc.passes.normalize;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.pipeline.PassContext;

/** One graph under rewriting, with what it sees of the graphs around it. */
final class Scope implements Lookup {
  static final String MICROSOFT = "com.microsoft";

  private final Graph original;
  private final GraphEditor editor;
  private final Optional<Scope> outer;
  private final Map<String, Integer> opsets;
  private final PassContext context;
  private final Set<Value> explained = new HashSet<>();

  Scope(
      Graph original,
      GraphEditor editor,
      Optional<Scope> outer,
      Map<String, Integer> opsets,
      PassContext context) {
    this.original = original;
    this.editor = editor;
    this.outer = outer;
    this.opsets = opsets;
    this.context = context;
  }

  GraphEditor editor() {
    return editor;
  }

  Map<String, Integer> opsets() {
    return opsets;
  }

  /** Version of the ONNX standard's operators here. */
  int opset() {
    return opsets.getOrDefault("", 0);
  }

  @Override
  public Optional<Tensor> constant(Value value) {
    return isHere(value) ? editor.constant(value) : outer.flatMap(o -> o.constant(value));
  }

  @Override
  public Optional<Node> producer(Value value) {
    return isHere(value) ? editor.producer(value) : outer.flatMap(o -> o.producer(value));
  }

  @Override
  public ValueType type(Value value) {
    return isHere(value) || outer.isEmpty() ? editor.type(value) : outer.get().type(value);
  }

  private boolean isHere(Value value) {
    return editor.isInput(value)
        || editor.constant(value).isPresent()
        || editor.producer(value).isPresent();
  }

  Optional<Shape> shape(Value value) {
    return type(value).shape();
  }

  Optional<ElementType> element(Value value) {
    return type(value).element();
  }

  OptionalInt rank(Value value) {
    Optional<Shape> shape = shape(value);
    return shape.isPresent() ? OptionalInt.of(shape.get().rank()) : OptionalInt.empty();
  }

  /** The dimension of {@code value} at {@code axis}; unknown too where there is no such axis. */
  Dim dim(Value value, int axis) {
    return shape(value).filter(s -> axis < s.rank()).map(s -> s.dim(axis)).orElse(Dim.unknown());
  }

  /** The constant that {@code value} holds, looking through a DequantizeLinear. */
  Optional<ConstantOperand> operand(Value value) {
    return ConstantOperand.of(value, this);
  }

  /** Whether {@code node} is {@code name} of ONNX Runtime's extensions. */
  static boolean isMicrosoft(Node node, String name) {
    return node.op().equals(new OpType(MICROSOFT, name));
  }

  /**
   * The value that holds {@code tensor} in the place of {@code old}: the same one where {@code
   * user} alone uses it, so that the weight keeps its name, else a new one.
   */
  Value replaceConstant(Node user, Value old, Tensor tensor) {
    boolean own =
        editor.constant(old).isPresent()
            && editor.onlyUser(old).filter(user::equals).isPresent()
            && Collections.frequency(user.uses(), old) == 1;
    if (!own) {
      return editor.addConstant(old.name(), tensor);
    }
    editor.setConstant(old, tensor);
    editor.setType(old, tensor.valueType());
    return old;
  }

  /** {@code operand} of a type that physical blocks can hold. */
  Optional<ConstantOperand> weights(Value value) {
    return operand(value).filter(w -> Tensors.isWeightType(w.type()));
  }

  /** Takes {@code node} out if nothing uses what it computes and this graph holds it. */
  void removeIfUnused(Node node) {
    boolean used =
        node.outputs().stream().anyMatch(v -> editor.isOutput(v) || !editor.users(v).isEmpty());
    if (editor.contains(node) && !used) {
      editor.remove(node);
    }
  }

  /** The user's name for {@code node}. */
  String nameOf(Node node) {
    String name = editor.origin(node.id()).name();
    return name.isEmpty() ? node.id().name() : name;
  }

  /** Tells the user, once, why {@code node} stays what it is; returns {@code false}. */
  boolean leave(Node node, String reason) {
    if (explained.add(node.id())) {
      String what = "%s `%s`".formatted(node.op(), nameOf(node));
      context
          .diagnostics()
          .add(
              DiagnosticCode.STAYS_ON_HOST.warning(what, reason).at(context.place(original, node)));
    }
    return false;
  }
}

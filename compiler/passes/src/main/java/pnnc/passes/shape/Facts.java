package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** What is known of the values of a graph and, in a subgraph, of those around it. */
public final class Facts {
  /** Tensors with more elements are not followed as shape programs. */
  public static final int MAX_ELEMENTS = 64;

  private final Optional<Facts> outer;
  private final Graph graph;
  private final Map<Value, Fact> known = new HashMap<>();
  private final Map<Value, Tensor> computed = new HashMap<>();

  Facts(Graph graph, Optional<Facts> outer) {
    this.graph = graph;
    this.outer = outer;
  }

  /** What is known of {@code value}. */
  public Fact of(Value value) {
    Fact fact = known.get(value);
    if (fact != null) {
      return fact;
    }
    Tensor constant = graph.constants().get(value);
    if (constant != null) {
      known.put(value, ofConstant(constant));
      return known.get(value);
    }
    return outer.map(o -> o.of(value)).orElse(TensorFact.UNKNOWN);
  }

  /** The constant behind {@code value}, unless the caller of the network can override it. */
  public Optional<Tensor> constant(Value value) {
    if (graph.isInput(value)) {
      return Optional.empty();
    }
    Tensor own = graph.constants().getOrDefault(value, computed.get(value));
    return own != null || known.containsKey(value)
        ? Optional.ofNullable(own)
        : outer.flatMap(o -> o.constant(value));
  }

  /** The numbers in {@code value}, if it is a small tensor of integers and all are known. */
  public Optional<Tensor> tensor(Value value) {
    return of(value) instanceof TensorFact fact ? KnownTensor.of(fact) : Optional.empty();
  }

  void put(Value value, Fact fact) {
    known.put(value, fact);
  }

  /** Puts {@code size} in the place of the dimension called {@code name}, here and around. */
  void replace(String name, Extent size) {
    known.replaceAll((value, fact) -> fact instanceof TensorFact t ? t.replace(name, size) : fact);
    outer.ifPresent(o -> o.replace(name, size));
  }

  /** Notes that {@code value} is computed by an operation but always the same. */
  void putConstant(Value value, Tensor tensor) {
    computed.put(value, tensor);
    known.put(value, ofConstant(tensor));
  }

  private static Fact ofConstant(Tensor tensor) {
    TensorFact fact = TensorFact.of(tensor.type(), Dims.of(tensor.shape()));
    return isFollowed(tensor) ? fact.withElements(wholeNumbers(tensor)) : fact;
  }

  private static boolean isFollowed(Tensor tensor) {
    ElementType type = tensor.type();
    boolean signed = type.isInteger() && type != ElementType.U64;
    boolean numeric = signed || type.isFloat() || type == ElementType.BOOL;
    return numeric && tensor.elements() <= MAX_ELEMENTS;
  }

  private static List<Extent> wholeNumbers(Tensor tensor) {
    TensorElements elements = TensorElements.of(tensor);
    List<Extent> all = new ArrayList<>();
    if (tensor.type().isFloat()) {
      for (double x : elements.toDoubles()) {
        all.add(isWhole(x) ? Extent.of((long) x) : Extent.UNKNOWN);
      }
    } else {
      for (long n : elements.toLongs()) {
        all.add(Extent.of(n));
      }
    }
    return all;
  }

  /** Minus zero is no whole number here: dividing by it is not dividing by zero. */
  private static boolean isWhole(double x) {
    return x == Math.rint(x) && Math.abs(x) <= 1L << 53 && !(x == 0 && 1 / x < 0);
  }
}

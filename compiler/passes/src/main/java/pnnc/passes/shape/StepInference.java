package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.shape.rules.ShapePrograms;
import pnnc.passes.shape.rules.ShapeRules;

/**
 * Infers operators one at a time, while a network is being made:
 *
 * <pre>{@code
 * types.define(x, TensorFact.of(F32, Dims.of(8, 784)));
 * types.constant(w, weights);
 * types.infer(Node.of("MatMul", List.of(x, w), y), 21);      // and y is known
 * }</pre>
 */
public final class StepInference {
  private static final Graph EMPTY =
      new Graph("", List.of(), List.of(), Map.of(), List.of(), Map.of(), Map.of(), Blob.EMPTY);

  private final Facts facts;

  private StepInference(Optional<Facts> outer) {
    facts = new Facts(EMPTY, outer);
  }

  /** For a network of which nothing is known yet. */
  public StepInference() {
    this(Optional.empty());
  }

  /** For a subgraph, which sees everything that is known here. */
  public StepInference inner() {
    return new StepInference(Optional.of(facts));
  }

  /** Notes what is known of {@code value}. */
  public void define(Value value, Fact fact) {
    facts.put(value, fact);
  }

  /** Notes that {@code value} is always {@code tensor}. */
  public void constant(Value value, Tensor tensor) {
    facts.putConstant(value, tensor);
  }

  /** What is known of {@code value}. */
  public Fact of(Value value) {
    return facts.of(value);
  }

  /** The constant behind {@code value}. */
  public Optional<Tensor> constant(Value value) {
    return facts.constant(value);
  }

  /**
   * Notes what is known of the outputs of {@code node}, of version {@code version} of its operator
   * set.
   *
   * @throws Contradiction if the operator cannot take such inputs
   */
  public void infer(Node node, int version) {
    Op op = new Op(node, version, facts);
    List<Fact> found = byRule(op);
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      if (output.isPresent()) {
        facts.put(output, i < found.size() ? found.get(i) : TensorFact.UNKNOWN);
      }
    }
  }

  private static List<Fact> byRule(Op op) {
    try {
      List<Fact> facts =
          ShapeRules.of(op.node().op()).map(rule -> rule.infer(op)).orElse(List.of());
      List<Fact> followed = new ArrayList<>();
      for (int i = 0; i < facts.size(); i++) {
        followed.add(withElements(op, facts.get(i), i));
      }
      return followed;
    } catch (NotKnown
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException unknown) {
      return List.of();
    }
  }

  private static Fact withElements(Op op, Fact fact, int output) {
    return fact instanceof TensorFact t
        ? ShapePrograms.elements(op, t, output).map(t::withElements).orElse(t)
        : fact;
  }

  /** Puts {@code size} in the place of the dimension called {@code name}, wherever it is known. */
  public void replace(String name, Extent size) {
    facts.replace(name, size);
  }
}

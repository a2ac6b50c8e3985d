package pnnc.passes.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * An operation as a {@link ShapeRule} sees it: attributes and what is known of the inputs.
 *
 * @param node the operation itself
 * @param version of the operator set it belongs to
 * @param facts what is known of values in reach
 */
public record Op(Node node, int version, Facts facts) {
  /** Constants with more elements are never looked into for numbers. */
  private static final long READABLE = 4096;

  /** Whether the input at {@code index} is given. */
  public boolean has(int index) {
    return node.input(index).isPresent();
  }

  /** What is known of the input at {@code index}, whatever it is. */
  public Fact fact(int index) {
    return has(index) ? facts.of(node.input(index)) : TensorFact.UNKNOWN;
  }

  /** What is known of the tensor at {@code index}. */
  public TensorFact in(int index) {
    return fact(index) instanceof TensorFact tensor ? tensor : TensorFact.UNKNOWN;
  }

  /** The element type of the input at {@code index}. */
  public Optional<ElementType> element(int index) {
    return in(index).element();
  }

  /**
   * The dimensions of the input at {@code index}.
   *
   * @throws NotKnown if its rank is unknown
   */
  public Dims dims(int index) {
    return in(index).dims().orElseThrow(NotKnown::new);
  }

  /**
   * The contents of the small integer tensor at {@code index}.
   *
   * @throws NotKnown if not even their number is known
   */
  public List<Extent> elements(int index) {
    return in(index).elements().orElseThrow(NotKnown::new);
  }

  /** The contents of the integer tensor at {@code index}, if every element is a number. */
  public Optional<long[]> numbers(int index) {
    return in(index)
        .elements()
        .filter(all -> all.stream().allMatch(e -> e.number().isPresent()))
        .map(all -> all.stream().mapToLong(e -> e.number().getAsLong()).toArray());
  }

  /** The contents of the constant tensor of reals at {@code index}. */
  public Optional<double[]> reals(int index) {
    return constant(index)
        .filter(t -> t.elements() <= READABLE && (t.type().isFloat() || t.type().isInteger()))
        .map(t -> TensorElements.of(t).toDoubles());
  }

  /** The constant at {@code index}, unless the caller of the network can override it. */
  public Optional<Tensor> constant(int index) {
    return has(index) ? facts.constant(node.input(index)) : Optional.empty();
  }

  /** Integers that older operator sets keep in an attribute and newer ones give as an input. */
  public Optional<long[]> integers(String attribute, int index) {
    Optional<long[]> given = node.integers(attribute);
    return given.isPresent() || !has(index) ? given : numbers(index);
  }

  /** Whether such integers are given at all, even if they are not known. */
  public boolean gives(String attribute, int index) {
    return has(index) || node.attribute(attribute).isPresent();
  }

  /** Whether the integer attribute {@code name}, 0 or 1, is set. */
  public boolean flag(String name, boolean otherwise) {
    return node.integer(name, otherwise ? 1 : 0) != 0;
  }

  /**
   * A list of integers, {@code count} times {@code otherwise} where it is left out.
   *
   * @throws IllegalArgumentException if there are not {@code count}
   */
  public long[] integers(String name, int count, long otherwise) {
    long[] all =
        node.integers(name)
            .orElseGet(
                () -> {
                  long[] same = new long[count];
                  Arrays.fill(same, otherwise);
                  return same;
                });
    if (all.length != count) {
      throw new IllegalArgumentException(name + " has " + all.length + " values");
    }
    return all;
  }
}

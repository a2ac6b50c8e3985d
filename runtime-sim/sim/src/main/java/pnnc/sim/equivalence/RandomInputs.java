package pnnc.sim.equivalence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.sim.tensor.NumberTensors;

/**
 * Made-up inputs for a network of which nobody has data. They show that two models compute the same
 * function where it was tried; they say little about accuracy, since no real input looks like them.
 *
 * <p>Sample {@code i} depends on the seed and on {@code i} alone. Inputs with a default are left to
 * it. Dimensions without a size are 1 unless bound.
 *
 * @param seed of the whole series
 * @param floats how floats are distributed
 * @param integersBelow integers are uniform in {@code [0, integersBelow)}; 2 is safe for indices
 *     and masks
 * @param sizes of symbolic dimensions, by name
 */
public record RandomInputs(
    long seed, Distribution floats, int integersBelow, Map<String, Long> sizes) {
  private static final long MOST_ELEMENTS = 1L << 28;

  /** How floats are distributed. */
  public enum Distribution {
    /** Normal with mean 0 and variance 1. */
    STANDARD_NORMAL,
    /** Uniform in [0, 1). */
    UNIFORM
  }

  public RandomInputs {
    sizes = Map.copyOf(sizes);
    if (integersBelow < 1) {
      throw new IllegalArgumentException("integers below " + integersBelow);
    }
  }

  /** Standard normal floats, integers 0 and 1, every free dimension 1. */
  public static RandomInputs ofSeed(long seed) {
    return new RandomInputs(seed, Distribution.STANDARD_NORMAL, 2, Map.of());
  }

  /**
   * Samples for the inputs of {@code graph}, made when asked for.
   *
   * @throws DiagnosedException if an input is no tensor of numbers or its rank is unknown
   */
  public Iterable<Map<String, Tensor>> samples(Graph graph, int count) {
    List<Input> inputs =
        graph.inputs().stream()
            .filter(v -> !graph.constants().containsKey(v))
            .map(v -> input(v, graph.type(v)))
            .toList();
    return () ->
        Stream.iterate(0, i -> i < count, i -> i + 1).map(i -> sample(inputs, i)).iterator();
  }

  private record Input(String name, ElementType type, Shape shape) {}

  private Input input(Value value, ValueType type) {
    boolean known =
        type.shape().isPresent() && type.element().filter(RandomInputs::isNumber).isPresent();
    if (!known) {
      throw new DiagnosedException(
          DiagnosticCode.DATA_MISSING.error(
              "input `" + value.name() + "`", "values of type " + type + " cannot be made up"));
    }
    Shape shape = sized(type.shape().get());
    if (shape.elements().orElse(Long.MAX_VALUE) > MOST_ELEMENTS) {
      throw new DiagnosedException(
          DiagnosticCode.DATA_MISSING.error(
              "input `" + value.name() + "`",
              "values of type " + type + " are too many to make up"));
    }
    return new Input(value.name(), type.element().get(), shape);
  }

  private static boolean isNumber(ElementType type) {
    return switch (type) {
      case F16, BF16, F32, F64, BOOL -> true;
      default -> type.isInteger() && type.bits() >= 8;
    };
  }

  private Shape sized(Shape shape) {
    return new Shape(
        shape.bind(sizes).dims().stream().map(d -> Dim.of(d.size().orElse(1))).toList());
  }

  private Map<String, Tensor> sample(List<Input> inputs, int index) {
    Map<String, Tensor> sample = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Random random = new Random(mix(mix(mix(seed) + index) + i));
      sample.put(inputs.get(i).name(), tensor(inputs.get(i), random));
    }
    return sample;
  }

  /** Spreads close numbers (Steele et al., OOPSLA 2014, the finalizer of SplittableRandom). */
  private static long mix(long number) {
    long z = number + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private Tensor tensor(Input input, Random random) {
    DoubleSupplier next = next(input.type(), random);
    double[] values = new double[Math.toIntExact(input.shape().elements().orElseThrow())];
    Arrays.setAll(values, i -> next.getAsDouble());
    return NumberTensors.of(input.type(), input.shape(), values);
  }

  private DoubleSupplier next(ElementType type, Random random) {
    if (type == ElementType.BOOL) {
      return () -> random.nextInt(2);
    }
    if (type.isInteger()) {
      return () -> random.nextInt(integersBelow);
    }
    return floats == Distribution.UNIFORM ? random::nextDouble : random::nextGaussian;
  }
}

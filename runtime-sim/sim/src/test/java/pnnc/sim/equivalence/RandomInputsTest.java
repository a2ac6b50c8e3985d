package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.ValueType;
import pnnc.sim.Graphs;

class RandomInputsTest {
  private static final Graph GRAPH =
      new Graphs()
          .in("x", ValueType.tensor(ElementType.F32, Shape.of(Dim.of("N"), Dim.of(3))))
          .in("ids", ValueType.tensor(ElementType.I64, Shape.of(Dim.of(100), Dim.unknown())))
          .in("mask", ValueType.tensor(ElementType.BOOL, Shape.of(5)))
          .in("fixed", ValueType.tensor(ElementType.F32, Shape.of(1)))
          .constant("fixed", Tensor.ofFloats(Shape.of(1), 7))
          .out("x");

  @Test
  void oneSeedGivesOneSeries() {
    assertThat(samples(RandomInputs.ofSeed(1), 3)).isEqualTo(samples(RandomInputs.ofSeed(1), 3));
    assertThat(samples(RandomInputs.ofSeed(1), 3).subList(0, 2))
        .isEqualTo(samples(RandomInputs.ofSeed(1), 2));
    assertThat(samples(RandomInputs.ofSeed(1), 2).get(1))
        .isNotEqualTo(samples(RandomInputs.ofSeed(2), 1).get(0));
  }

  @Test
  void everyInputWithoutADefaultGetsItsShape() {
    RandomInputs bound = new RandomInputs(3, RandomInputs.Distribution.UNIFORM, 4, Map.of("N", 2L));
    Map<String, Tensor> sample = samples(bound, 1).get(0);
    assertThat(sample).containsOnlyKeys("x", "ids", "mask");
    assertThat(sample.get("x").shape()).isEqualTo(Shape.of(2, 3));
    assertThat(sample.get("ids").shape()).isEqualTo(Shape.of(100, 1));
    long[] ids = TensorElements.of(sample.get("ids")).toLongs();
    assertThat(Arrays.stream(ids).distinct().sorted().toArray()).containsExactly(0, 1, 2, 3);
    assertThat(Arrays.stream(TensorElements.of(sample.get("x")).toDoubles()).boxed())
        .allSatisfy(v -> assertThat(v).isBetween(0.0, 1.0));
  }

  @Test
  void floatsAreStandardNormal() {
    Graph wide = new Graphs().in("x", ValueType.tensor(ElementType.F64, Shape.of(20_000))).out("x");
    Tensor x = RandomInputs.ofSeed(5).samples(wide, 1).iterator().next().get("x");
    double[] values = TensorElements.of(x).toDoubles();
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.03));
    assertThat(square).isCloseTo(1, within(0.05));
  }

  @Test
  void whatCannotBeMadeUpIsNamed() {
    Graph text =
        new Graphs().in("words", ValueType.tensor(ElementType.STRING, Shape.of(1))).out("words");
    assertThatThrownBy(() -> RandomInputs.ofSeed(1).samples(text, 1))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("`words`")
        .hasMessageContaining("PNN3022");
  }

  private static List<Map<String, Tensor>> samples(RandomInputs inputs, int count) {
    List<Map<String, Tensor>> all = new ArrayList<>();
    inputs.samples(GRAPH, count).forEach(all::add);
    return all;
  }
}

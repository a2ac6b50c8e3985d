package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

class AccuracyTest {
  private static Tensor scores(float... values) {
    return Tensor.ofFloats(Shape.of(1, values.length), values);
  }

  @Test
  void eachModelIsCountedForItself() {
    Accuracy accuracy = new Accuracy();
    accuracy.add(1, scores(0, 1, 0), scores(0, 1, 0));
    accuracy.add(2, scores(0, 1, 2), scores(3, 1, 2));
    accuracy.add(0, scores(0, 1, 2), scores(3, 1, 2));
    accuracy.add(0, scores(1, 0, 0), scores(1, Float.NaN, 0));
    assertThat(accuracy.samples()).isEqualTo(4);
    assertThat(accuracy.ofReference()).isEqualTo(0.75);
    assertThat(accuracy.ofTwin()).isEqualTo(0.5);
  }

  @Test
  void onlyOneRowOfFloatsHoldsScores() {
    assertThat(Accuracy.classes(scores(1, 2, 3))).isEqualTo(3);
    assertThat(Accuracy.classes(Tensor.ofFloats(Shape.of(1, 2, 1, 1), 1, 2))).isEqualTo(2);
    assertThat(Accuracy.classes(Tensor.ofFloats(Shape.of(2, 2), 1, 2, 3, 4))).isZero();
    assertThat(Accuracy.classes(scores(1))).isZero();
    assertThat(Accuracy.classes(Tensor.ofLongs(1, 2))).isZero();
  }
}

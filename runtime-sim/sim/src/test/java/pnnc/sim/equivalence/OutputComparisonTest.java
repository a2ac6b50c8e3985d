package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

class OutputComparisonTest {
  private static final float NAN = Float.NaN;
  private static final float INF = Float.POSITIVE_INFINITY;

  @Test
  void errorsByHand() {
    OutputComparison comparison = new OutputComparison("y");
    comparison.add(row(3, -4), row(3, -3));
    comparison.add(row(0, 0), row(0, 0));
    OutputMetrics metrics = comparison.metrics();
    assertThat(metrics.scale()).isEqualTo(4);
    assertThat(metrics.maxAbs()).isEqualTo(1);
    assertThat(metrics.maxRelative()).isEqualTo(0.25);
    assertThat(metrics.snrDb()).isCloseTo(10 * Math.log10(25), within(1e-12));
    assertThat(metrics.nrmse()).isCloseTo(0.5 / 7, within(1e-12));
    assertThat(metrics.samples()).isEqualTo(2);
    assertThat(metrics.elements()).isEqualTo(4);
  }

  @Test
  void withoutAnErrorTheSignalIsClean() {
    OutputMetrics metrics = compare(row(1, 2), row(1, 2));
    assertThat(metrics.snrDb()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(metrics.nrmse()).isZero();
    assertThat(compare(row(0, 0), row(0, 0)).maxRelative()).isZero();
    assertThat(compare(row(0, 0), row(0, 1)).maxRelative()).isInfinite();
  }

  @Test
  void equalNonNumbersAreEqual() {
    OutputMetrics metrics = compare(row(NAN, INF, 1), row(NAN, INF, 1));
    assertThat(metrics.mismatches()).isZero();
    assertThat(metrics.maxAbs()).isZero();
    assertThat(metrics.scale()).isEqualTo(1);
  }

  @Test
  void oneSidedNonNumbersAreInfiniteErrors() {
    for (OutputMetrics metrics :
        List.of(
            compare(row(1, 2), row(1, NAN)),
            compare(row(1, NAN), row(1, 2)),
            compare(row(1, INF), row(1, -INF)))) {
      assertThat(metrics.mismatches()).isEqualTo(1);
      assertThat(metrics.maxAbs()).isInfinite();
      assertThat(metrics.nrmse()).isInfinite();
      assertThat(metrics.snrDb()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
  }

  @Test
  void scoresChooseTheirLargest() {
    assertThat(compare(row(1, 3, 2), row(0, 1, 0)).agreements()).isEqualTo(1);
    assertThat(compare(row(1, 3, 2), row(9, 1, 0)).agreements()).isZero();
    assertThat(compare(row(3, 3, 2), row(0, 1, 0)).agreements()).as("a tie").isEqualTo(1);
    assertThat(compare(row(1, 3, 2), row(NAN, 3, 2)).agreements()).as("one NaN").isZero();
    assertThat(compare(row(NAN, NAN), row(NAN, NAN)).decisions()).as("nothing to choose").isZero();
  }

  @Test
  void onlyRowsOfScoresChoose() {
    assertThat(decisions(4, 10)).isEqualTo(4);
    assertThat(decisions(4, 10, 1, 1)).isEqualTo(4);
    assertThat(decisions(4, 1)).isZero();
    assertThat(decisions(10)).isZero();
    assertThat(decisions(1, 3, 4)).isZero();
    assertThat(decisions()).isZero();
    assertThat(decisions(0, 10)).isZero();
  }

  private static long decisions(long... sizes) {
    int elements = (int) Shape.of(sizes).elements().getAsLong();
    Tensor tensor = Tensor.ofFloats(Shape.of(sizes), new float[elements]);
    return compare(tensor, tensor).decisions();
  }

  @Test
  void discreteRowsAreEqualOrNot() {
    Tensor labels = Tensor.ofLongs(Shape.of(3), 1, 2, 3);
    OutputMetrics metrics = compare(labels, Tensor.ofLongs(Shape.of(3), 1, 2, 4));
    assertThat(metrics.isDiscrete()).isTrue();
    assertThat(metrics.decisions()).isEqualTo(3);
    assertThat(metrics.agreements()).isEqualTo(2);
  }

  @Test
  void stringsAreEqualOrNot() {
    OutputMetrics metrics = compare(texts("cat", "dog"), texts("cat", "cow"));
    assertThat(metrics.agreements()).isEqualTo(1);
    assertThat(metrics.mismatches()).isEqualTo(1);
  }

  @Test
  void anotherShapeIsAMismatch() {
    OutputMetrics metrics = compare(row(1, 2), Tensor.ofFloats(Shape.of(2), 1, 2));
    assertThat(metrics.wrongShapes()).isEqualTo(1);
    assertThat(metrics.maxAbs()).isInfinite();
    assertThat(metrics.decisions()).isEqualTo(1);
    assertThat(metrics.agreements()).isZero();
  }

  private static OutputMetrics compare(Tensor reference, Tensor found) {
    OutputComparison comparison = new OutputComparison("y");
    comparison.add(reference, found);
    return comparison.metrics();
  }

  private static Tensor row(float... values) {
    return Tensor.ofFloats(Shape.of(1, values.length), values);
  }

  private static Tensor texts(String... texts) {
    List<Blob> blobs =
        Stream.of(texts).map(t -> Blob.of(t.getBytes(StandardCharsets.UTF_8))).toList();
    return new Tensor(ElementType.STRING, Shape.of(blobs.size()), new TensorData.Strings(blobs));
  }
}

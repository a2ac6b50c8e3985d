package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

/** An inconclusive verdict says why; any other has nothing to say. */
class DoubtTest {
  private static final Criterion NUMBERS = Criterion.numbers(1e-4);
  private static final Criterion AGREEMENT = Criterion.agreement(0.99, 0.95);

  private static Tensor row(float... values) {
    return Tensor.ofFloats(Shape.of(1, values.length), values);
  }

  private static EquivalenceReport report(
      Criterion criterion, double noise, int samples, Tensor expected, Tensor... found) {
    List<Map<String, Tensor>> inputs =
        Stream.generate(() -> Map.<String, Tensor>of()).limit(samples).toList();
    int[] next = {0};
    return EquivalenceCheck.compare(
        x -> Map.of("y", expected),
        x -> Map.of("y", found[Math.min(next[0]++, found.length - 1)]),
        inputs,
        criterion,
        new ReferenceNoise(Map.of("y", noise)));
  }

  private static void doubts(EquivalenceReport report, String reason) {
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.doubt()).hasValueSatisfying(d -> assertThat(d).contains(reason));
  }

  @Test
  void nothingFinite() {
    Tensor nan = row(Float.NaN, Float.POSITIVE_INFINITY);
    doubts(report(NUMBERS, 0, 2, nan, nan), "`y` is NaN or infinite in every sample");
  }

  @Test
  void aReferenceThatDisagreesWithItself() {
    Tensor one = row(1, 2);
    doubts(
        report(NUMBERS, Double.POSITIVE_INFINITY, 2, one, one), "agree with itself on output `y`");
  }

  @Test
  void nothingToDecide() {
    doubts(report(AGREEMENT, 0, 2, row(1), row(1)), "`y` has no row of class scores");
  }

  @Test
  void tooFewSamples() {
    doubts(
        report(AGREEMENT, 0, 7, row(1, 2), row(1, 2)),
        "too few samples: 7 decisions of output `y`, 299 needed to show 99 %");
  }

  @Test
  void tooManyMissesToShowAndTooFewToRefute() {
    doubts(
        report(AGREEMENT, 0, 40, row(1, 2), row(2, 1), row(1, 2)),
        "1 of 40 decisions of output `y` differ");
  }

  @Test
  void noSampleAtAll() {
    doubts(report(NUMBERS, 0, 0, row(1), row(1)), "no sample");
  }

  @Test
  void certaintyHasNoDoubts() {
    assertThat(report(NUMBERS, 0, 2, row(1, 2), row(1, 2)).doubt()).isEmpty();
    assertThat(report(NUMBERS, 0, 2, row(1, 2), row(1, 9)).doubt()).isEmpty();
  }
}

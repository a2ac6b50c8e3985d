package pnnc.sim.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

class EquivalenceCheckTest {
  /** At 99 % with 95 % confidence. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, INCONCLUSIVE",
    "298, 0, INCONCLUSIVE",
    "299, 0, EQUIVALENT",
    "2000, 12, EQUIVALENT",
    "2000, 13, INCONCLUSIVE",
    "2000, 40, NOT_EQUIVALENT",
    "5, 5, NOT_EQUIVALENT"
  })
  void agreementNeedsEnoughSamples(int samples, int misses, Verdict expected) {
    AtomicInteger left = new AtomicInteger(misses);
    UnaryOperator<Map<String, Tensor>> twin =
        x -> Map.of("y", left.getAndDecrement() > 0 ? row(1, 0) : row(0, 0.6f));
    EquivalenceReport report = check(twin, samples, Criterion.agreement(0.99, 0.95));
    assertThat(report.verdict()).isEqualTo(expected);
    assertThat(report.samples()).isEqualTo(samples);
  }

  @Test
  void numbersMayDifferByTheToleranceOfTheScale() {
    UnaryOperator<Map<String, Tensor>> twin = x -> Map.of("y", row(0, 1.01f));
    assertThat(check(twin, 1, Criterion.numbers(0.02)).verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(check(twin, 1, Criterion.numbers(0.005)).verdict())
        .isEqualTo(Verdict.NOT_EQUIVALENT);
  }

  @Test
  void theReferencesOwnNoiseIsForgiven() {
    UnaryOperator<Map<String, Tensor>> twin = x -> Map.of("y", row(0, 1.01f));
    assertThat(check(twin, Criterion.numbers(0), noise(0.004)).verdict())
        .isEqualTo(Verdict.EQUIVALENT);
    assertThat(check(twin, Criterion.numbers(0), noise(0.002)).verdict())
        .isEqualTo(Verdict.NOT_EQUIVALENT);
    assertThat(check(twin, Criterion.numbers(0), noise(Double.POSITIVE_INFINITY)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aNanOnOneSideIsNeverEquivalent() {
    UnaryOperator<Map<String, Tensor>> twin = x -> Map.of("y", row(0, Float.NaN));
    assertThat(check(twin, 400, Criterion.numbers(1e9)).verdict())
        .isEqualTo(Verdict.NOT_EQUIVALENT);
    assertThat(check(twin, 400, Criterion.agreement(0.5, 0.95)).verdict())
        .isEqualTo(Verdict.NOT_EQUIVALENT);
  }

  @Test
  void outputsWithoutANumberShowNothing() {
    UnaryOperator<Map<String, Tensor>> nothing = x -> Map.of("y", row(Float.NaN, Float.NaN));
    List<Map<String, Tensor>> samples = Collections.nCopies(400, Map.of());
    for (Criterion criterion : List.of(Criterion.numbers(1e-3), Criterion.agreement(0.5, 0.95))) {
      assertThat(
              EquivalenceCheck.compare(nothing, nothing, samples, criterion, ReferenceNoise.NONE)
                  .verdict())
          .isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  @Test
  void anotherShapeIsNeverEquivalent() {
    UnaryOperator<Map<String, Tensor>> twin = x -> Map.of("y", row(0, 1, 0));
    assertThat(check(twin, 400, Criterion.agreement(0.5, 0.95)).verdict())
        .isEqualTo(Verdict.NOT_EQUIVALENT);
  }

  @Test
  void agreementSaysNothingOfOutputsThatDecideNothing() {
    UnaryOperator<Map<String, Tensor>> image =
        x -> Map.of("y", Tensor.ofFloats(Shape.of(1, 2, 2), 1, 2, 3, 4));
    EquivalenceReport report =
        EquivalenceCheck.compare(
            image, image, samples(400), Criterion.agreement(0.99, 0.95), ReferenceNoise.NONE);
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.outputs().get(0).agreementBound()).isEmpty();
  }

  @Test
  void bothLimitsMustBeMet() {
    Criterion both = new Criterion(OptionalDouble.of(0.1), 4, OptionalDouble.of(0.99), 0.95);
    UnaryOperator<Map<String, Tensor>> far = x -> Map.of("y", row(0, 0.6f));
    assertThat(check(far, 299, both).verdict()).isEqualTo(Verdict.NOT_EQUIVALENT);
    assertThat(check(EquivalenceCheckTest::right, 298, both).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(check(EquivalenceCheckTest::right, 299, both).verdict())
        .isEqualTo(Verdict.EQUIVALENT);
  }

  @Test
  void discreteOutputsMustBeEqualUnlessAgreementIsAsked() {
    UnaryOperator<Map<String, Tensor>> one = x -> Map.of("y", Tensor.ofLongs(1));
    UnaryOperator<Map<String, Tensor>> two = x -> Map.of("y", Tensor.ofLongs(2));
    assertThat(
            EquivalenceCheck.compare(
                    one, two, samples(3), Criterion.numbers(10), ReferenceNoise.NONE)
                .verdict())
        .isEqualTo(Verdict.NOT_EQUIVALENT);
  }

  @Test
  void aMissingOutputIsOurFault() {
    assertThatThrownBy(() -> check(x -> Map.of(), 1, Criterion.numbers(0)))
        .isInstanceOf(CompilerBug.class)
        .hasMessageContaining("`y`");
  }

  @Test
  void aCriterionMustAskForSomething() {
    assertThatThrownBy(() -> new Criterion(OptionalDouble.empty(), 4, OptionalDouble.empty(), 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Criterion.agreement(1, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, Tensor> right(Map<String, Tensor> inputs) {
    return Map.of("y", row(0, 1));
  }

  private static EquivalenceReport check(
      UnaryOperator<Map<String, Tensor>> twin, int samples, Criterion criterion) {
    return EquivalenceCheck.compare(
        EquivalenceCheckTest::right, twin, samples(samples), criterion, ReferenceNoise.NONE);
  }

  private static EquivalenceReport check(
      UnaryOperator<Map<String, Tensor>> twin, Criterion criterion, ReferenceNoise noise) {
    return EquivalenceCheck.compare(
        EquivalenceCheckTest::right, twin, samples(1), criterion, noise);
  }

  private static ReferenceNoise noise(double maxAbs) {
    return new ReferenceNoise(Map.of("y", maxAbs));
  }

  private static List<Map<String, Tensor>> samples(int count) {
    return Collections.nCopies(count, Map.of());
  }

  private static Tensor row(float... values) {
    return Tensor.ofFloats(Shape.of(1, values.length), values);
  }
}

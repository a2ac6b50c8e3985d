package pnnc.sim.equivalence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.network.Tensor;

/** Compares two models on a stream of samples. */
public final class EquivalenceCheck {
  private EquivalenceCheck() {}

  /**
   * Runs every sample through both models, one after the other, and judges each output of the
   * reference. Keeps no sample.
   *
   * @param reference outputs by name from inputs by name
   * @param twin the same for the model under test; has all outputs of the reference
   * @param samples inputs by name; passed through once
   * @param noise of the reference; see {@link Criterion#noiseFactor}
   */
  public static EquivalenceReport compare(
      UnaryOperator<Map<String, Tensor>> reference,
      UnaryOperator<Map<String, Tensor>> twin,
      Iterable<Map<String, Tensor>> samples,
      Criterion criterion,
      ReferenceNoise noise) {
    Map<String, OutputComparison> comparisons = new LinkedHashMap<>();
    long count = 0;
    for (Map<String, Tensor> sample : samples) {
      add(reference.apply(sample), twin.apply(sample), comparisons);
      count++;
    }
    List<EquivalenceReport.Output> outputs =
        comparisons.values().stream().map(c -> judge(c.metrics(), criterion, noise)).toList();
    return new EquivalenceReport(count, outputs, worst(outputs));
  }

  private static void add(
      Map<String, Tensor> expected,
      Map<String, Tensor> found,
      Map<String, OutputComparison> comparisons) {
    expected.forEach(
        (name, tensor) -> {
          if (!found.containsKey(name)) {
            throw new CompilerBug("equivalence", "the twin has no output `" + name + "`");
          }
          comparisons.computeIfAbsent(name, OutputComparison::new).add(tensor, found.get(name));
        });
  }

  private static EquivalenceReport.Output judge(
      OutputMetrics metrics, Criterion criterion, ReferenceNoise noise) {
    OptionalDouble bound =
        metrics.decisions() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                ClopperPearson.lowerBound(
                    metrics.agreements(), metrics.decisions(), criterion.confidence()));
    Verdict verdict = criterion.judge(metrics, noise.of(metrics.name()));
    Optional<String> doubt =
        verdict == Verdict.INCONCLUSIVE
            ? Optional.of(Doubt.of(criterion, metrics))
            : Optional.empty();
    return new EquivalenceReport.Output(metrics, bound, verdict, doubt);
  }

  private static Verdict worst(List<EquivalenceReport.Output> outputs) {
    return outputs.stream()
        .map(EquivalenceReport.Output::verdict)
        .reduce(Verdict::and)
        .orElse(Verdict.INCONCLUSIVE);
  }
}

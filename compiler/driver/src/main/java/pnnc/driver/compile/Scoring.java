package pnnc.driver.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.report.Report;
import pnnc.ir.network.Tensor;
import pnnc.sim.equivalence.Accuracy;

/**
 * Compares what both models say with the labels of the data, if they have some. Told of every
 * sample in three steps: its label, the model's outputs, the twin's.
 *
 * <p>Labels are classes of the only output that holds scores. If there is none or more than one, or
 * a label is no class, there is no accuracy and the user hears why.
 */
final class Scoring {
  private final Accuracy accuracy = new Accuracy();
  private OptionalLong label = OptionalLong.empty();
  private Map<String, Tensor> expected = Map.of();
  private Optional<String> obstacle = Optional.empty();

  void begin(OptionalLong next) {
    label = next;
  }

  Map<String, Tensor> model(Map<String, Tensor> outputs) {
    expected = outputs;
    return outputs;
  }

  Map<String, Tensor> twin(Map<String, Tensor> found) {
    if (label.isPresent() && obstacle.isEmpty()) {
      score(label.getAsLong(), found);
    }
    return found;
  }

  private void score(long right, Map<String, Tensor> found) {
    List<String> scores =
        expected.keySet().stream().filter(o -> Accuracy.classes(expected.get(o)) > 1).toList();
    if (scores.size() != 1) {
      obstacle =
          Optional.of(
              scores.isEmpty()
                  ? "no output holds one row of scores for a sample"
                  : "it is not clear which output they are for: " + String.join(", ", scores));
      return;
    }
    String output = scores.get(0);
    int classes = Accuracy.classes(expected.get(output));
    if (right < 0 || right >= classes) {
      obstacle =
          Optional.of(
              "label %d is not one of the %d classes of `%s`, which count from 0"
                  .formatted(right, classes, output));
      return;
    }
    accuracy.add(right, expected.get(output), found.get(output));
  }

  /** Why labels were of no use, if they were not. */
  Optional<Diagnostic> warning() {
    return obstacle.map(DiagnosticCode.LABELS_UNUSED::warning);
  }

  /** The share of right answers; null without usable labels, as the report has it. */
  Report.Accuracy result() {
    return obstacle.isPresent() || accuracy.samples() == 0
        ? null
        : new Report.Accuracy(accuracy.ofReference(), accuracy.ofTwin(), accuracy.samples());
  }
}

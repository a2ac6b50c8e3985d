package pnnc.driver.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.driver.report.Report;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.equivalence.OutputComparison;
import pnnc.sim.linear.ExactLinearOperator;
import pnnc.sim.twin.BlockOperator;

/** Watches linear blocks at work: how far each is from what the model makes of the same inputs. */
final class Layers {
  private final Map<String, OutputComparison> comparisons = new LinkedHashMap<>();

  /** {@code operators}, which are watched from now on where {@code blocks} says what is right. */
  Map<String, BlockOperator> watched(
      Map<String, BlockOperator> operators, Map<String, Block> blocks, Workers workers) {
    Map<String, BlockOperator> watched = new LinkedHashMap<>();
    operators.forEach(
        (name, operator) ->
            watched.put(
                name,
                blocks.get(name) instanceof LinearBlock linear
                    ? watched(operator, linear, workers)
                    : operator));
    return watched;
  }

  private BlockOperator watched(BlockOperator operator, LinearBlock block, Workers workers) {
    OutputComparison comparison = new OutputComparison(block.name());
    comparisons.put(block.name(), comparison);
    BlockOperator exact = new ExactLinearOperator(block, workers);
    return inputs -> {
      var outputs = operator.apply(inputs);
      comparison.add(exact.apply(inputs).get(0), outputs.get(0));
      return outputs;
    };
  }

  /** The figures of each block, in the order of the design. */
  List<Report.OutputFacts> facts() {
    return comparisons.values().stream()
        .map(OutputComparison::metrics)
        .map(Report.OutputFacts::of)
        .toList();
  }
}

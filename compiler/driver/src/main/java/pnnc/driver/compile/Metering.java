package pnnc.driver.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.driver.files.Interruption;
import pnnc.driver.report.Report;
import pnnc.ir.network.Network;
import pnnc.sim.physics.AssembledLinear;
import pnnc.sim.physics.RunCost;
import pnnc.sim.twin.BlockOperator;

/**
 * Measures what the hardware of a design takes for one run of the network, on the mean of some
 * samples: its blocks work one after the other, and what runs on the host counts nothing.
 */
final class Metering {
  /** Samples that are measured, spread over all there are. */
  private static final int SAMPLES = 8;

  private RunCost total = RunCost.NONE;
  private int runs;

  private Metering() {}

  /**
   * The costs of the design in {@code folder}.
   *
   * @param host its host graph
   * @param operators its blocks
   * @return null if they are not known of all blocks, or there are none
   */
  static Report.Costs of(
      Path folder,
      Network host,
      Map<String, BlockOperator> operators,
      Samples samples,
      RunLimit limit)
      throws IOException {
    Metering metering = new Metering();
    Optional<Map<String, BlockOperator>> metered = metering.metered(operators);
    if (metered.isEmpty()) {
      return null;
    }
    try (Emulation emulation = Emulation.of(folder, host, metered.get())) {
      samples.spread(
          SAMPLES,
          x -> {
            Interruption.check();
            limit.run("the twin", () -> emulation.run(x));
            metering.runs++;
          });
    }
    return metering.runs == 0 ? null : metering.costs(operators);
  }

  private Optional<Map<String, BlockOperator>> metered(Map<String, BlockOperator> operators) {
    Map<String, BlockOperator> all = new LinkedHashMap<>();
    operators.forEach(
        (name, operator) -> {
          if (operator instanceof AssembledLinear linear) {
            linear.metered(cost -> total = total.then(cost)).ifPresent(m -> all.put(name, m));
          }
        });
    return all.isEmpty() || all.size() < operators.size() ? Optional.empty() : Optional.of(all);
  }

  private Report.Costs costs(Map<String, BlockOperator> operators) {
    double worst =
        operators.values().stream()
            .mapToDouble(o -> ((AssembledLinear) o).lineLoss())
            .max()
            .orElse(0);
    return new Report.Costs(
        total.joules() / runs,
        total.seconds() / runs,
        total.arrayJoules() / runs,
        total.inputJoules() / runs,
        total.outputJoules() / runs,
        total.amplifierJoules() / runs,
        worst,
        runs);
  }
}

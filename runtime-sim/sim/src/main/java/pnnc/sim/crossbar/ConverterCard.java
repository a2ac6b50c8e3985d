package pnnc.sim.crossbar;

import java.util.Optional;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;

/**
 * What the card {@code converters} says of the converters at the ends of lines, which are bought
 * and not drawn. A netlist without that card has no costs.
 *
 * @param settleSeconds from a new code to a settled current ({@code settle_s})
 * @param sampleSeconds of an output's converter for one sample ({@code adc_sample_s})
 * @param latencySeconds of it from sample to code ({@code adc_latency_s})
 * @param sharedBy outputs that wait for one converter ({@code adc_shared_by}), at least 1
 * @param outputJoules of it for one sample ({@code adc_joule})
 * @param inputJoules of an input's converter for one code ({@code dac_joule})
 * @param amplifierWatts of what holds one output's lines at ground ({@code amplifier_watt})
 */
record ConverterCard(
    double settleSeconds,
    double sampleSeconds,
    double latencySeconds,
    double sharedBy,
    double outputJoules,
    double inputJoules,
    double amplifierWatts) {
  private static final String NAME = "converters";

  /** The card in {@code circuit}. */
  static Optional<ConverterCard> of(Circuit<?> circuit) {
    return circuit.model(NAME).map(ConverterCard::of);
  }

  private static ConverterCard of(Model m) {
    return new ConverterCard(
        value(m, "settle_s"),
        value(m, "adc_sample_s"),
        value(m, "adc_latency_s"),
        Math.max(1, value(m, "adc_shared_by")),
        value(m, "adc_joule"),
        value(m, "dac_joule"),
        value(m, "amplifier_watt"));
  }

  private static double value(Model model, String parameter) {
    return model.parameters().getOrDefault(parameter, 0.0);
  }
}

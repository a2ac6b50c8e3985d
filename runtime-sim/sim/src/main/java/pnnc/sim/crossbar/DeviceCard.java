package pnnc.sim.crossbar;

import java.util.Arrays;
import java.util.Map;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;

/**
 * What the model card of the crosspoints says of them beside their conductance. Parameters that a
 * card leaves out are 0: a card without any describes ohmic devices that are as they were meant.
 *
 * @param kind which statistics hold, see {@link CellStatistics#of}
 * @param leastSiemens what a device that is stuck low conducts ({@code least_siemens})
 * @param greatestSiemens what one that is stuck high conducts ({@code greatest_siemens})
 * @param programming standard deviation of what is programmed, relative ({@code prog_sigma})
 * @param read standard deviation from read to read, of the value ({@code read_sigma})
 * @param stuck shares of devices that cannot be programmed
 * @param drift exponent of the power law in time ({@code drift})
 * @param ageSeconds from programming to reading ({@code age_s})
 * @param isDriftCompensated whether a summed read sets the gain anew ({@code drift_gain})
 * @param curvature {@code c} of {@code I = G V (1 + c V²)}, per V² ({@code curvature_per_v2})
 * @param heat how warm it is, and what that does
 */
record DeviceCard(
    String kind,
    double leastSiemens,
    double greatestSiemens,
    double programming,
    double read,
    Stuck stuck,
    double drift,
    double ageSeconds,
    boolean isDriftCompensated,
    double curvature,
    Heat heat) {
  /** What conductances and noise of cards are for, in kelvin; assumed of all of them. */
  private static final double REFERENCE_KELVIN = 300;

  /**
   * Shares of devices, each at least 0, together at most 1.
   *
   * @param open that conduct nothing ({@code stuck_open})
   * @param low ({@code stuck_low})
   * @param high ({@code stuck_high})
   */
  record Stuck(double open, double low, double high) {
    double all() {
      return open + low + high;
    }
  }

  /**
   * Temperature.
   *
   * @param kelvin when devices are read ({@code kelvin}); 300 if the card leaves it out
   * @param perKelvin what a device conducts more for each kelvin, relative ({@code tcr_per_k});
   *     devices that are read from a drawing have theirs from the technology
   */
  record Heat(double kelvin, double perKelvin) {}

  /** Whether devices conduct otherwise than where cards are for. */
  boolean isWarm() {
    return heat.perKelvin() != 0 && heat.kelvin() != REFERENCE_KELVIN;
  }

  /**
   * What devices conduct when they are read: {@code G (1 + tcr (T − 300 K))}, not below 0.
   *
   * @param siemens not modified
   */
  double[] warm(double[] siemens) {
    double factor = Math.max(0, 1 + heat.perKelvin() * (heat.kelvin() - REFERENCE_KELVIN));
    return isWarm() ? Arrays.stream(siemens).map(g -> g * factor).toArray() : siemens;
  }

  /** A deviation from read to read, which grows as thermal noise does: {@code σ √(T / 300 K)}. */
  double warmNoise(double sigma) {
    return sigma * Math.sqrt(heat.kelvin() / REFERENCE_KELVIN);
  }

  /** The card called {@code model} in {@code circuit}; one without figures if there is none. */
  static DeviceCard of(Circuit<?> circuit, String model) {
    return circuit.model(model).map(DeviceCard::of).orElseGet(() -> of(nothing(model)));
  }

  private static Model nothing(String name) {
    return new Model(name, "resistive", Map.of());
  }

  private static DeviceCard of(Model m) {
    return new DeviceCard(
        m.kind(),
        value(m, "least_siemens"),
        value(m, "greatest_siemens"),
        value(m, "prog_sigma"),
        value(m, "read_sigma"),
        new Stuck(value(m, "stuck_open"), value(m, "stuck_low"), value(m, "stuck_high")),
        value(m, "drift"),
        value(m, "age_s"),
        value(m, "drift_gain") != 0,
        value(m, "curvature_per_v2"),
        new Heat(m.parameters().getOrDefault("kelvin", REFERENCE_KELVIN), value(m, "tcr_per_k")));
  }

  private static double value(Model model, String parameter) {
    return model.parameters().getOrDefault(parameter, 0.0);
  }
}

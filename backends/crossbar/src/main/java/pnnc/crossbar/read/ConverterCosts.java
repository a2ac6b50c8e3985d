package pnnc.crossbar.read;

import java.util.Map;
import pnnc.backend.Settings;

/**
 * What converters take, by the figures of the technology's {@code sar8}, {@code dac8} and {@code
 * tia}, whose room is reserved on the die. The energy of a code doubles with each bit more, as that
 * of converters does whose figure of merit is the same ({@code E = FOM · 2^ENOB}, the survey of
 * Murmann; that a DAC goes the same way is assumed, and that effective bits are the width). An
 * ideal converter, which there is none of, takes what one of {@code adc.width} does.
 *
 * <table>
 * <caption>Parameters of the card</caption>
 * <tr><td>{@code adc_joule}</td><td>power over rate of {@code sar8}, times 2 to the power of {@code
 *     adc.width} less its own</td></tr>
 * <tr><td>{@code dac_joule}</td><td>likewise of {@code dac8}, for the bits it shows at a
 *     time</td></tr>
 * <tr><td>{@code amplifier_watt}</td><td>power of {@code tia}, one for each pair of bit lines</td></tr>
 * <tr><td>{@code settle_s}</td><td>latency of {@code dac8} and of {@code tia}</td></tr>
 * <tr><td>{@code adc_sample_s}</td><td>1 over {@code adc.rate}</td></tr>
 * <tr><td>{@code adc_latency_s}</td><td>latency of {@code sar8}</td></tr>
 * <tr><td>{@code adc_shared_by}</td><td>{@code adc.shared_by}</td></tr>
 * </table>
 */
final class ConverterCosts {
  private static final String CONVERTER = "technology.converter.";

  private ConverterCosts() {}

  static Map<String, Double> of(Settings s) {
    return Map.of(
        "adc_joule", joules(s, "sar8", s.whole("adc.width", "bit")),
        "dac_joule", joules(s, "dac8", shown(s)),
        "amplifier_watt", s.number(CONVERTER + "tia.power", "mW") / 1e3,
        "settle_s", seconds(s, "dac8") + seconds(s, "tia"),
        "adc_sample_s", 1 / (s.number("adc.rate", "MS/s") * 1e6),
        "adc_latency_s", seconds(s, "sar8"),
        "adc_shared_by", s.number("adc.shared_by", ""));
  }

  /** Bits that an input shows at a time. */
  private static int shown(Settings s) {
    return Math.min(s.whole("dac.slice", "bit"), s.whole("dac.width", "bit"));
  }

  private static double joules(Settings s, String converter, int bits) {
    double watts = s.number(CONVERTER + converter + ".power", "mW") / 1e3;
    double rate = s.number(CONVERTER + converter + ".rate", "MS/s") * 1e6;
    return watts / rate * Math.pow(2, bits - s.whole(CONVERTER + converter + ".width", "bit"));
  }

  private static double seconds(Settings s, String converter) {
    return s.optional(CONVERTER + converter + ".latency", "ns").orElse(0) / 1e9;
  }
}

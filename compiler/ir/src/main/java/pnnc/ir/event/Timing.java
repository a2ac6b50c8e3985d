package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.base.units.Volts;
import pnnc.ir.circuit.Attributes;

/**
 * The window in which one input is presented to an event netlist: a reset pulse on all gates, then
 * bins in which channels may fire, then a read.
 *
 * @param bins at least 1
 * @param binWidth above 0
 * @param resetVoltage on every gate; usually below 0
 * @param resetWidth at least 0; 0 is no reset
 * @param readVoltage on every gate while dendrites are read
 */
public record Timing(
    int bins, Seconds binWidth, Volts resetVoltage, Seconds resetWidth, Volts readVoltage) {
  /** The word that starts its line. */
  public static final String KEYWORD = "timing";

  public Timing {
    binWidth.requirePositive("bin width");
    resetWidth.requireNotNegative("reset width");
    if (bins < 1) {
      throw new IllegalArgumentException("a window of %d bins".formatted(bins));
    }
    length(bins, binWidth).requirePositive("length");
  }

  /** How long all bins take. */
  public Seconds length() {
    return length(bins, binWidth);
  }

  private static Seconds length(int bins, Seconds binWidth) {
    return new Seconds(bins * binWidth.value());
  }

  /** The inverse of {@link #attributes}. */
  public static Timing read(Attributes a) {
    return new Timing(
        a.integer("bins"),
        a.quantity("bin-width", Seconds.UNIT),
        a.quantity("reset-voltage", Volts.UNIT),
        a.quantity("reset-width", Seconds.UNIT),
        a.quantity("read-voltage", Volts.UNIT));
  }

  /** Its numbers, by key. */
  public Attributes attributes() {
    return Attributes.builder()
        .number("bins", bins)
        .quantity("bin-width", binWidth)
        .quantity("reset-voltage", resetVoltage)
        .quantity("reset-width", resetWidth)
        .quantity("read-voltage", readVoltage)
        .build();
  }
}

package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.base.units.Volts;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

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
  /** Its line in a text. */
  public static final Form<Timing> FORM =
      Form.unnamed(
          "timing",
          f ->
              new Timing(
                  f.integer("bins", Timing::bins),
                  f.quantity("bin-width", Seconds.UNIT, Timing::binWidth),
                  f.quantity("reset-voltage", Volts.UNIT, Timing::resetVoltage),
                  f.quantity("reset-width", Seconds.UNIT, Timing::resetWidth),
                  f.quantity("read-voltage", Volts.UNIT, Timing::readVoltage)));

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

  /** These numbers in the form of their line. */
  public Described<Timing> described() {
    return FORM.of(this);
  }
}

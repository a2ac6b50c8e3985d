package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.base.units.Volts;
import pnnc.ir.circuit.Fields;

/**
 * The shape of one spike.
 *
 * @param amplitude above 0
 * @param width above 0
 */
public record Pulse(Volts amplitude, Seconds width) {
  public Pulse {
    amplitude.requirePositive("amplitude");
    width.requirePositive("width");
  }

  static Pulse fields(Fields<Pulse> f) {
    return new Pulse(
        f.quantity("amplitude", Volts.UNIT, Pulse::amplitude),
        f.quantity("width", Seconds.UNIT, Pulse::width));
  }
}

package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.base.units.Volts;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;

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

  static Pulse read(Attributes a) {
    return new Pulse(a.quantity("amplitude", Volts.UNIT), a.quantity("width", Seconds.UNIT));
  }

  AttributesBuilder describe(AttributesBuilder out) {
    return out.quantity("amplitude", amplitude).quantity("width", width);
  }
}

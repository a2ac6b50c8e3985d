package pnnc.ir.netlist;

import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Flattening;
import pnnc.ir.event.EventDevice;
import pnnc.ir.event.Timing;

/**
 * Dendrites, somas and the pulses between them.
 *
 * @param timing of the window in which an input is presented
 */
public record EventNetlist(Timing timing, Circuit<EventDevice> circuit)
    implements CircuitNetlist<EventDevice> {
  /** This netlist without hierarchy; see {@link Flattening#flatten}. */
  public EventNetlist flatten(int most) {
    return new EventNetlist(timing, Flattening.flatten(circuit, EventDevice.DIALECT, most));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.event(this);
  }
}

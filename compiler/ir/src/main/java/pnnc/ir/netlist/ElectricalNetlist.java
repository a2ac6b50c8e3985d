package pnnc.ir.netlist;

import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Flattening;
import pnnc.ir.electrical.ElectricalDevice;

/** Resistors, transistors, crosspoints and sources. */
public record ElectricalNetlist(Circuit<ElectricalDevice> circuit)
    implements CircuitNetlist<ElectricalDevice> {
  /** This netlist without hierarchy; see {@link Flattening#flatten}. */
  public ElectricalNetlist flatten(int most) {
    return new ElectricalNetlist(Flattening.flatten(circuit, ElectricalDevice.DIALECT, most));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.electrical(this);
  }
}

package pnnc.ir.netlist;

import java.util.List;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Flattening;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.ElectricalDevice;

/** Resistors, transistors, crosspoints and sources. */
public record ElectricalNetlist(Circuit<ElectricalDevice> circuit) implements Netlist {
  @Override
  public String name() {
    return circuit.name();
  }

  @Override
  public List<Port> ports() {
    return circuit.ports();
  }

  /** This netlist without hierarchy; see {@link Flattening#flatten}. */
  public ElectricalNetlist flatten(int most) {
    return new ElectricalNetlist(Flattening.flatten(circuit, ElectricalDevice.DIALECT, most));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.electrical(this);
  }
}

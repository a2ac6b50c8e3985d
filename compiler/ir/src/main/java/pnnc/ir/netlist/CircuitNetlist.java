package pnnc.ir.netlist;

import java.util.List;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Port;

/** A netlist of devices on nets: all of what it is called and joined by is its circuit. */
public sealed interface CircuitNetlist<D extends Device> extends Netlist
    permits ElectricalNetlist, EventNetlist, PhotonicNetlist {
  Circuit<D> circuit();

  @Override
  default String name() {
    return circuit().name();
  }

  @Override
  default List<Port> ports() {
    return circuit().ports();
  }
}

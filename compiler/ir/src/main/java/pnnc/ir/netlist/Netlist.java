package pnnc.ir.netlist;

import java.util.List;
import pnnc.ir.circuit.Port;

/** A physical object as devices: an emitter's input and an extractor's output. Immutable. */
public sealed interface Netlist permits CircuitNetlist, WaveNetlist {
  String name();

  /** Where data come in and go out. */
  List<Port> ports();

  <R> R accept(Visitor<R> visitor);

  /** One method for each physics. */
  interface Visitor<R> {
    R electrical(ElectricalNetlist netlist);

    R event(EventNetlist netlist);

    R photonic(PhotonicNetlist netlist);

    R wave(WaveNetlist netlist);
  }
}

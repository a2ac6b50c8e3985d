package pnnc.ir.event;

import java.util.List;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Dialect;

/** A device that makes, carries or counts pulses. */
public sealed interface EventDevice extends Device
    permits Axon, Channel, Dendrite, Reference, Soma {
  /** How text becomes devices. */
  Dialect<EventDevice> DIALECT =
      new Dialect<>(List.of(Axon.FORM, Channel.FORM, Dendrite.FORM, Reference.FORM, Soma.FORM));

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of device. */
  interface Visitor<R> {
    R axon(Axon device);

    R channel(Channel device);

    R dendrite(Dendrite device);

    R reference(Reference device);

    R soma(Soma device);
  }
}

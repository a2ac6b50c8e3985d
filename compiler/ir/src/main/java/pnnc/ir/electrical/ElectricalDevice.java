package pnnc.ir.electrical;

import java.util.List;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Dialect;

/** A device between electrical nets. */
public sealed interface ElectricalDevice extends Device
    permits BlackBox,
        Capacitor,
        Crosspoint,
        CrosspointArray,
        CurrentSource,
        Diode,
        Resistor,
        Transistor,
        VoltageSource {
  /** How text becomes devices. */
  Dialect<ElectricalDevice> DIALECT =
      new Dialect<>(
          List.of(
              BlackBox.FORM,
              Capacitor.FORM,
              Crosspoint.FORM,
              CrosspointArray.FORM,
              CurrentSource.FORM,
              Diode.FORM,
              Resistor.FORM,
              Transistor.FORM,
              VoltageSource.FORM));

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of device. */
  interface Visitor<R> {
    R blackBox(BlackBox device);

    R capacitor(Capacitor device);

    R crosspoint(Crosspoint device);

    R crosspointArray(CrosspointArray device);

    R currentSource(CurrentSource device);

    R diode(Diode device);

    R resistor(Resistor device);

    R transistor(Transistor device);

    R voltageSource(VoltageSource device);
  }
}

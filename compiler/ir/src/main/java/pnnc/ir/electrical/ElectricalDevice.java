package pnnc.ir.electrical;

import java.util.Map;
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
          Map.ofEntries(
              Map.entry(BlackBox.KEYWORD, BlackBox::read),
              Map.entry(Capacitor.KEYWORD, Capacitor::read),
              Map.entry(Crosspoint.KEYWORD, Crosspoint::read),
              Map.entry(CrosspointArray.KEYWORD, CrosspointArray::read),
              Map.entry(CurrentSource.KEYWORD, CurrentSource::read),
              Map.entry(Diode.KEYWORD, Diode::read),
              Map.entry(Resistor.KEYWORD, Resistor::read),
              Map.entry(Transistor.KEYWORD, Transistor::read),
              Map.entry(VoltageSource.KEYWORD, VoltageSource::read)));

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

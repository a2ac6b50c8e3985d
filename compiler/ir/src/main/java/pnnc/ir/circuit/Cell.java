package pnnc.ir.circuit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a circuit that is defined once and used by name. Its nets are the words its devices
 * name; the net of a port is called like the port.
 *
 * @param name unique in its circuit
 * @param ports in the order in which instances connect them
 * @param devices kept by name: order means nothing
 * @param instances kept by name; they share the devices' names
 */
public record Cell<D extends Device>(
    String name, List<Port> ports, List<D> devices, List<Instance> instances) {
  public Cell {
    Names.require(name, "a cell");
    ports = List.copyOf(ports);
    devices = sorted(devices);
    instances = sorted(instances);
  }

  private static <T extends Device> List<T> sorted(List<T> devices) {
    return devices.stream().sorted(Comparator.comparing(Device::name)).toList();
  }

  /** Devices, then instances. */
  public Stream<Device> contents() {
    return Stream.concat(devices.stream(), instances.stream());
  }
}

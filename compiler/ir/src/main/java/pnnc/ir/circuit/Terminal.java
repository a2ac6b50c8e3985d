package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.ir.circuit.Attribute.Word;
import pnnc.ir.circuit.Attribute.WordList;

/**
 * Where a device meets a net.
 *
 * @param label which of the device's terminals: {@code gate}, {@code nets[3]}, a port's name
 * @param net what it is on
 * @param domain what it carries
 */
record Terminal(String label, String net, Domain domain) {
  /** The terminals of {@code device}; {@code circuit} defines the cells of instances. */
  static List<Terminal> of(Device device, Circuit<?> circuit) {
    return device instanceof Instance i ? ofInstance(i, circuit) : ofDevice(device);
  }

  private static List<Terminal> ofInstance(Instance instance, Circuit<?> circuit) {
    List<Port> ports = circuit.cell(instance.cell()).map(c -> c.ports()).orElse(List.of());
    List<Terminal> terminals = new ArrayList<>();
    for (int i = 0; i < instance.nets().size(); i++) {
      Optional<Port> port = i < ports.size() ? Optional.of(ports.get(i)) : Optional.empty();
      terminals.add(
          new Terminal(
              port.map(Port::name).orElse("nets[" + i + "]"),
              instance.nets().get(i),
              port.map(Port::domain).orElse(Domain.ELECTRICAL)));
    }
    return terminals;
  }

  private static List<Terminal> ofDevice(Device device) {
    List<Terminal> terminals = new ArrayList<>();
    device
        .attributes()
        .byKey()
        .forEach(
            (key, value) -> {
              if (value instanceof Word w && w.use().isNet()) {
                terminals.add(new Terminal(key, w.text(), w.use().domain()));
              } else if (value instanceof WordList l && l.use().isNet()) {
                addAll(terminals, key, l);
              }
            });
    return terminals;
  }

  private static void addAll(List<Terminal> terminals, String key, WordList nets) {
    for (int i = 0; i < nets.texts().size(); i++) {
      terminals.add(new Terminal(key + "[" + i + "]", nets.texts().get(i), nets.use().domain()));
    }
  }
}

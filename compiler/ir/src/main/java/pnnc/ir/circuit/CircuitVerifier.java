package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.ir.circuit.Attribute.Use;
import pnnc.ir.circuit.Attribute.Word;

/**
 * Finds what is wrong with a circuit of any physics: names given twice, cells, models and ports
 * that are not there, instances that do not fit their cell, cells inside themselves, nets that lead
 * nowhere.
 */
public final class CircuitVerifier {
  private final Circuit<?> circuit;
  private final Set<String> models;
  private final List<Fault> faults = new ArrayList<>();

  private CircuitVerifier(Circuit<?> circuit) {
    this.circuit = circuit;
    this.models = circuit.models().stream().map(Model::name).collect(Collectors.toSet());
  }

  /** Every fault of {@code circuit}, in the order of its text. */
  public static List<Fault> check(Circuit<?> circuit) {
    CircuitVerifier verifier = new CircuitVerifier(circuit);
    verifier.circuit();
    return List.copyOf(verifier.faults);
  }

  private void circuit() {
    unique(circuit.models(), Model::name, "", "model");
    unique(circuit.cells(), c -> c.name(), "", "cell");
    if (circuit.cell(circuit.top()).isEmpty()) {
      fault("", "", "the top cell `%s` is not defined".formatted(circuit.top()));
    }
    Hierarchy.of(circuit)
        .cellInsideItself()
        .ifPresent(cell -> fault(cell, "", "the cell contains itself"));
    circuit.cells().forEach(this::cell);
  }

  private <T> void unique(List<T> all, Function<T, String> name, String cell, String what) {
    Set<String> seen = new HashSet<>();
    for (T one : all) {
      if (name.apply(one).isEmpty()) {
        fault(cell, "", "a %s without a name".formatted(what));
      }
      if (!seen.add(name.apply(one))) {
        fault(cell, "", "%s `%s` is defined twice".formatted(what, name.apply(one)));
      }
    }
  }

  private void cell(Cell<?> cell) {
    unique(cell.ports(), Port::name, cell.name(), "port");
    unique(cell.contents().toList(), Device::name, cell.name(), "device");
    cell.devices().forEach(d -> models(cell, d));
    cell.instances().forEach(i -> instance(cell, i));
    NetCheck nets = new NetCheck(circuit, cell);
    faults.addAll(nets.faults());
    Stream<String> names =
        Stream.concat(nets.names().stream(), cell.contents().map(Device::name)).distinct();
    notInsideInstances(cell, names);
  }

  /** A flattened circuit calls what is inside instance {@code t} by names that begin with t/. */
  private void notInsideInstances(Cell<?> cell, Stream<String> names) {
    Set<String> instances =
        cell.instances().stream().map(Instance::name).collect(Collectors.toSet());
    names
        .filter(name -> instances.contains(name.substring(0, Math.max(0, name.indexOf('/')))))
        .forEach(
            name -> fault(cell.name(), "", "`%s` names a part of an instance".formatted(name)));
  }

  private void models(Cell<?> cell, Device device) {
    for (Attribute value : device.attributes().byKey().values()) {
      if (value instanceof Word w && w.use() == Use.MODEL && !models.contains(w.text())) {
        fault(cell.name(), device.name(), "model `%s` is not defined".formatted(w.text()));
      }
    }
  }

  private void instance(Cell<?> cell, Instance instance) {
    Optional<? extends Cell<?>> definition = circuit.cell(instance.cell());
    if (definition.isEmpty()) {
      fault(cell.name(), instance.name(), "cell `%s` is not defined".formatted(instance.cell()));
      return;
    }
    int ports = definition.get().ports().size();
    if (ports != instance.nets().size()) {
      fault(
          cell.name(),
          instance.name(),
          "%d nets for the %d ports of cell `%s`"
              .formatted(instance.nets().size(), ports, instance.cell()));
    }
  }

  private void fault(String cell, String device, String what) {
    faults.add(new Fault(cell, device, what));
  }
}

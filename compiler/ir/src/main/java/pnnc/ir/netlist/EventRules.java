package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Fault;
import pnnc.ir.event.Axon;
import pnnc.ir.event.Channel;
import pnnc.ir.event.Dendrite;
import pnnc.ir.event.EventDevice;
import pnnc.ir.event.Reference;
import pnnc.ir.event.Soma;

/** What holds for event netlists beyond their wiring: gates are driven, once, and in time. */
final class EventRules {
  private final EventNetlist netlist;
  private final List<Fault> faults = new ArrayList<>();

  private EventRules(EventNetlist netlist) {
    this.netlist = netlist;
  }

  static List<Fault> check(EventNetlist netlist) {
    EventRules rules = new EventRules(netlist);
    netlist.circuit().cells().forEach(rules::cell);
    return rules.faults;
  }

  private void cell(Cell<EventDevice> cell) {
    Set<String> driven = new HashSet<>();
    Driver driver = new Driver();
    for (EventDevice device : cell.devices()) {
      for (String net : device.accept(driver)) {
        if (!driven.add(net)) {
          add(cell, device, "net `%s` is driven twice".formatted(net));
        }
      }
    }
    cell.ports().forEach(p -> driven.add(p.name()));
    cell.instances().forEach(i -> driven.addAll(i.nets()));
    cell.devices().forEach(d -> device(cell, d, driven));
  }

  private void device(Cell<EventDevice> cell, EventDevice device, Set<String> driven) {
    if (device instanceof Dendrite d) {
      d.gates().stream()
          .filter(net -> !driven.contains(net))
          .distinct()
          .forEach(net -> add(cell, d, "nothing drives gate net `%s`".formatted(net)));
    } else if (device instanceof Reference r
        && r.time().value() > netlist.timing().length().value()) {
      add(cell, r, "fires at %s, after the window".formatted(r.time().describe()));
    }
  }

  private void add(Cell<EventDevice> cell, EventDevice device, String what) {
    faults.add(new Fault(cell.name(), device.name(), what));
  }

  /** The nets that a device puts pulses on. */
  private static final class Driver implements EventDevice.Visitor<List<String>> {
    @Override
    public List<String> axon(Axon device) {
      return List.of(device.output());
    }

    @Override
    public List<String> channel(Channel device) {
      return List.of(device.output());
    }

    @Override
    public List<String> dendrite(Dendrite device) {
      return List.of();
    }

    @Override
    public List<String> reference(Reference device) {
      return List.of(device.output());
    }

    @Override
    public List<String> soma(Soma device) {
      return List.of(device.output());
    }
  }
}

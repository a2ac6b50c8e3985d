package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.List;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Fault;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.electrical.VoltageSource;

/** What no circuit solver can make sense of. */
final class ElectricalRules {
  private ElectricalRules() {}

  static List<Fault> check(Circuit<ElectricalDevice> circuit) {
    List<Fault> faults = new ArrayList<>();
    for (Cell<ElectricalDevice> cell : circuit.cells()) {
      for (ElectricalDevice device : cell.devices()) {
        if (device instanceof VoltageSource s && s.plus().equals(s.minus())) {
          String what = "both ends of the source are on net `%s`".formatted(s.plus());
          faults.add(new Fault(cell.name(), s.name(), what));
        }
      }
    }
    return faults;
  }
}

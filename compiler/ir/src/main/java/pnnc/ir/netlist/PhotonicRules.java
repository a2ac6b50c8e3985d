package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.List;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Fault;
import pnnc.ir.photonic.Laser;
import pnnc.ir.photonic.PhotonicDevice;

/** What holds for photonic netlists beyond their wiring. */
final class PhotonicRules {
  private PhotonicRules() {}

  static List<Fault> check(PhotonicNetlist netlist) {
    List<Fault> faults = new ArrayList<>();
    for (Cell<PhotonicDevice> cell : netlist.circuit().cells()) {
      for (PhotonicDevice device : cell.devices()) {
        if (device instanceof Laser l && !netlist.band().contains(l.wavelength())) {
          String what = "%s is outside the band".formatted(l.wavelength().describe());
          faults.add(new Fault(cell.name(), l.name(), what));
        }
      }
    }
    return faults;
  }
}

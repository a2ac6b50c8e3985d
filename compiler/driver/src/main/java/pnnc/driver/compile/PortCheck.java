package pnnc.driver.compile;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.bundle.Bundle;
import pnnc.ir.block.UnitInterface;

/**
 * Whether ports are what they may be: names and factors, no place for a matrix. If a port had
 * several inputs, each with a factor, or an output several ports, the layout could be anything. So
 * the units are those that the backend plans, each port has one drive or one readout, and what is
 * added behind the hardware is the same for all outputs of a unit.
 */
final class PortCheck {
  private final Path design;

  /** Of the bundle in {@code folder}. */
  PortCheck(Path folder) {
    this.design = folder.resolve(Bundle.DESIGN);
  }

  /**
   * Checks one block.
   *
   * @param plan the backend's units of it
   * @throws DiagnosedException with the first unit that is not as planned
   */
  void run(DesignFile.BlockEntry block, List<Unit> plan) {
    List<UnitInterface> units = block.ports().units();
    List<String> planned = plan.stream().map(Unit::name).toList();
    if (!units.stream().map(UnitInterface::unit).toList().equals(planned)) {
      throw fault(block.name(), "are of other units than the hardware has");
    }
    if (block.linear() != null) {
      for (int k = 0; k < units.size(); k++) {
        check(units.get(k), plan.get(k));
      }
    }
  }

  private void check(UnitInterface ports, Unit unit) {
    require(ports, ports.group() == unit.group(), "are for another group");
    Set<String> driven = new HashSet<>();
    for (UnitInterface.Drive d : ports.drives()) {
      boolean isOwn = d.input() < 0 || (d.input() >= unit.inFrom() && d.input() < unit.inTo());
      require(ports, isOwn, "have inputs of other units");
      require(ports, driven.add(d.port()), "drive %s twice".formatted(d.port()));
    }
    Set<String> read = new HashSet<>();
    for (UnitInterface.Readout r : ports.readouts()) {
      boolean isOwn = r.output() >= unit.outFrom() && r.output() < unit.outTo();
      require(ports, isOwn, "have outputs of other units");
      require(ports, read.add(r.port()), "read %s twice".formatted(r.port()));
    }
    long offsets = ports.readouts().stream().map(UnitInterface.Readout::offset).distinct().count();
    require(ports, offsets <= 1, "add different numbers to different outputs");
  }

  private void require(UnitInterface ports, boolean isFine, String what) {
    if (!isFine) {
      throw fault(ports.unit(), what);
    }
  }

  private DiagnosedException fault(String name, String what) {
    return new DiagnosedException(DiagnosticCode.PORTS_FOREIGN.error(name, design, what));
  }
}

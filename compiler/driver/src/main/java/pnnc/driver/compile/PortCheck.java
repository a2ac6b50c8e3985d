package pnnc.driver.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.bundle.Bundle;
import pnnc.ir.block.UnitInterface;

/**
 * Whether ports are what they may be: names and factors, no place for a matrix. If a port had
 * several inputs, each with a factor, or each output several ports with factors of its own, the
 * layout could be anything. So the units are those that the backend plans, each port has one drive
 * or one readout, the factors of an output's readouts (slices of its weights, signs) are in the
 * same proportion for all outputs of a unit, and so is what is added behind the hardware.
 */
final class PortCheck {
  /** Of factors that are to be in one proportion, relative. */
  private static final double ROUNDING = 1e-9;

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
    require(ports, isOneMixture(ports), "mix what is read in different proportions");
  }

  /** Whether the factors of each output's readouts are those of the first, but for a scale. */
  private static boolean isOneMixture(UnitInterface ports) {
    Map<Integer, List<Double>> factors = new LinkedHashMap<>();
    for (UnitInterface.Readout r : ports.readouts()) {
      factors.computeIfAbsent(r.output(), o -> new ArrayList<>()).add(r.factor());
    }
    List<List<Double>> all = List.copyOf(factors.values());
    return all.stream().allMatch(own -> isMultiple(own, all.get(0)));
  }

  private static boolean isMultiple(List<Double> own, List<Double> first) {
    boolean isSame = own.size() == first.size();
    for (int k = 0; isSame && k < own.size(); k++) {
      double expected = first.get(k) * own.get(0);
      isSame = Math.abs(own.get(k) * first.get(0) - expected) <= ROUNDING * Math.abs(expected);
    }
    return isSame;
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

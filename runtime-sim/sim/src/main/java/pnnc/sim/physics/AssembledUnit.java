package pnnc.sim.physics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.circuit.Port;
import pnnc.ir.netlist.Netlist;

/**
 * A unit's physics behind its interface: numbers in, numbers out. Ports that two drives name get
 * the sum of both; ports that two readouts name are read once.
 */
final class AssembledUnit {
  private final UnitInterface ports;
  private final UnitPhysics physics;
  private final Map<String, Integer> driven;
  private final Map<String, Integer> read;

  /**
   * A unit.
   *
   * @throws DiagnosedException if the netlist lacks a port that the interface names, or has it the
   *     other way round
   */
  AssembledUnit(UnitInterface ports, Netlist netlist, PhysicsSolver solver, long chip) {
    this.ports = ports;
    this.driven = numbered(ports.drives().stream().map(UnitInterface.Drive::port));
    this.read =
        numbered(
            ports.readouts().stream()
                .flatMap(r -> Stream.of(r.port(), r.against()))
                .filter(port -> !port.isEmpty()));
    requirePorts(netlist);
    this.physics =
        solver.prepare(netlist, List.copyOf(driven.keySet()), List.copyOf(read.keySet()), chip);
  }

  private void requirePorts(Netlist netlist) {
    requirePorts(driven.keySet(), netlist, Port.Direction.OUT);
    requirePorts(read.keySet(), netlist, Port.Direction.IN);
  }

  private void requirePorts(Set<String> wanted, Netlist netlist, Port.Direction other) {
    Set<String> fit =
        netlist.ports().stream()
            .filter(p -> p.direction() != other)
            .map(Port::name)
            .collect(Collectors.toSet());
    for (String port : wanted) {
      if (!fit.contains(port)) {
        throw new DiagnosedException(DiagnosticCode.UNIT_PORT_MISSING.error(ports.unit(), port));
      }
    }
  }

  private static Map<String, Integer> numbered(Stream<String> names) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    names.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    return numbers;
  }

  UnitInterface ports() {
    return ports;
  }

  /**
   * Adds what this unit contributes.
   *
   * @param x the block's input at one position
   * @param y the block's output there; added to
   */
  void add(double[] x, double[] y) {
    double[] signals = new double[driven.size()];
    for (UnitInterface.Drive d : ports.drives()) {
      double input = d.input() < 0 ? 0 : x[d.input()];
      signals[driven.get(d.port())] += d.converter().convert(d.factor() * input + d.offset());
    }
    double[] answers = new double[read.size()];
    physics.respond(signals, answers);
    for (UnitInterface.Readout r : ports.readouts()) {
      double signal = answers[read.get(r.port())];
      if (!r.against().isEmpty()) {
        signal -= answers[read.get(r.against())];
      }
      y[r.output()] += r.factor() * r.converter().convert(signal) + r.offset();
    }
  }
}

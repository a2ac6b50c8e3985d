package pnnc.sim.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.Access;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;

/**
 * An array as it might have been read from a layout.
 *
 * @param siemens row-major {@code [rows, columns]}
 * @param ohms of every wire segment
 * @param models cards beside {@code cell}, or instead of it
 */
record DrawnArray(int rows, int columns, Reals siemens, double ohms, List<Model> models) {
  private static final Model OHMIC = new Model("cell", "resistive", Map.of());

  /** Conductances between 1 and 20 uS, every fifth of them missing. */
  static DrawnArray random(int rows, int columns, double ohms, long seed) {
    Random random = new Random(seed);
    Reals siemens =
        Reals.generate(rows * columns, k -> k % 5 == 3 ? 0 : 1e-6 + 19e-6 * random.nextDouble());
    return new DrawnArray(rows, columns, siemens, ohms, List.of(OHMIC));
  }

  /** All conductances alike. */
  static DrawnArray uniform(int rows, int columns, double ohms, double siemens) {
    Reals all = Reals.constant(rows * columns, siemens);
    return new DrawnArray(rows, columns, all, ohms, List.of(OHMIC));
  }

  /** The same with the card {@code cell} replaced. */
  DrawnArray with(Map<String, Double> parameters) {
    return with(new Model("cell", "resistive", parameters));
  }

  DrawnArray with(Model... cards) {
    return new DrawnArray(rows, columns, siemens, ohms, List.of(cards));
  }

  List<String> words() {
    return IntStream.range(0, rows).mapToObj(i -> "W" + i).toList();
  }

  List<String> bits() {
    return IntStream.range(0, columns).mapToObj(j -> "B" + j).toList();
  }

  ElectricalNetlist netlist() {
    return netlist(Optional.empty());
  }

  /** With a transistor at every crosspoint, whose gate its word line is. */
  ElectricalNetlist gated() {
    List<String> sources = IntStream.range(0, columns).mapToObj(j -> "S" + j).toList();
    Access access =
        new Access(
            sources,
            "bulk",
            "cell",
            new Micrometres(1),
            new Micrometres(0.15),
            Reals.constant(rows * columns, ohms));
    return netlist(Optional.of(access));
  }

  private ElectricalNetlist netlist(Optional<Access> access) {
    CrosspointArray array =
        new CrosspointArray(
            "cells",
            words(),
            bits(),
            "cell",
            new CrosspointArray.Crosspoints(
                Reals.constant(rows * columns, 1),
                Reals.constant(rows * columns, 1),
                Reals.constant(rows * columns, 0),
                Optional.of(siemens)),
            CrosspointArray.Wires.uniform(rows * columns, ohms, ohms),
            access);
    List<Port> ports = new ArrayList<>();
    words().forEach(w -> ports.add(new Port(w, Port.Direction.IN, Port.Role.SIGNAL)));
    bits().forEach(b -> ports.add(new Port(b, Port.Direction.OUT, Port.Role.SIGNAL)));
    List<ElectricalDevice> devices = List.of(array);
    return new ElectricalNetlist(
        Circuit.flat("tile", models, new Cell<>("tile", ports, devices, List.of())));
  }
}

package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;

/** A tile as an array of crosspoints, its wires without resistance: they are not drawn yet. */
final class TileNetlist {
  private TileNetlist() {}

  /**
   * The netlist of a tile.
   *
   * @param levels row-major {@code [rows, columns]}; kept
   * @param siemens of each level; kept
   */
  static ElectricalNetlist of(String unit, int columns, int[] levels, double[] siemens) {
    int size = levels.length;
    List<String> words = names("W", size / columns);
    List<String> bits = names("B", columns);
    CrosspointArray array =
        new CrosspointArray(
            "cells",
            words,
            bits,
            "cell",
            new CrosspointArray.Crosspoints(
                Reals.constant(size, 1),
                Reals.generate(size, k -> levels[k] > 0 ? 1 : 0),
                Reals.generate(size, k -> levels[k]),
                Optional.of(Reals.generate(size, k -> siemens[levels[k]]))),
            CrosspointArray.Wires.uniform(size, 0, 0),
            Optional.empty());
    List<Port> ports = new ArrayList<>();
    words.forEach(w -> ports.add(new Port(w, Port.Direction.IN, Port.Role.SIGNAL)));
    bits.forEach(b -> ports.add(new Port(b, Port.Direction.OUT, Port.Role.SIGNAL)));
    List<ElectricalDevice> devices = List.of(array);
    return new ElectricalNetlist(
        Circuit.flat(
            unit,
            List.of(new Model("cell", "resistive", Map.of())),
            new Cell<>(unit, ports, devices, List.of())));
  }

  private static List<String> names(String letter, int count) {
    return IntStream.range(0, count).mapToObj(k -> letter + k).toList();
  }
}

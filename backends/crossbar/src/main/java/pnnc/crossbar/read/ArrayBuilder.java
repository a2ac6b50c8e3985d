package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;

/**
 * Puts crossings into an array. Where there is none the conductance is 0 and the wires have none.
 */
final class ArrayBuilder {
  private final String name;
  private final Lines words;
  private final Lines bits;
  private final int[] rows;
  private final int[] columns;
  private final int[] rowOf;
  private final int[] columnOf;
  private final double[] siemens;
  private final double[] cuts;
  private final double[] wordOhms;
  private final double[] bitOhms;

  /**
   * An empty array.
   *
   * @param rows which word line each row is, from the top
   * @param columns which bit line each column is, from the left
   */
  ArrayBuilder(String name, Lines words, Lines bits, int[] rows, int[] columns) {
    this.name = name;
    this.words = words;
    this.bits = bits;
    this.rows = rows;
    this.columns = columns;
    this.rowOf = inverse(rows);
    this.columnOf = inverse(columns);
    this.siemens = new double[rows.length * columns.length];
    this.cuts = new double[siemens.length];
    this.wordOhms = new double[siemens.length];
    this.bitOhms = new double[siemens.length];
  }

  private static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      inverse[order[k]] = k;
    }
    return inverse;
  }

  private int index(TileReader.Crossing c) {
    return rowOf[c.word()] * columns.length + columnOf[c.bit()];
  }

  void add(TileReader.Crossing c) {
    siemens[index(c)] += c.path().siemens();
    cuts[index(c)] += c.path().cuts();
  }

  void wordOhms(TileReader.Crossing c, double ohms) {
    wordOhms[index(c)] += ohms;
  }

  void bitOhms(TileReader.Crossing c, double ohms) {
    bitOhms[index(c)] += ohms;
  }

  ElectricalNetlist netlist() {
    List<String> wordNames = Arrays.stream(rows).mapToObj(words::name).toList();
    List<String> bitNames = Arrays.stream(columns).mapToObj(bits::name).toList();
    int size = siemens.length;
    CrosspointArray array =
        new CrosspointArray(
            "cells",
            wordNames,
            bitNames,
            "cell",
            new CrosspointArray.Crosspoints(
                Reals.constant(size, 1),
                Reals.of(cuts),
                Reals.constant(size, 0),
                Optional.of(Reals.of(siemens))),
            new CrosspointArray.Wires(Reals.of(wordOhms), Reals.of(bitOhms)),
            Optional.empty());
    List<Port> ports = new ArrayList<>();
    wordNames.forEach(w -> ports.add(new Port(w, Port.Direction.IN, Port.Role.SIGNAL)));
    bitNames.forEach(b -> ports.add(new Port(b, Port.Direction.OUT, Port.Role.SIGNAL)));
    List<ElectricalDevice> devices = List.of(array);
    return new ElectricalNetlist(
        Circuit.flat(
            name,
            List.of(new Model("cell", "resistive", Map.of())),
            new Cell<>(name, ports, devices, List.of())));
  }
}

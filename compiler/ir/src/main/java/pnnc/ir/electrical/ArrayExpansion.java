package pnnc.ir.electrical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.units.Ohms;
import pnnc.base.units.Siemens;
import pnnc.base.units.SquareMicrometres;
import pnnc.ir.circuit.Reals;

/**
 * Spells a {@link CrosspointArray} out. Device {@code X[i,j]} of array {@code T} becomes {@code
 * T.x_i_j}; its word-line, bit-line and source-line segments {@code T.rw_i_j}, {@code T.rb_i_j} and
 * {@code T.rs_i_j}; its transistor {@code T.m_i_j}.
 */
public final class ArrayExpansion {
  private final CrosspointArray array;
  private final List<ElectricalDevice> devices = new ArrayList<>();

  private ArrayExpansion(CrosspointArray array) {
    this.array = array;
  }

  /** The devices that {@code array} stands for; its outer nets keep their names. */
  public static List<ElectricalDevice> expand(CrosspointArray array) {
    ArrayExpansion expansion = new ArrayExpansion(array);
    for (int row = 0; row < array.rows(); row++) {
      for (int column = 0; column < array.columns(); column++) {
        expansion.element(row, column);
      }
    }
    return List.copyOf(expansion.devices);
  }

  private void element(int row, int column) {
    CrosspointArray.Wires wires = array.wires();
    String left = column == 0 ? array.wordLines().get(row) : name("w", row, column - 1);
    segment("rw", row, column, left, name("w", row, column), wires.wordOhms());
    column("rb", "b", row, column, array.bitLines(), wires.bitOhms());
    if (array.access().isPresent()) {
      gated(row, column, array.access().get());
    } else {
      device(row, column, name("w", row, column));
    }
  }

  /** The piece of a bit or source line below a node. */
  private void column(
      String segment, String node, int row, int column, List<String> feet, Reals ohms) {
    boolean last = row == array.rows() - 1;
    String below = last ? feet.get(column) : name(node, row + 1, column);
    segment(segment, row, column, name(node, row, column), below, ohms);
  }

  private void gated(int row, int column, Access access) {
    column("rs", "s", row, column, access.sourceLines(), access.sourceOhms());
    String inner = name("d", row, column);
    device(row, column, inner);
    devices.add(
        new Transistor(
            name("m", row, column),
            name("w", row, column),
            inner,
            name("s", row, column),
            access.bulk(),
            access.model(),
            access.width(),
            access.length()));
  }

  private void device(int row, int column, String above) {
    int at = array.index(row, column);
    CrosspointArray.Crosspoints all = array.devices();
    Optional<Siemens> conductance = all.conductanceSiemens().map(g -> new Siemens(g.get(at)));
    devices.add(
        new Crosspoint(
            name("x", row, column),
            above,
            name("b", row, column),
            array.model(),
            new SquareMicrometres(all.areaSquareMicrometres().get(at)),
            (int) all.cuts().get(at),
            (int) all.levels().get(at),
            conductance));
  }

  private void segment(String prefix, int row, int column, String a, String b, Reals ohms) {
    Ohms resistance = new Ohms(ohms.get(array.index(row, column)));
    devices.add(new Resistor(name(prefix, row, column), Resistor.Role.SEGMENT, a, b, resistance));
  }

  private String name(String prefix, int row, int column) {
    return array.name() + "." + prefix + "_" + row + "_" + column;
  }
}

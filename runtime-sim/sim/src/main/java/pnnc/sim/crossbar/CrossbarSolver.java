package pnnc.sim.crossbar;

import java.util.List;
import java.util.Optional;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.EffectiveMatrix;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.Wires;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.physics.PhysicsSolver;
import pnnc.sim.physics.UnitPhysics;

/**
 * Arrays of ohmic crosspoints whose conductances are known, with the resistance of every piece of
 * wire between them. Word lines are driven by ideal sources, bit lines held at ground; the signals
 * read are the currents out of their feet, in amperes.
 */
public final class CrossbarSolver implements PhysicsSolver {
  @Override
  public boolean solves(Netlist netlist) {
    return array(netlist).isPresent();
  }

  /** The array that is all there is, if it is one that this can solve. */
  private static Optional<CrosspointArray> array(Netlist netlist) {
    if (!(netlist instanceof ElectricalNetlist electrical)
        || electrical.circuit().cells().size() != 1) {
      return Optional.empty();
    }
    List<ElectricalDevice> devices = electrical.circuit().cells().get(0).devices();
    return devices.size() == 1
            && devices.get(0) instanceof CrosspointArray array
            && array.access().isEmpty()
            && array.devices().conductanceSiemens().isPresent()
        ? Optional.of(array)
        : Optional.empty();
  }

  @Override
  public UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip) {
    CrosspointArray array = array(netlist).orElseThrow();
    Wires wires =
        Wires.of(
            array.rows(),
            array.columns(),
            array.wires().wordOhms().toArray(),
            array.wires().bitOhms().toArray());
    double[] siemens = array.devices().conductanceSiemens().orElseThrow().toArray();
    EffectiveMatrix whole = KronReduction.reduce(new Crossbar(wires, siemens), Workers.SEQUENTIAL);
    return ports(whole, numbers(driven, array.wordLines()), numbers(read, array.bitLines()));
  }

  private static int[] numbers(List<String> ports, List<String> lines) {
    int[] numbers = ports.stream().mapToInt(lines::indexOf).toArray();
    for (int k = 0; k < numbers.length; k++) {
      if (numbers[k] < 0) {
        throw new IllegalArgumentException("no line of the array: " + ports.get(k));
      }
    }
    return numbers;
  }

  /** What the ports that are used see of the whole. */
  private static UnitPhysics ports(EffectiveMatrix whole, int[] rows, int[] columns) {
    double[] siemens = new double[columns.length * rows.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        siemens[j * rows.length + i] = whole.siemens(rows[i], columns[j]);
      }
    }
    return new OhmicTile(siemens, rows.length, columns.length);
  }
}

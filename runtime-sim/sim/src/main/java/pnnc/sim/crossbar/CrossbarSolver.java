package pnnc.sim.crossbar;

import java.util.List;
import java.util.Optional;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;
import pnnc.sim.physics.PhysicsSolver;
import pnnc.sim.physics.UnitPhysics;

/**
 * Arrays of crosspoints whose conductances are known, with the resistance of every piece of wire
 * between them and of the converters at their ends. Word lines are driven, bit lines held at
 * ground; the signals read are the currents out of their feet, in amperes. What devices do beside
 * conducting is on their model card ({@link DeviceCard}).
 */
public final class CrossbarSolver implements PhysicsSolver {
  /** The parameter of a card that says how far levels are apart at least, in siemens. */
  private static final String LEVEL = "level_siemens";

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
    int[] rows = numbers(driven, array.wordLines());
    int[] columns = numbers(read, array.bitLines());
    return new SolvedTile(((ElectricalNetlist) netlist).circuit(), array, rows, columns)
        .physics(chip);
  }

  /** Siemens between the two nearest levels, as the card of the cells says. */
  @Override
  public double step(Netlist netlist) {
    String card = array(netlist).orElseThrow().model();
    return ((ElectricalNetlist) netlist)
        .circuit()
        .model(card)
        .map(m -> m.parameters().getOrDefault(LEVEL, 0.0))
        .orElse(0.0);
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
}

package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.List;
import pnnc.ir.circuit.CircuitDiff;
import pnnc.ir.circuit.DeviceDiff;
import pnnc.ir.circuit.Difference;
import pnnc.ir.circuit.Tolerance;

/**
 * Says how a netlist differs from the one expected, so that {@code extract(emit(n))} can be held
 * against {@code n} up to the manufacturing grid.
 *
 * <pre>{@code
 * Tolerance grid = Tolerance.relative(1e-9).with(Micrometres.UNIT, 0.005);
 * NetlistDiff.differences(lowered, extracted, grid);
 * }</pre>
 *
 * <p>Devices are matched by name within cells of one name, nets by what they connect. Symmetric
 * devices are not turned round: ends {@code a} and {@code b} must be named alike.
 */
public final class NetlistDiff implements Netlist.Visitor<List<Difference>> {
  private final Netlist expected;
  private final Tolerance tolerance;

  private NetlistDiff(Netlist expected, Tolerance tolerance) {
    this.expected = expected;
    this.tolerance = tolerance;
  }

  /** What is not in {@code found} as in {@code expected}; empty if they agree. */
  public static List<Difference> differences(Netlist expected, Netlist found, Tolerance tolerance) {
    return found.accept(new NetlistDiff(expected, tolerance));
  }

  @Override
  public List<Difference> electrical(ElectricalNetlist found) {
    return expected instanceof ElectricalNetlist e
        ? CircuitDiff.differences(e.circuit(), found.circuit(), tolerance)
        : otherPhysics();
  }

  @Override
  public List<Difference> photonic(PhotonicNetlist found) {
    return expected instanceof PhotonicNetlist e
        ? both(
            DeviceDiff.differences(e.band().described(), found.band().described(), tolerance),
            CircuitDiff.differences(e.circuit(), found.circuit(), tolerance))
        : otherPhysics();
  }

  @Override
  public List<Difference> event(EventNetlist found) {
    return expected instanceof EventNetlist e
        ? both(
            DeviceDiff.differences(e.timing().described(), found.timing().described(), tolerance),
            CircuitDiff.differences(e.circuit(), found.circuit(), tolerance))
        : otherPhysics();
  }

  @Override
  public List<Difference> wave(WaveNetlist found) {
    return expected instanceof WaveNetlist e
        ? both(
            DeviceDiff.differences(e.space().described(), found.space().described(), tolerance),
            DeviceDiff.differences(e.elements(), found.elements(), tolerance))
        : otherPhysics();
  }

  private static List<Difference> otherPhysics() {
    return List.of(
        new Difference(Difference.Kind.STRUCTURE, "", "", "the netlists are of two physics"));
  }

  private static List<Difference> both(List<Difference> first, List<Difference> second) {
    List<Difference> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}

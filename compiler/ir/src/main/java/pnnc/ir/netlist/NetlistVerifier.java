package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.circuit.CircuitVerifier;
import pnnc.ir.circuit.Fault;

/**
 * Finds what is wrong with a netlist as a whole. Ranges of single numbers are not looked at: a
 * device with a wrong one cannot be built.
 */
public final class NetlistVerifier implements Netlist.Visitor<List<Fault>> {
  private NetlistVerifier() {}

  /** Every fault of {@code netlist}; none if it can be emitted and simulated. */
  public static List<Fault> check(Netlist netlist) {
    return netlist.accept(new NetlistVerifier());
  }

  /**
   * Refuses a netlist with faults that pnnc itself made.
   *
   * @param where who made it
   * @throws CompilerBug naming the first fault
   */
  public static void require(Netlist netlist, String where) {
    List<Fault> faults = check(netlist);
    if (!faults.isEmpty()) {
      throw new CompilerBug(
          where,
          "netlist `%s` has %d faults, the first: %s"
              .formatted(netlist.name(), faults.size(), faults.get(0).describe()));
    }
  }

  @Override
  public List<Fault> electrical(ElectricalNetlist netlist) {
    return both(CircuitVerifier.check(netlist.circuit()), ElectricalRules.check(netlist.circuit()));
  }

  @Override
  public List<Fault> photonic(PhotonicNetlist netlist) {
    return both(CircuitVerifier.check(netlist.circuit()), PhotonicRules.check(netlist));
  }

  @Override
  public List<Fault> event(EventNetlist netlist) {
    return both(CircuitVerifier.check(netlist.circuit()), EventRules.check(netlist));
  }

  @Override
  public List<Fault> wave(WaveNetlist netlist) {
    return WaveRules.check(netlist);
  }

  private static List<Fault> both(List<Fault> first, List<Fault> second) {
    List<Fault> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}

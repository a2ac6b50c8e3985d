package pnnc.driver.toy;

import java.util.List;
import pnnc.ir.electrical.Crosspoint;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;
import pnnc.sim.physics.PhysicsSolver;
import pnnc.sim.physics.UnitPhysics;

/** Ideal wires, bit lines and word lines that nobody drives held at ground: {@code i = Gᵀ v}. */
public final class ToySolver implements PhysicsSolver {
  @Override
  public boolean solves(Netlist netlist) {
    return netlist instanceof ElectricalNetlist;
  }

  @Override
  public UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip) {
    double[][] siemens = new double[read.size()][driven.size()];
    ((ElectricalNetlist) netlist)
        .circuit().cells().get(0).devices().stream()
            .map(Crosspoint.class::cast)
            .filter(d -> read.contains(d.bitLine()) && driven.contains(d.wordLine()))
            .forEach(
                d ->
                    siemens[read.indexOf(d.bitLine())][driven.indexOf(d.wordLine())] +=
                        d.conductance().orElseThrow().value());
    return (volts, amps) -> {
      for (int b = 0; b < amps.length; b++) {
        amps[b] = 0;
        for (int w = 0; w < volts.length; w++) {
          amps[b] += siemens[b][w] * volts[w];
        }
      }
    };
  }
}

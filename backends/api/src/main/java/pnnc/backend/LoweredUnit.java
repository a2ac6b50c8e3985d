package pnnc.backend;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.netlist.Netlist;

/**
 * A unit as devices.
 *
 * @param netlist what is to be drawn
 * @param ports how numbers reach it and come back
 * @param devices that the netlist stands for, those of compact arrays counted one by one
 * @param figures what lowering says of its own work, by name in camel case, the greater the worse;
 *     of all units the greatest is reported
 */
public record LoweredUnit(
    Netlist netlist, UnitInterface ports, long devices, Map<String, Double> figures) {
  public LoweredUnit {
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  /** A unit of which there is nothing to say. */
  public LoweredUnit(Netlist netlist, UnitInterface ports, long devices) {
    this(netlist, ports, devices, Map.of());
  }
}

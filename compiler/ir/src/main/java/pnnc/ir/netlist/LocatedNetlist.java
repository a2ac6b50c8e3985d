package pnnc.ir.netlist;

import pnnc.ir.circuit.Locations;

/**
 * A netlist and where its devices are. Elements of a wave netlist are in the cell {@code ""}.
 *
 * @param locations empty for devices that come from no layout
 */
public record LocatedNetlist(Netlist netlist, Locations locations) {}

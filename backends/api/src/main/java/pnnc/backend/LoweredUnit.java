package pnnc.backend;

import pnnc.ir.block.UnitInterface;
import pnnc.ir.netlist.Netlist;

/**
 * A unit as devices.
 *
 * @param netlist what is to be drawn
 * @param ports how numbers reach it and come back
 */
public record LoweredUnit(Netlist netlist, UnitInterface ports) {}

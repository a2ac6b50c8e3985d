package pnnc.backend;

import pnnc.ir.block.UnitInterface;
import pnnc.ir.netlist.Netlist;

/**
 * A unit as devices.
 *
 * @param netlist what is to be drawn
 * @param ports how numbers reach it and come back
 * @param devices that the netlist stands for, those of compact arrays counted one by one
 */
public record LoweredUnit(Netlist netlist, UnitInterface ports, long devices) {}

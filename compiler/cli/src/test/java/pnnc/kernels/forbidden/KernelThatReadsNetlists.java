package pnnc.kernels.forbidden;

import pnnc.ir.netlist.Netlist;

/** What a kernel must not do: know what its numbers stand for. */
public interface KernelThatReadsNetlists {
  /** Reads one. */
  void read(Netlist netlist);
}

package pnnc.sim.physics;

import java.util.List;
import pnnc.ir.netlist.Netlist;

/**
 * Computes what devices do. One for each netlist dialect, found with {@link
 * java.util.ServiceLoader}; it sees netlists and nothing of the compiler that made them.
 */
public interface PhysicsSolver {
  /** Whether this solver knows the devices of {@code netlist}. */
  boolean solves(Netlist netlist);

  /**
   * Prepares a unit for many inputs.
   *
   * @param netlist a unit as it was read from its layout
   * @param driven ports that signals are applied to
   * @param read ports whose signals are wanted
   * @param chip which sample of the devices' spread; the same number gives the same chip
   */
  UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip);

  /**
   * The finest difference that devices of {@code netlist} are made with: what an answer for a unit
   * of signal may be off by half of because it was rounded. 0 if the technology rounds nothing, or
   * does not say.
   */
  default double step(Netlist netlist) {
    return 0;
  }
}

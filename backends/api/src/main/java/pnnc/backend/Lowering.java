package pnnc.backend;

import java.util.List;
import pnnc.ir.block.Block;

/**
 * Blocks to netlists. {@link #plan} cuts a block into units that know nothing of each other (tiles,
 * meshes, one volume); {@link #lower} then makes each on its own, on any thread, so that memory is
 * bounded by the units under way and not by the model.
 */
public interface Lowering {
  /** The units of {@code block}, from shapes alone; the same for the same block and target. */
  List<Unit> plan(Block block, Target target);

  /**
   * The netlist of one unit: a pure function of its arguments. Isomorphic backends copy the block's
   * slice into devices; trained backends train here, on {@code context.calibration()}. Called on
   * several threads at once; what takes long should stop when its thread is interrupted.
   */
  LoweredUnit lower(Block block, Unit unit, Target target, LoweringContext context);
}

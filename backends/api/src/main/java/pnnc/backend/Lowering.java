package pnnc.backend;

import java.util.List;
import pnnc.ir.block.Block;
import pnnc.ir.block.FunctionBlock;

/**
 * Blocks to netlists. {@link #plan} cuts a block into units that know nothing of each other (tiles,
 * meshes, one volume); {@link #lower} then makes each on its own, on any thread, so that memory is
 * bounded by the units under way and not by the model.
 */
public interface Lowering {
  /** The units of {@code block}, from shapes alone; the same for the same block and target. */
  List<Unit> plan(Block block, Target target);

  /**
   * How many samples of the block's inputs and outputs {@link #lower} wants to see; 0 for none. The
   * driver runs the network to get them, which takes time, and keeps them in memory, so that it may
   * come to fewer. By default trained blocks want samples and mapped ones do not; hardware that
   * sets ranges of converters from data asks for linear blocks as well.
   */
  default int calibrationSamples(Block block, Target target) {
    return block instanceof FunctionBlock ? 256 : 0;
  }

  /**
   * The netlist of one unit: a pure function of its arguments. Isomorphic backends copy the block's
   * slice into devices; trained backends train here, on {@code context.calibration()}. Called on
   * several threads at once; what takes long should stop when its thread is interrupted.
   */
  LoweredUnit lower(Block block, Unit unit, Target target, LoweringContext context);
}

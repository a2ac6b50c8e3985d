package pnnc.ir.block;

import pnnc.ir.network.Network;

/**
 * A function that physics is trained to imitate: there is no map from its operators to devices, and
 * equivalence is agreement on {@link CalibrationData}.
 *
 * @param name unique in its partition
 * @param body what it computes; its inputs and outputs are the block's, in order
 */
public record FunctionBlock(String name, Network body) implements Block {
  public FunctionBlock {
    LinearBlock.requireName(name);
    if (body.graph().inputs().isEmpty() || body.graph().outputs().isEmpty()) {
      throw new IllegalArgumentException("block `" + name + "` needs inputs and outputs");
    }
  }
}

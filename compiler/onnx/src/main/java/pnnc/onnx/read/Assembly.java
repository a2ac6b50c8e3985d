package pnnc.onnx.read;

import java.util.Set;
import pnnc.ir.network.OpType;
import pnnc.onnx.tensor.TensorAssembler;

/**
 * What all graphs of one body (the model's own, or a function's) have in common.
 *
 * @param initializersAreFixed whether an input that is also an initializer is none: so it was
 *     before IR version 4
 * @param functions operators that the model defines
 * @param opsets operator sets that the body imports
 */
record Assembly(
    boolean initializersAreFixed,
    Set<FunctionKey> functions,
    OpsetImports opsets,
    TensorAssembler tensors,
    Names names,
    Faults faults) {

  /** What tells a local function from others. */
  record FunctionKey(OpType op, String overload) {}
}

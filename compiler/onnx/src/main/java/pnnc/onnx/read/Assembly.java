package pnnc.onnx.read;

import java.util.Comparator;
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

  /** What tells a local function from others; comparable for the reason that values are. */
  record FunctionKey(String domain, String name, String overload)
      implements Comparable<FunctionKey> {
    private static final Comparator<FunctionKey> ORDER =
        Comparator.comparing(FunctionKey::domain)
            .thenComparing(FunctionKey::name)
            .thenComparing(FunctionKey::overload);

    static FunctionKey of(OpType op, String overload) {
      return new FunctionKey(op.domain(), op.name(), overload);
    }

    @Override
    public int compareTo(FunctionKey other) {
      return ORDER.compare(this, other);
    }
  }
}

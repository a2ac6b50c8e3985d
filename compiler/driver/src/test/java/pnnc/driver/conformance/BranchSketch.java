package pnnc.driver.conformance;

import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;

/** An If with a linear layer in one branch and a sign change in the other. */
final class BranchSketch {
  private BranchSketch() {}

  static Value apply(Sketch s, Value x) {
    long[] sizes = s.sizes(x);
    long width = sizes[sizes.length - 1];
    Tensor flag =
        new Tensor(ElementType.BOOL, Shape.SCALAR, TensorData.of(new byte[] {(byte) s.pick(0, 1)}));
    Value condition = s.chance() ? s.constant(flag) : s.input(flag);
    return s.op(
        "If",
        Map.of(
            "then_branch", Attribute.of(body(s, "MatMul", x, s.floats(width, width))),
            "else_branch", Attribute.of(body(s, "Sub", x, s.floats(width)))),
        condition);
  }

  private static Graph body(Sketch s, String op, Value x, Tensor constant) {
    Value weight = s.fresh("inner");
    Value result = s.fresh("branch");
    Node node = Node.of(op, List.of(x, weight), result);
    return new Graph(
        op,
        List.of(),
        List.of(result),
        Map.of(weight, constant),
        List.of(node),
        Map.of(),
        Map.of(),
        Blob.EMPTY);
  }
}

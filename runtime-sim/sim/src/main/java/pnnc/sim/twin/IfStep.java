package pnnc.sim.twin;

import java.util.Map;
import pnnc.ir.network.Node;

/** ONNX If: one of two bodies. */
final class IfStep extends ControlStep {
  private final Program thenBranch;
  private final Program elseBranch;

  IfStep(Node node, Program.Bodies bodies) {
    super(node);
    this.thenBranch = bodies.of(body(node, "then_branch"));
    this.elseBranch = bodies.of(body(node, "else_branch"));
  }

  @Override
  public void run(Scope scope) {
    boolean condition = scalar(scope.get(node().input(0))) != 0;
    deliver((condition ? thenBranch : elseBranch).run(scope, Map.of()), scope);
  }
}

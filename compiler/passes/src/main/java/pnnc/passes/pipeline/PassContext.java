package pnnc.passes.pipeline;

import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;

/**
 * What a pass may use besides the program.
 *
 * @param file the model's name as the user wrote it, for messages
 * @param diagnostics where faults of the user's program go
 * @param evaluator computes operators on constants
 */
public record PassContext(String file, Diagnostics diagnostics, ConstantEvaluator evaluator) {
  /** Where {@code node} of {@code graph} is in the user's material. */
  public Place place(Graph graph, Node node) {
    Origin origin = graph.origin(node.id());
    String name = origin.name().isEmpty() ? node.id().name() : origin.name();
    return new Place.ModelElement(file, "node " + name, origin.pythonPlace());
  }
}

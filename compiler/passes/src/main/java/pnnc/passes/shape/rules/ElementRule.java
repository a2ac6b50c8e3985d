package pnnc.passes.shape.rules;

import java.util.List;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;

/** Computes the contents of a small integer tensor from those of its operator's inputs. */
@FunctionalInterface
interface ElementRule {
  /**
   * The elements of output number {@code output}, row-major; each may be unknown.
   *
   * @param places the output's shape
   * @throws pnnc.passes.shape.NotKnown if nothing can be said
   */
  List<Extent> compute(Op op, Places places, int output);
}

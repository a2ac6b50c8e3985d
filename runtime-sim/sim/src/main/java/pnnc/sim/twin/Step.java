package pnnc.sim.twin;

import java.util.Collection;
import java.util.List;
import pnnc.ir.network.Value;

/** One piece of a program: reads values from a scope and adds others. */
interface Step {
  /** Every value it needs that is not a constant of its own. */
  Collection<Value> reads();

  /** Every value it adds. */
  List<Value> writes();

  void run(Scope scope);
}

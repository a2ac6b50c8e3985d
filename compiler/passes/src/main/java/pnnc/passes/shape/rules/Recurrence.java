package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;

import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;

/** RNN, GRU and LSTM: {@code [steps, batch, in]} to all states, the last state, the last cell. */
final class Recurrence {
  private Recurrence() {}

  static void addTo(RuleTable table) {
    table.add("RNN GRU LSTM", SAME, Recurrence::dims);
    table.addMicrosoft("DynamicQuantizeLSTM", SAME, Recurrence::dims);
  }

  private static Dims dims(Op op, int output) {
    Dims x = op.dims(0);
    boolean batchFirst = op.flag("layout", false);
    Extent steps = x.at(batchFirst ? 1 : 0);
    Extent batch = x.at(batchFirst ? 0 : 1);
    boolean both = op.node().text("direction", "forward").equals("bidirectional");
    Extent directions = Extent.of(both ? 2 : 1);
    Extent hidden = hidden(op);
    if (output > 0) {
      return batchFirst ? Dims.of(batch, directions, hidden) : Dims.of(directions, batch, hidden);
    }
    return batchFirst
        ? Dims.of(batch, steps, directions, hidden)
        : Dims.of(steps, directions, batch, hidden);
  }

  /** The size of the state. */
  static Extent hidden(Op op) {
    long given = op.node().integer("hidden_size", 0);
    return given > 0 ? Extent.of(given) : op.dims(2).at(2);
  }
}

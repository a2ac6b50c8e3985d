package pnnc.passes.normalize;

import java.util.List;
import pnnc.ir.network.Value;

/** One time step of one direction of a recurrent layer. */
interface RecurrentCell {
  /**
   * The states after the step.
   *
   * @param projected the step's input times W plus bias, {@code [batch, gates·hidden]}
   * @param states before it, each {@code [batch, hidden]}, the hidden one first
   */
  List<Value> step(Draft draft, Value projected, List<Value> states);

  /** The cell of {@code layer} in direction {@code direction}; its constants go into the scope. */
  static RecurrentCell of(RecurrentLayer layer, int direction, Draft draft) {
    CellConstants constants = new CellConstants(layer, direction, draft);
    return switch (layer.kind()) {
      case RNN -> new RnnCell(constants);
      case GRU -> new GruCell(constants);
      case LSTM -> new LstmCell(constants);
    };
  }
}

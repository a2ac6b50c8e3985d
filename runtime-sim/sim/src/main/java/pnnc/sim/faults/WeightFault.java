package pnnc.sim.faults;

import java.util.List;

/**
 * A weight of a unit that is not the network's.
 *
 * @param unit its name
 * @param driven ports of the unit that the weight is driven by: word lines of a crossbar
 * @param read ports that it is read from: bit lines
 * @param input index into the block's input; -1 for the constant that is added
 * @param output index into the block's output
 * @param expected what the network says, in its units
 * @param found what the unit computes
 */
public record WeightFault(
    String unit,
    List<String> driven,
    List<String> read,
    int input,
    int output,
    double expected,
    double found) {
  public WeightFault {
    driven = List.copyOf(driven);
    read = List.copyOf(read);
  }

  /** How far off it is. */
  public double deviation() {
    return Math.abs(found - expected);
  }
}

package pnnc.ir.circuit;

/**
 * A rule that a netlist breaks.
 *
 * @param cell where; empty if nowhere in particular
 * @param device the device or instance; empty if none in particular
 * @param what the rule and the values, one sentence without a full stop
 */
public record Fault(String cell, String device, String what) {
  /** Place and rule on one line. */
  public String describe() {
    String where = device.isEmpty() ? cell : cell.isEmpty() ? device : cell + "/" + device;
    return where.isEmpty() ? what : where + ": " + what;
  }
}

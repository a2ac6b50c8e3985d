package pnnc.ir.circuit;

/**
 * One way in which a netlist is not the expected one.
 *
 * @param kind which
 * @param cell where; empty if nowhere in particular
 * @param device the device or instance; empty if none in particular
 * @param what expected and found, one sentence without a full stop
 */
public record Difference(Kind kind, String cell, String device, String what) {
  /** What can differ. */
  public enum Kind {
    /** Something expected is not there. */
    MISSING,
    /** Something is there that is not expected. */
    UNEXPECTED,
    /** A device is of another kind, or its lists are of another length. */
    STRUCTURE,
    /** A terminal is on another net. */
    CONNECTION,
    /** Two nets have become one. */
    SHORT,
    /** A number or a word is another. */
    PARAMETER
  }

  /** Place and difference on one line. */
  public String describe() {
    return new Fault(cell, device, what).describe();
  }
}

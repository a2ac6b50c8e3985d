package pnnc.layout.extract;

/** What an extraction has looked at. */
final class Effort {
  private long visits;

  /** A cell was visited in a search by place. */
  void visit() {
    visits++;
  }

  /** How many visits there were. */
  long visits() {
    return visits;
  }
}

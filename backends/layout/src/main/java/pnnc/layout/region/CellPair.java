package pnnc.layout.region;

import java.util.Optional;

/**
 * What is worked on as one cell: a cell of the first layout with the one of the same name in the
 * second, or one of them alone.
 */
public record CellPair(Optional<String> first, Optional<String> second) {
  public CellPair {
    if (first.isEmpty() && second.isEmpty()) {
      throw new IllegalArgumentException("a pair of no cells");
    }
  }

  /** The name of both. */
  public String name() {
    return first.orElseGet(second::orElseThrow);
  }

  /** The same name; {@code name (first only)} if the second layout has nothing there. */
  @Override
  public String toString() {
    return first.isEmpty()
        ? name() + " (second only)"
        : second.isEmpty() ? name() + " (first only)" : name();
  }
}

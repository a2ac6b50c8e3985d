package pnnc.ir.network;

/**
 * A name for what an operator computes, a graph takes in, or a constant holds. In one graph and the
 * subgraphs inside it each name has one definition.
 *
 * @param name the user's own; empty only for {@link #ABSENT}
 */
public record Value(String name) implements Comparable<Value> {
  /** Stands in an operator's input or output list where an optional one is left out. */
  public static final Value ABSENT = new Value("");

  public boolean isPresent() {
    return !name.isEmpty();
  }

  /** By name. Hash tables need this to stay fast when a hostile model picks names that collide. */
  @Override
  public int compareTo(Value other) {
    return name.compareTo(other.name);
  }

  /** The name as the text form writes it: {@code %x}, {@code %"conv/out:0"}. */
  @Override
  public String toString() {
    return "%" + Words.word(name);
  }
}

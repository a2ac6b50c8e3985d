package pnnc.backend;

/** What a target says to a block: yes, or why not. */
public sealed interface Admission {
  /** The target can realise the block. */
  record Accepted() implements Admission {}

  /**
   * The target cannot; the block stays on the host.
   *
   * @param reason half a sentence with numbers: {@code 2100 inputs exceed the mesh's 64 modes}
   */
  record Refused(String reason) implements Admission {}

  default boolean isAccepted() {
    return this instanceof Accepted;
  }
}

package pnnc.frontend.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The call whose parentheses are open at a place.
 *
 * @param callee its words, joined by dots in the text: {@code op}, {@code Conv}
 * @param at offset of the last of them
 * @param isPiped whether the first argument stands before a {@code |>}
 * @param index arguments before the one at the place, the piped one not counted
 * @param given the names of those that have one
 * @param argument the name of the argument at the place
 */
public record CallSite(
    List<String> callee,
    int at,
    boolean isPiped,
    int index,
    Set<String> given,
    Optional<String> argument) {
  public CallSite {
    callee = List.copyOf(callee);
    given = Set.copyOf(given);
  }

  /** Whether an operator of ONNX is called. */
  public boolean isOperator() {
    return callee.size() > 1 && callee.get(0).equals("op");
  }

  /** The place of the argument among the parameters, counting the piped one. */
  public int position() {
    return index + (isPiped ? 1 : 0);
  }
}

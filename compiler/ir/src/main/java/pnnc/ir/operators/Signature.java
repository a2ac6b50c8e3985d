package pnnc.ir.operators;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.ir.network.ElementType;

/**
 * What an operator takes in one version of its operator set, beyond how many.
 *
 * @param attributes by name
 * @param inputs in order; the last may stand for any number
 * @param outputs likewise
 */
public record Signature(
    Map<String, AttributeFacts> attributes, List<Formal> inputs, List<Formal> outputs) {
  /**
   * An attribute.
   *
   * @param kind {@code int}, {@code floats}, {@code graph}, …; {@code any} if it is not known
   * @param required whether it must be given
   */
  public record AttributeFacts(String kind, boolean required) {}

  /**
   * An input or output.
   *
   * @param parameter the type parameter that its type is; empty if its types are its own
   * @param types of elements it may have; empty if it may be more than a plain tensor
   * @param variadic whether it stands for any number
   */
  public record Formal(String parameter, Set<ElementType> types, boolean variadic) {}

  /** The input or output number {@code index}; empty if there are not so many. */
  public static Optional<Formal> at(List<Formal> formals, int index) {
    if (index < formals.size()) {
      return Optional.of(formals.get(index));
    }
    return formals.isEmpty() || !formals.get(formals.size() - 1).variadic()
        ? Optional.empty()
        : Optional.of(formals.get(formals.size() - 1));
  }
}

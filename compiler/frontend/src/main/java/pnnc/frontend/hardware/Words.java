package pnnc.frontend.hardware;

import java.util.Collection;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Suggestion;
import pnnc.frontend.ast.Item;

/** Phrases that several messages share. */
final class Words {
  private Words() {}

  /** {@code the target}. */
  static String of(Item.HardwareKind kind) {
    return "the " + kind.word();
  }

  /** {@code a, b, c}; the first twenty of many. */
  static String list(Collection<String> names) {
    String more = names.size() > 20 ? ", …" : "";
    return names.stream().limit(20).collect(Collectors.joining(", ")) + more;
  }

  /** {@code fault} with the name that was meant, or those that there are. */
  static Diagnostic hint(Diagnostic fault, String word, Collection<String> known) {
    return Suggestion.closest(word, known)
        .map(k -> fault.help("did you mean `%s`?".formatted(k)))
        .orElseGet(() -> known.isEmpty() ? fault : fault.help("there are: " + list(known)));
  }
}

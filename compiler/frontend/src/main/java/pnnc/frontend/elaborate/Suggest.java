package pnnc.frontend.elaborate;

import java.util.Collection;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Suggestion;

/** Adds to faults what the user probably meant. */
final class Suggest {
  private Suggest() {}

  /** {@code fault} with the name among {@code known} that is most like {@code word}, if one is. */
  static Diagnostic like(Diagnostic fault, String word, Collection<String> known) {
    return Suggestion.closest(word, known)
        .map(k -> fault.help("did you mean `%s`?".formatted(k)))
        .orElse(fault);
  }
}

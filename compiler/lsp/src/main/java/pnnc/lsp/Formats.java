package pnnc.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextEdit;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.format.Formatter;
import pnnc.frontend.source.SourceText;

/** Lays programs out. */
final class Formats {
  private Formats() {}

  /** The edits that lay {@code source} out; none if it does not parse. */
  static List<TextEdit> of(SourceText source) {
    String before = source.text();
    Optional<String> after = Formatter.format(source, new Diagnostics());
    return after.filter(t -> !t.equals(before)).map(t -> edit(source, t)).stream().toList();
  }

  /** The lines that differ are replaced, so that the cursor elsewhere stays where it is. */
  private static TextEdit edit(SourceText source, String after) {
    String before = source.text();
    int shorter = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shorter && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    head = source.offset(source.line(head), 1);
    int tail = 0;
    while (tail < shorter - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    while (tail > 0 && before.charAt(before.length() - tail - 1) != '\n') {
      tail--;
    }
    return new TextEdit(
        new Places(source).range(head, before.length() - tail),
        after.substring(head, after.length() - tail));
  }
}

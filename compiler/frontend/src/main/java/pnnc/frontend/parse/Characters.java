package pnnc.frontend.parse;

import java.util.Map;
import java.util.function.Consumer;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.grammar.PnncLexer;

/** Finds what is no word: stray characters, and strings that their line does not end. */
final class Characters {
  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("\u201C", "strings stand in plain double quotes: `\"`"),
          Map.entry("\u201D", "strings stand in plain double quotes: `\"`"),
          Map.entry("\u2018", "strings stand in plain double quotes: `\"`"),
          Map.entry("\u2019", "a transpose is a plain `'`, strings stand in `\"`"),
          Map.entry("`", "strings stand in double quotes: `\"`"),
          Map.entry("\u00D7", "write `x` between sizes, `*` between numbers"),
          Map.entry("\u00B7", "write `*`"),
          Map.entry("\u22C5", "write `*`"),
          Map.entry("\u00F7", "write `/`"),
          Map.entry("\u2212", "write a plain `-`"),
          Map.entry("\u2013", "write a plain `-`"),
          Map.entry("\u2014", "write a plain `-`"),
          Map.entry("\u2264", "write `<=`"),
          Map.entry("\u2265", "write `>=`"),
          Map.entry("\u2260", "write `!=`"),
          Map.entry("\u2192", "write `->`"),
          Map.entry("\u2026", "a range is written `0 .. 3`"),
          Map.entry("&", "write `and`"),
          Map.entry("!", "write `not`, or `!=` for unequal"),
          Map.entry("~", "write `not`"),
          Map.entry("#", "comments begin with `//`"),
          Map.entry("@", "a matrix product is `matmul(a, b)`"),
          Map.entry("$", "names need no mark before them"));

  private Characters() {}

  /** Says the first fault of {@code region}; false if there is none. */
  static boolean report(Program program, Program.Region region, Consumer<Diagnostic> report) {
    for (int at = region.from(); at < region.to(); at++) {
      int type = program.type(at);
      if (type == PnncLexer.STRAY || type == PnncLexer.UNCLOSED_STRING) {
        Diagnostic fault = type == PnncLexer.STRAY ? stray(program, at) : unclosed(program, at);
        report.accept(fault.at(program.span(at).place()));
        return true;
      }
    }
    return false;
  }

  private static Diagnostic unclosed(Program program, int at) {
    return DiagnosticCode.STRING_UNCLOSED
        .error(program.word(at).getText())
        .help("close it with `\"`; a newline inside a string is written `\\n`");
  }

  private static Diagnostic stray(Program program, int at) {
    String text = program.word(at).getText();
    Diagnostic fault = DiagnosticCode.CHARACTER_STRAY.error(name(text.codePointAt(0)));
    String remedy = REMEDIES.get(text);
    return remedy == null ? fault : fault.help(remedy);
  }

  private static String name(int c) {
    boolean isVisible =
        !Character.isISOControl(c)
            && Character.isDefined(c)
            && Character.getType(c) != Character.SURROGATE
            && Character.getType(c) != Character.FORMAT;
    String name = Character.getName(c) == null ? "unassigned" : Character.getName(c);
    String number = "U+%04X %s".formatted(c, name);
    return isVisible ? "`%s` (%s)".formatted(Character.toString(c), number) : number;
  }
}

package pnnc.frontend.parse;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/**
 * Resolves the escapes of string literals: <code>\n \t \\ \" &#92;u{…}</code> with the number of a
 * character in hexadecimal.
 */
final class Escapes {
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(u\\{[0-9a-fA-F]{1,6}\\}|.)", Pattern.DOTALL);

  private final SourceText source;
  private final Consumer<Diagnostic> diagnostics;

  Escapes(SourceText source, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** What the literal at {@code literal}, quotes included, says. Unknown escapes are reported. */
  String resolve(Span literal) {
    String inside = literal.text().substring(1, literal.text().length() - 1);
    return ESCAPE
        .matcher(inside)
        .replaceAll(found -> Matcher.quoteReplacement(character(literal, found)));
  }

  private String character(Span literal, MatchResult found) {
    String escape = found.group(1);
    return switch (escape.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '\\', '"' -> escape;
      default -> isCharacter(escape) ? Character.toString(number(escape)) : fault(literal, found);
    };
  }

  private static boolean isCharacter(String escape) {
    return escape.length() > 1 && Character.isValidCodePoint(number(escape));
  }

  private static int number(String escape) {
    return Integer.parseInt(escape.substring(2, escape.length() - 1), 16);
  }

  private String fault(Span literal, MatchResult found) {
    int from = literal.from() + 1 + found.start();
    Span place = new Span(source, from, from + found.group().length());
    diagnostics.accept(
        DiagnosticCode.ESCAPE_UNKNOWN
            .error(found.group())
            .at(place.place())
            .help("a backslash itself is written `\\\\`; a character by number `\\u{3A9}`"));
    return found.group();
  }
}

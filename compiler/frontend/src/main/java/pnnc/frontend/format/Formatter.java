package pnnc.frontend.format;

import java.util.Optional;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.source.SourceText;

/** Lays out programs: {@code pnnc fmt}. */
public final class Formatter {
  /** Columns that lines keep to where words allow it. */
  static final int COLUMNS = 100;

  private Formatter() {}

  /**
   * {@code source} laid out; empty if it does not parse, and then {@code diagnostics} says why. The
   * syntax tree stays the same, places apart, and what is laid out already does not change. Lines
   * end as the first one does: in CRLF or in LF.
   */
  public static Optional<String> format(SourceText source, Diagnostics diagnostics) {
    return Parsing.words(source, diagnostics)
        .map(words -> new Printer(COLUMNS).print(new Layout(words).pieces()))
        .map(text -> withLineEnds(text, source.text()));
  }

  private static String withLineEnds(String text, String before) {
    int first = before.indexOf('\n');
    boolean isDos = first > 0 && before.charAt(first - 1) == '\r';
    return isDos ? text.replace("\n", "\r\n") : text;
  }
}

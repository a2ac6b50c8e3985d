package pnnc.base.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.Place.TextSpan;

/**
 * A diagnostic for people:
 *
 * <pre>{@code
 * error[PNN3020]: a.csv is not readable as CSV: cell 2 is `four`, not a number
 *   --> a.csv:4:4
 *  4 | 3, four
 *    |    ^^^^
 *    = help: …
 * }</pre>
 *
 * <p>Related places in the same file are underlined too, each with its text behind it; marks in one
 * line share it. A related place that is the diagnostic's own puts its text behind the carets.
 */
public final class DiagnosticText {
  private final Paint paint;
  private final int columns;

  /**
   * A renderer.
   *
   * @param columns longer source lines are cut out around what is marked
   */
  public DiagnosticText(Paint paint, int columns) {
    this.paint = paint;
    this.columns = columns;
  }

  /** The diagnostic as whole lines. */
  public String render(Diagnostic diagnostic) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(diagnostic));
    List<Marked> marks = marks(diagnostic);
    int digits = marks.stream().mapToInt(m -> digits(m.span.line())).max().orElse(1);
    String margin = " ".repeat(digits + 2);
    diagnostic
        .place()
        .ifPresent(p -> lines.add(" ".repeat(digits + 1) + paint.place("--> " + clean(p))));
    lines.addAll(source(marks, digits, margin));
    diagnostic.related().stream()
        .filter(label -> !isMarked(label, marks))
        .forEach(
            l ->
                lines.add(
                    margin
                        + "= note: %s: %s".formatted(clean(l.place()), Printable.line(l.text()))));
    diagnostic.help().forEach(help -> lines.add(margin + "= help: " + Printable.line(help)));
    return String.join("\n", lines) + "\n";
  }

  private String headline(Diagnostic diagnostic) {
    Severity severity = diagnostic.severity();
    String label = "%s[%s]".formatted(severity.word(), diagnostic.code().id());
    return paint.severity(severity, label)
        + paint.bold(": " + Printable.line(diagnostic.message()));
  }

  private static String clean(Place place) {
    return Printable.line(place.describe());
  }

  /** A stretch of source text, how it is underlined, and what is said of it. */
  private record Marked(TextSpan span, String pen, String text) {}

  private static List<Marked> marks(Diagnostic diagnostic) {
    Optional<TextSpan> primary = diagnostic.place().flatMap(DiagnosticText::span);
    if (primary.isEmpty()) {
      return List.of();
    }
    List<Marked> marks = new ArrayList<>();
    String own = "";
    for (Diagnostic.Label label : diagnostic.related()) {
      if (label.place().equals(primary.get())) {
        own = label.text();
      } else {
        span(label.place())
            .filter(span -> span.file().equals(primary.get().file()))
            .ifPresent(span -> marks.add(new Marked(span, "-", label.text())));
      }
    }
    marks.add(new Marked(primary.get(), "^", own));
    marks.sort(
        Comparator.comparingInt((Marked m) -> m.span.line()).thenComparing(m -> m.span.column()));
    return marks;
  }

  private static Optional<TextSpan> span(Place place) {
    return place instanceof TextSpan span ? Optional.of(span) : Optional.empty();
  }

  private static boolean isMarked(Diagnostic.Label label, List<Marked> marks) {
    return marks.stream().anyMatch(mark -> mark.span.equals(label.place()));
  }

  private List<String> source(List<Marked> marks, int digits, String margin) {
    List<String> lines = new ArrayList<>();
    String shown = "";
    for (Marked mark : marks) {
      Excerpt excerpt = Excerpt.of(mark.span, Math.max(20, columns - margin.length() - 2));
      String number = String.valueOf(mark.span.line());
      String numbered = " ".repeat(1 + digits - number.length()) + number + " | " + excerpt.text();
      if (!numbered.equals(shown)) {
        lines.add(numbered.stripTrailing());
      }
      shown = numbered;
      lines.add(underlined(mark, excerpt, margin));
    }
    return lines;
  }

  private static String underlined(Marked mark, Excerpt excerpt, String margin) {
    String pen = mark.pen.repeat(excerpt.length());
    String before = margin + "| " + " ".repeat(excerpt.before());
    return (before + pen + " " + Printable.line(mark.text)).stripTrailing();
  }

  private static int digits(int line) {
    return String.valueOf(line).length();
  }
}

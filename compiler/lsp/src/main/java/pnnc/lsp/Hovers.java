package pnnc.lsp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Range;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.elaborate.Meaning;
import pnnc.frontend.names.Cursor;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Headers;
import pnnc.frontend.names.Occurrence;
import pnnc.frontend.names.OperatorWords;
import pnnc.frontend.source.Span;

/** What a place in a program is about. */
final class Hovers {
  private static final int MOST_CANDIDATES = 6;

  private final Analysis analysis;
  private final int offset;
  private final Cursor cursor;
  private final List<String> code = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();

  private Hovers(Analysis analysis, int offset) {
    this.analysis = analysis;
    this.offset = offset;
    this.cursor = Cursor.at(analysis.main(), offset);
  }

  /** What is to be said of {@code offset}; null, as the protocol has it, if that is nothing. */
  static Hover at(Analysis analysis, int offset) {
    return new Hovers(analysis, offset).hover().orElse(null);
  }

  private Optional<Hover> hover() {
    Optional<Occurrence> name = analysis.names().at(offset);
    Optional<Expr> expr = cursor.around().stream().findFirst();
    Optional<Span> at = name.isPresent() ? name.map(o -> o.name().span()) : expr.map(Expr::span);
    name.ifPresent(this::name);
    if (name.isEmpty()) {
      expr.ifPresent(this::expression);
    }
    SchemaFields.at(analysis, offset).ifPresent(this::field);
    analysis.diagnostics().stream().filter(this::isHere).forEach(this::explain);
    if (code.isEmpty() && paragraphs.isEmpty()) {
      return Optional.empty();
    }
    Range range = at.map(Places::range).orElse(analysis.places().range(offset, offset));
    return Optional.of(new Hover(Shown.markdown(code, paragraphs), range));
  }

  private void name(Occurrence occurrence) {
    Optional<String> type = types(occurrence.name().span());
    Set<String> headers = new LinkedHashSet<>();
    for (Declaration d : occurrence.declarations()) {
      boolean isValue =
          switch (d.kind()) {
            case VALUE, WEIGHTS, PARAMETER, VARIABLE -> true;
            default -> false;
          };
      boolean isOwn = d.parameter().isEmpty() || isSeen(d);
      headers.add(
          isValue && isOwn && type.isPresent() ? d.text() + ": " + type.get() : Shown.header(d));
      d.targets().stream().skip(1).map(Shown::header).forEach(headers::add);
    }
    headers.stream().limit(MOST_CANDIDATES).forEach(code::add);
    result(occurrence).ifPresent(r -> code.add("// here: " + r));
    occurrence.declarations().stream()
        .flatMap(d -> Shown.doc(d).stream())
        .findFirst()
        .ifPresent(paragraphs::add);
  }

  /** Whether a parameter is seen from here: the name of an argument is not. */
  private boolean isSeen(Declaration parameter) {
    return analysis.names().visible(offset).getOrDefault(parameter.text(), List.of()).stream()
        .anyMatch(parameter::isSamePlace);
  }

  /** What the call gives whose function is named here. */
  private Optional<String> result(Occurrence occurrence) {
    return cursor.around().stream()
        .filter(Expr.Call.class::isInstance)
        .map(Expr.Call.class::cast)
        .filter(c -> c.callee().span().to() == occurrence.name().span().to())
        .findFirst()
        .flatMap(c -> types(c.span()));
  }

  private Optional<String> types(Span span) {
    List<String> all =
        analysis.meanings(span).stream().map(Meaning::type).distinct().limit(3).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("  |  ", all));
  }

  private void expression(Expr expr) {
    if (expr instanceof Expr.QuantityLiteral q) {
      code.add("%s %s: a quantity in %s".formatted(q.number(), q.unit(), q.unit()));
      return;
    }
    types(expr.span()).ifPresent(t -> code.add(shortened(expr) + ": " + t));
    List<String> path = SchemaFields.words(expr);
    int opset = Opsets.of(cursor.item());
    OperatorWords.summary(path, opset)
        .ifPresent(
            s -> {
              code.add(s);
              OperatorWords.attributes(path, opset).forEach((n, k) -> code.add(n + ": " + k));
            });
  }

  private static String shortened(Expr expr) {
    String line = Headers.line(expr.span().text());
    return line.length() <= 40 ? line : line.substring(0, 39) + "…";
  }

  private void field(SchemaFields.Found field) {
    code.add(Headers.field(field.declaration()));
    if (!field.declaration().doc().isBlank()) {
      paragraphs.add(field.declaration().doc());
    }
  }

  private boolean isHere(Diagnostic diagnostic) {
    if (diagnostic.place().orElse(null) instanceof Place.TextSpan t
        && t.file().equals(analysis.main().source().name())) {
      int from = analysis.main().source().offset(t.line(), t.column());
      return from <= offset && offset <= from + t.length();
    }
    return false;
  }

  private void explain(Diagnostic diagnostic) {
    paragraphs.add(
        "**%s** %s"
            .formatted(diagnostic.code().id(), Headers.line(diagnostic.code().explanation())));
  }
}

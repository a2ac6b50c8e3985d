package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Index;

/** Reads where the data of a check are: {@code npz("test.npz")["x"][0 .. 2000]}. */
final class DataSources {
  private static final List<String> SAMPLES = List.of("npz", "npy", "csv", "idx");
  private static final List<String> MODELS = List.of("onnx");

  private final Report report;

  DataSources(Report report) {
    this.report = report;
  }

  /** Samples for the field {@code name}; empty if a fault has been reported. */
  Optional<ResolvedCheck.DataSource> samples(String name, Expr expr) {
    return read(name, expr, SAMPLES, "data such as npz(\"test.npz\")[\"x\"][0 .. 2000]");
  }

  /** A model for the field {@code name}; empty if a fault has been reported. */
  Optional<ResolvedCheck.DataSource> model(String name, Expr expr) {
    Optional<ResolvedCheck.DataSource> model =
        read(name, expr, MODELS, "a model such as onnx(\"mlp.onnx\")");
    return model.filter(m -> m.array().isEmpty() && m.from().isEmpty() && m.to().isEmpty());
  }

  private Optional<ResolvedCheck.DataSource> read(
      String name, Expr expr, List<String> formats, String expected) {
    Optional<ResolvedCheck.DataSource> source = source(expr, formats);
    if (source.isEmpty()) {
      report.fault(
          DiagnosticCode.CHECK_VALUE.error(name, expected, Forms.describe(expr)), expr.span());
    }
    return source;
  }

  private static Optional<ResolvedCheck.DataSource> source(Expr expr, List<String> formats) {
    if (expr instanceof Expr.Indexing indexing && indexing.indices().size() == 1) {
      return source(indexing.of(), formats)
          .flatMap(s -> narrowed(s, indexing.indices().get(0), expr));
    }
    return expr instanceof Expr.Call call
            && call.callee() instanceof Expr.Reference format
            && formats.contains(format.name().text())
            && call.piped().isEmpty()
            && call.arguments().size() == 1
            && call.arguments().get(0).value() instanceof Expr.StringLiteral file
        ? Optional.of(
            new ResolvedCheck.DataSource(
                format.name().text(),
                file.value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                expr.span()))
        : Optional.empty();
  }

  private static Optional<ResolvedCheck.DataSource> narrowed(
      ResolvedCheck.DataSource source, Index index, Expr whole) {
    boolean isSliced = source.from().isPresent() || source.to().isPresent();
    if (index instanceof Index.At at && at.value() instanceof Expr.StringLiteral array) {
      return Optional.of(source)
          .filter(s -> s.array().isEmpty() && !isSliced)
          .map(s -> with(s, Optional.of(array.value()), s.from(), s.to(), whole));
    }
    if (index instanceof Index.Slice slice && slice.step().isEmpty() && !isSliced) {
      Optional<Long> from = slice.from().flatMap(Placements::whole);
      Optional<Long> to = slice.to().flatMap(Placements::whole);
      boolean isWhole =
          from.isPresent() == slice.from().isPresent() && to.isPresent() == slice.to().isPresent();
      boolean isForward = from.orElse(0L) < to.orElse(Long.MAX_VALUE);
      return isWhole && isForward
          ? Optional.of(with(source, source.array(), from, to, whole))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static ResolvedCheck.DataSource with(
      ResolvedCheck.DataSource source,
      Optional<String> array,
      Optional<Long> from,
      Optional<Long> to,
      Expr whole) {
    return new ResolvedCheck.DataSource(
        source.format(), source.file(), array, from, to, whole.span());
  }
}

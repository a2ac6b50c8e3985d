package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.units.Measured;

/** Values of fields that are expressions, against what the fields may hold. */
final class Scalars {
  /**
   * The field that is being read.
   *
   * @param name for messages
   * @param range its least and most
   * @param entries names of entries that an entry name may be, of the kind that it wants
   */
  record Place(String name, Optional<DataValue.Interval> range, Set<String> entries) {}

  private final Report report;
  private final Arithmetic arithmetic;

  Scalars(Report report) {
    this.report = report;
    this.arithmetic = new Arithmetic(report);
  }

  /** The value of {@code expr} for a field of {@code kind}; empty if that has been reported. */
  Optional<DataValue> value(Expr expr, FieldKind kind, Place place) {
    if (!Forms.isData(expr)) {
      report.fault(DiagnosticCode.NOT_DATA.error(Forms.describe(expr)), expr.span());
      return Optional.empty();
    }
    if (kind instanceof FieldKind.Numeric || kind instanceof FieldKind.InUnit) {
      return number(expr, kind, place);
    }
    if (kind instanceof FieldKind.Interval interval) {
      return interval(expr, interval, place);
    }
    if (kind instanceof FieldKind.Many many) {
      return many(expr, many, place);
    }
    return kind instanceof FieldKind.Size ? size(expr, kind, place) : word(expr, kind, place);
  }

  private Optional<DataValue> misfit(Expr expr, FieldKind kind, Place place) {
    report.fault(
        DiagnosticCode.FIELD_TYPE.error(place.name(), kind.describe(), Forms.describe(expr)),
        expr.span());
    return Optional.empty();
  }

  private Optional<DataValue> number(Expr expr, FieldKind kind, Place place) {
    if (!Arithmetic.isNumber(expr)) {
      return misfit(expr, kind, place);
    }
    return arithmetic
        .measured(expr)
        .filter(m -> Intervals.fits(m, kind, expr.span(), report))
        .filter(m -> isInside(m, expr, place))
        .map(DataValue.Quantity::new);
  }

  private boolean isInside(Measured measured, Expr expr, Place place) {
    boolean isInside = place.range().map(r -> Intervals.contains(r, measured)).orElse(true);
    if (!isInside) {
      DataValue.Interval range = place.range().orElseThrow();
      report.fault(
          DiagnosticCode.FIELD_RANGE.error(
              place.name(),
              shown(measured, expr),
              shown(range.from(), expr) + " .. " + shown(range.to(), expr)),
          expr.span());
    }
    return isInside;
  }

  /** Shares as the user writes them; all else in its best unit. */
  private static String shown(Measured measured, Expr as) {
    boolean isShare = as instanceof Expr.QuantityLiteral q && q.unit().equals("%");
    return isShare ? measured.nominal().text("%") : measured.toString();
  }

  private Optional<DataValue> interval(Expr expr, FieldKind.Interval kind, Place place) {
    if (!(expr instanceof Expr.RangeValue range) || range.step().isPresent()) {
      return misfit(expr, kind, place);
    }
    Optional<DataValue.Interval> read = Intervals.read(range, kind.of(), arithmetic, report);
    return read.filter(
            i -> isInside(i.from(), range.from(), place) && isInside(i.to(), range.to(), place))
        .map(i -> i);
  }

  private Optional<DataValue> many(Expr expr, FieldKind.Many kind, Place place) {
    if (!(expr instanceof Expr.ListValue list)) {
      return misfit(expr, kind, place);
    }
    List<DataValue> values = new ArrayList<>();
    list.elements().forEach(e -> value(e, kind.of(), place).ifPresent(values::add));
    return values.size() == list.elements().size()
        ? Optional.of(new DataValue.Many(values))
        : Optional.empty();
  }

  private Optional<DataValue> size(Expr expr, FieldKind kind, Place place) {
    List<Expr> factors = new ArrayList<>();
    factors(expr, factors);
    List<Long> sizes = new ArrayList<>();
    for (Expr factor : factors) {
      if (!Arithmetic.isNumber(factor)) {
        return misfit(factor, kind, place);
      }
      Optional<Long> size =
          arithmetic
              .measured(factor)
              .filter(m -> Intervals.fits(m, new FieldKind.Numeric(true), factor.span(), report))
              .filter(m -> isInside(m, factor, place))
              .flatMap(m -> positive(m, factor, place));
      size.ifPresent(sizes::add);
    }
    return sizes.size() == factors.size()
        ? Optional.of(new DataValue.Size(sizes))
        : Optional.empty();
  }

  private static void factors(Expr expr, List<Expr> factors) {
    if (expr instanceof Expr.Binary by && by.operator() == Operator.BY) {
      factors(by.left(), factors);
      factors(by.right(), factors);
    } else {
      factors.add(expr);
    }
  }

  private Optional<Long> positive(Measured measured, Expr expr, Place place) {
    var value = measured.nominal().value().numerator();
    if (value.signum() > 0 && value.bitLength() < Integer.SIZE) {
      return Optional.of(value.longValueExact());
    }
    report.fault(
        DiagnosticCode.FIELD_RANGE.error(
            place.name(), measured.nominal().rounded(), "1 .. " + Integer.MAX_VALUE),
        expr.span());
    return Optional.empty();
  }

  private Optional<DataValue> word(Expr expr, FieldKind kind, Place place) {
    if (kind instanceof FieldKind.Text && expr instanceof Expr.StringLiteral text) {
      return Optional.of(new DataValue.Text(text.value()));
    }
    if (kind instanceof FieldKind.Truth && expr instanceof Expr.TruthLiteral truth) {
      return Optional.of(new DataValue.Truth(truth.value()));
    }
    if (kind instanceof FieldKind.Symbols symbols && expr instanceof Expr.Reference word) {
      return symbol(word, symbols);
    }
    return kind instanceof FieldKind.EntryName name && expr instanceof Expr.Reference word
        ? entry(word, name, place)
        : misfit(expr, kind, place);
  }

  private Optional<DataValue> symbol(Expr.Reference word, FieldKind.Symbols symbols) {
    String text = word.name().text();
    if (symbols.words().contains(text)) {
      return Optional.of(new DataValue.Symbol(text));
    }
    report.fault(
        Words.hint(
            DiagnosticCode.SYMBOL_UNKNOWN.error(text, Words.list(symbols.words())),
            text,
            symbols.words()),
        word.span());
    return Optional.empty();
  }

  private Optional<DataValue> entry(Expr.Reference word, FieldKind.EntryName kind, Place place) {
    String text = word.name().text();
    if (place.entries().contains(text)) {
      return Optional.of(new DataValue.Symbol(text));
    }
    report.fault(
        Words.hint(DiagnosticCode.ENTRY_UNKNOWN.error(kind.of(), text), text, place.entries()),
        word.span());
    return Optional.empty();
  }
}

package pnnc.frontend.parse;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Index;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds what binds tighter than any operator: literals, names, calls, indexing. */
final class Postfixes extends PnncParserBaseVisitor<Expr> {
  private final Builders builders;

  Postfixes(Builders builders) {
    this.builders = builders;
  }

  @Override
  public Expr visitAccess(PnncParser.AccessContext context) {
    return access(context, context.postfix(), context.member(), false);
  }

  @Override
  public Expr visitOptionalAccess(PnncParser.OptionalAccessContext context) {
    return access(context, context.postfix(), context.member(), true);
  }

  private Expr access(
      PnncParser.PostfixContext whole,
      PnncParser.PostfixContext of,
      PnncParser.MemberContext member,
      boolean isOptional) {
    return new Expr.Access(
        builders.texts.span(whole), visit(of), builders.texts.name(member), isOptional);
  }

  @Override
  public Expr visitIndexing(PnncParser.IndexingContext context) {
    return new Expr.Indexing(
        builders.texts.span(context),
        visit(context.postfix()),
        context.index().stream().map(this::index).toList());
  }

  Index index(PnncParser.IndexContext context) {
    Span span = builders.texts.span(context);
    if (context instanceof PnncParser.FromStartContext start) {
      return new Index.Slice(span, Optional.empty(), optional(start.pipeline()), Optional.empty());
    }
    if (context instanceof PnncParser.ToEndContext end) {
      return new Index.Slice(span, optional(end.pipeline()), Optional.empty(), Optional.empty());
    }
    Expr value = builders.expressions.visit(((PnncParser.OneIndexContext) context).expression());
    return value instanceof Expr.RangeValue range
        ? new Index.Slice(span, Optional.of(range.from()), Optional.of(range.to()), range.step())
        : new Index.At(span, value);
  }

  private Optional<Expr> optional(PnncParser.PipelineContext context) {
    return Optional.ofNullable(context).map(builders.expressions::visit);
  }

  @Override
  public Expr visitCall(PnncParser.CallContext context) {
    return new Expr.Call(
        builders.texts.span(context),
        visit(context.postfix()),
        Optional.empty(),
        builders.expressions.arguments(context.arguments()));
  }

  @Override
  public Expr visitTranspose(PnncParser.TransposeContext context) {
    return new Expr.Transpose(builders.texts.span(context), visit(context.postfix()));
  }

  @Override
  public Expr visitWith(PnncParser.WithContext context) {
    return new Expr.With(
        builders.texts.span(context),
        visit(context.postfix()),
        builders.records.record(context.record()));
  }

  @Override
  public Expr visitNumber(PnncParser.NumberContext context) {
    return new Expr.NumberLiteral(builders.texts.span(context), context.getText());
  }

  @Override
  public Expr visitQuantity(PnncParser.QuantityContext context) {
    Quantities.Parts parts = Quantities.split(context.getText());
    return new Expr.QuantityLiteral(builders.texts.span(context), parts.number(), parts.unit());
  }

  @Override
  public Expr visitString(PnncParser.StringContext context) {
    return new Expr.StringLiteral(
        builders.texts.span(context), builders.texts.string(context.STRING()));
  }

  @Override
  public Expr visitTruth(PnncParser.TruthContext context) {
    return new Expr.TruthLiteral(builders.texts.span(context), context.TRUE() != null);
  }

  @Override
  public Expr visitNone(PnncParser.NoneContext context) {
    return new Expr.NoneLiteral(builders.texts.span(context));
  }

  @Override
  public Expr visitReference(PnncParser.ReferenceContext context) {
    return new Expr.Reference(builders.texts.span(context), builders.texts.name(context.name()));
  }

  @Override
  public Expr visitTuple(PnncParser.TupleContext context) {
    List<Argument> fields =
        context.argument().stream().map(builders.expressions::argument).toList();
    boolean isOneValue =
        fields.size() == 1 && fields.get(0).name().isEmpty() && context.COMMA().isEmpty();
    return isOneValue
        ? fields.get(0).value()
        : new Expr.Tuple(builders.texts.span(context), fields);
  }

  @Override
  public Expr visitList(PnncParser.ListContext context) {
    return new Expr.ListValue(
        builders.texts.span(context), builders.expressions.all(context.expression()));
  }

  @Override
  public Expr visitSet(PnncParser.SetContext context) {
    return new Expr.SetValue(
        builders.texts.span(context), builders.expressions.all(context.expression()));
  }

  @Override
  public Expr visitRecord(PnncParser.RecordContext context) {
    return builders.records.record(context);
  }
}

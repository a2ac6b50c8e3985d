package pnnc.frontend.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParser.OperationContext;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds expressions down to the operators; what is closer is {@link Postfixes}' work. */
final class Expressions extends PnncParserBaseVisitor<Expr> {
  private final Builders builders;

  Expressions(Builders builders) {
    this.builders = builders;
  }

  List<Expr> all(List<PnncParser.ExpressionContext> contexts) {
    return contexts.stream().map(this::visit).toList();
  }

  Optional<Expr> optional(PnncParser.ExpressionContext context) {
    return Optional.ofNullable(context).map(this::visit);
  }

  List<Argument> arguments(PnncParser.ArgumentsContext context) {
    return context.argument().stream().map(this::argument).toList();
  }

  Argument argument(PnncParser.ArgumentContext context) {
    Optional<Name> name = Optional.ofNullable(context.member()).map(builders.texts::name);
    return new Argument(builders.texts.span(context), name, visit(context.expression()));
  }

  @Override
  public Expr visitIfExpression(PnncParser.IfExpressionContext context) {
    return new Expr.If(
        builders.texts.span(context),
        visit(context.expression(0)),
        visit(context.expression(1)),
        visit(context.expression(2)));
  }

  @Override
  public Expr visitRepeatExpression(PnncParser.RepeatExpressionContext context) {
    return new Expr.Repeat(
        builders.texts.span(context),
        builders.texts.name(context.name()),
        visit(context.expression()),
        context.state().stateVariable().stream().map(this::state).toList(),
        context.state().LPAREN() != null,
        builders.blocks.block(context.block()));
  }

  private Expr.Repeat.State state(PnncParser.StateVariableContext context) {
    return new Expr.Repeat.State(
        builders.texts.name(context.name()), optional(context.expression()));
  }

  @Override
  public Expr visitLambda(PnncParser.LambdaContext context) {
    return new Expr.Lambda(
        builders.texts.span(context),
        builders.blocks.parameters(context.parameters()),
        builders.types.visit(context.type()),
        builders.blocks.body(context.body()));
  }

  @Override
  public Expr visitPlainExpression(PnncParser.PlainExpressionContext context) {
    Expr first = visit(context.pipeline(0));
    if (context.DOTS() == null) {
      return first;
    }
    Optional<Expr> step = Optional.ofNullable(context.pipeline(2)).map(this::visit);
    Span span = builders.texts.span(context);
    return new Expr.RangeValue(span, first, visit(context.pipeline(1)), step);
  }

  @Override
  public Expr visitPipeline(PnncParser.PipelineContext context) {
    Expr value = visit(context.operation(0));
    for (OperationContext stage : context.operation().subList(1, context.operation().size())) {
      value = stage(value, stage);
    }
    return value;
  }

  private Expr stage(Expr piped, OperationContext stage) {
    Expr function = visit(stage);
    Span span = piped.span().to(function.span());
    if (!(stage instanceof PnncParser.PostfixOperationContext plain)) {
      String found = Vocabulary.found(operator(stage));
      builders.texts.report(
          DiagnosticCode.PIPE_STAGE
              .error(found)
              .at(function.span().place())
              .help("write `(x |> f) + y` to go on calculating with the result"));
      return function;
    }
    boolean isCall = plain.postfix() instanceof PnncParser.CallContext;
    return isCall && function instanceof Expr.Call call
        ? new Expr.Call(span, call.callee(), Optional.of(piped), call.arguments())
        : new Expr.Call(span, function, Optional.of(piped), List.of());
  }

  @Override
  public Expr visitNegation(PnncParser.NegationContext context) {
    return new Expr.Negation(builders.texts.span(context), visit(context.operation()));
  }

  @Override
  public Expr visitNot(PnncParser.NotContext context) {
    return new Expr.Not(builders.texts.span(context), visit(context.operation()));
  }

  @Override
  public Expr visitPower(PnncParser.PowerContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitProduct(PnncParser.ProductContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitSum(PnncParser.SumContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitTolerance(PnncParser.ToleranceContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitOtherwise(PnncParser.OtherwiseContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitComparison(PnncParser.ComparisonContext context) {
    if (context.operation(0) instanceof PnncParser.ComparisonContext) {
      Span again = builders.texts.span(operator(context));
      builders.texts.report(
          DiagnosticCode.COMPARISON_CHAIN
              .error(again.text())
              .at(again.place())
              .help("join two comparisons: `a < b and b < c`"));
    }
    return binary(context, context.operation());
  }

  @Override
  public Expr visitAnd(PnncParser.AndContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitOr(PnncParser.OrContext context) {
    return binary(context, context.operation());
  }

  @Override
  public Expr visitAscription(PnncParser.AscriptionContext context) {
    return new Expr.Ascription(
        builders.texts.span(context),
        visit(context.operation()),
        builders.types.visit(context.type()));
  }

  @Override
  public Expr visitPostfixOperation(PnncParser.PostfixOperationContext context) {
    return builders.postfixes.visit(context.postfix());
  }

  private Expr binary(OperationContext context, List<OperationContext> sides) {
    return new Expr.Binary(
        builders.texts.span(context),
        Operators.of(operator(context).getType()),
        visit(sides.get(0)),
        visit(sides.get(1)));
  }

  private static Token operator(OperationContext context) {
    boolean isPrefix = context.getChild(0) instanceof TerminalNode;
    return ((TerminalNode) context.getChild(isPrefix ? 0 : 1)).getSymbol();
  }
}

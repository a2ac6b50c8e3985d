package pnnc.frontend.parse;

import java.util.List;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Statement;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds the bodies and the parameters of functions. */
final class Blocks extends PnncParserBaseVisitor<Statement> {
  private final Builders builders;

  Blocks(Builders builders) {
    this.builders = builders;
  }

  List<Parameter> parameters(PnncParser.ParametersContext context) {
    return context.parameter().stream().map(this::parameter).toList();
  }

  private Parameter parameter(PnncParser.ParameterContext context) {
    return new Parameter(
        builders.texts.span(context),
        builders.texts.name(context.name()),
        builders.types.visit(context.type()),
        builders.expressions.optional(context.expression()));
  }

  Body body(PnncParser.BodyContext context) {
    return context.block() != null
        ? block(context.block())
        : new Body.Single(
            builders.texts.span(context), builders.expressions.visit(context.expression()));
  }

  Body.Block block(PnncParser.BlockContext context) {
    List<Statement> statements = context.statement().stream().map(this::visit).toList();
    if (!statements.isEmpty()) {
      statements.subList(0, statements.size() - 1).forEach(this::refuseLostComparison);
    }
    return new Body.Block(builders.texts.span(context), statements);
  }

  /** {@code y == x} on a line of its own that is not the last has no effect: it was meant as =. */
  private void refuseLostComparison(Statement statement) {
    if (statement instanceof Statement.Result result
        && result.value() instanceof Expr.Binary binary
        && binary.operator() == Operator.EQUAL
        && binary.left() instanceof Expr.Reference name) {
      builders.texts.report(
          DiagnosticCode.EQUAL_FOR_ASSIGN
              .error(name.name())
              .at(binary.span().place())
              .help("write `=`"));
    }
  }

  @Override
  public Statement visitWeightsStatement(PnncParser.WeightsStatementContext context) {
    return new Statement.Weights(
        builders.texts.span(context),
        builders.texts.name(context.name()),
        builders.expressions.visit(context.expression()));
  }

  @Override
  public Statement visitBindStatement(PnncParser.BindStatementContext context) {
    return new Statement.Bind(
        builders.texts.span(context),
        builders.texts.names(context.pattern().name()),
        context.pattern().LPAREN() != null,
        builders.expressions.visit(context.expression()));
  }

  @Override
  public Statement visitResultStatement(PnncParser.ResultStatementContext context) {
    return new Statement.Result(
        builders.texts.span(context), builders.expressions.visit(context.expression()));
  }
}

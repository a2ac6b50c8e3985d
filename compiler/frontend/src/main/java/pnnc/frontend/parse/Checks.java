package pnnc.frontend.parse;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import pnnc.frontend.ast.CheckEntry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds checks. */
final class Checks extends PnncParserBaseVisitor<CheckEntry> {
  private final Builders builders;

  Checks(Builders builders) {
    this.builders = builders;
  }

  Item.Check check(PnncParser.CheckContext context) {
    Name title =
        new Name(
            builders.texts.span(context.STRING().getSymbol()),
            builders.texts.string(context.STRING()));
    return new Item.Check(
        builders.texts.span(context),
        builders.texts.doc(context),
        title,
        builders.texts.name(context.name()),
        builders.texts.path(context.path()),
        context.checkEntry().stream().map(this::visit).toList());
  }

  @Override
  public CheckEntry visitCheckField(PnncParser.CheckFieldContext context) {
    return field(context, context.member(), context.expression());
  }

  @Override
  public CheckEntry visitCornerField(PnncParser.CornerFieldContext context) {
    return field(context, context.member(), context.expression());
  }

  private CheckEntry field(
      ParserRuleContext whole, PnncParser.MemberContext name, PnncParser.ExpressionContext value) {
    return new CheckEntry.Field(
        builders.texts.span(whole), builders.texts.name(name), builders.expressions.visit(value));
  }

  @Override
  public CheckEntry visitRequirement(PnncParser.RequirementContext context) {
    Optional<Name> each = Optional.ofNullable(context.plainName()).map(builders.texts::name);
    Optional<Expr> confidence = builders.expressions.optional(context.expression(1));
    return new CheckEntry.Requirement(
        builders.texts.span(context),
        each,
        builders.expressions.visit(context.expression(0)),
        confidence);
  }

  @Override
  public CheckEntry visitCorner(PnncParser.CornerContext context) {
    return new CheckEntry.Corner(
        builders.texts.span(context),
        builders.texts.name(context.name()),
        builders.expressions.optional(context.expression()),
        context.cornerEntry().stream().map(this::visit).toList());
  }

  @Override
  public CheckEntry visitFaults(PnncParser.FaultsContext context) {
    return new CheckEntry.Faults(
        builders.texts.span(context), builders.expressions.visit(context.expression()));
  }
}

package pnnc.frontend.parse;

import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Expr;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds records of hardware. */
final class Records extends PnncParserBaseVisitor<Entry> {
  private final Builders builders;

  Records(Builders builders) {
    this.builders = builders;
  }

  Expr.RecordValue record(PnncParser.RecordContext context) {
    return new Expr.RecordValue(
        builders.texts.span(context), context.entry().stream().map(this::visit).toList());
  }

  Optional<Entry.Provenance> provenance(PnncParser.ProvenanceContext context) {
    return Optional.ofNullable(context)
        .map(
            found ->
                new Entry.Provenance(
                    builders.texts.span(found),
                    found.ASSUMED() != null,
                    builders.texts.string(found.STRING())));
  }

  @Override
  public Entry visitField(PnncParser.FieldContext context) {
    return new Entry.Field(
        builders.texts.span(context),
        builders.texts.doc(context),
        builders.texts.name(context.member()),
        builders.expressions.visit(context.expression()),
        provenance(context.provenance()));
  }

  @Override
  public Entry visitLimit(PnncParser.LimitContext context) {
    TerminalNode operator = (TerminalNode) context.getChild(2);
    return new Entry.Limit(
        builders.texts.span(context),
        builders.texts.path(context.path()),
        Operators.of(operator.getSymbol().getType()),
        builders.expressions.visit(context.expression(0)),
        builders.expressions.optional(context.expression(1)));
  }

  @Override
  public Entry visitPrefer(PnncParser.PreferContext context) {
    return new Entry.Prefer(
        builders.texts.span(context), context.path().stream().map(builders.texts::path).toList());
  }

  @Override
  public Entry visitNamedEntry(PnncParser.NamedEntryContext context) {
    return new Entry.Named(
        builders.texts.span(context),
        builders.texts.doc(context),
        builders.texts.name(context.member()),
        builders.texts.name(context.plainName()),
        record(context.record()));
  }
}

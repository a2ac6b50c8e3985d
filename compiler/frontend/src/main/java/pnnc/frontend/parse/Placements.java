package pnnc.frontend.parse;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Index;
import pnnc.frontend.ast.Item.Placement;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncParser;

/** Builds placements. */
final class Placements {
  private final Builders builders;

  Placements(Builders builders) {
    this.builders = builders;
  }

  Placement placement(PnncParser.PlaceContext context) {
    return new Placement(
        builders.texts.span(context),
        builders.texts.doc(context),
        builders.texts.name(context.name()),
        context.placement().stream().map(this::rule).toList());
  }

  private Placement.Rule rule(PnncParser.PlacementContext context) {
    return new Placement.Rule(
        builders.texts.span(context),
        pattern(context.pathPattern()),
        builders.texts.path(context.path()));
  }

  private Placement.Pattern pattern(PnncParser.PathPatternContext context) {
    Span span = builders.texts.span(context);
    if (context.STRING() != null) {
      String glob = builders.texts.string(context.STRING());
      return new Placement.Pattern(span, List.of(new Placement.Step(span, glob, Optional.empty())));
    }
    return new Placement.Pattern(span, context.patternStep().stream().map(this::step).toList());
  }

  private Placement.Step step(PnncParser.PatternStepContext context) {
    Optional<Index> index = Optional.ofNullable(context.index()).map(builders.postfixes::index);
    String text = context.getChild(0).getText();
    return new Placement.Step(builders.texts.span(context), text, index);
  }
}

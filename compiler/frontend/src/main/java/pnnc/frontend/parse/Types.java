package pnnc.frontend.parse;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Type;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds types. */
final class Types extends PnncParserBaseVisitor<Type> {
  private final Builders builders;

  Types(Builders builders) {
    this.builders = builders;
  }

  @Override
  public Type visitType(PnncParser.TypeContext context) {
    List<Type> choices = context.typeChoice().stream().map(this::visit).toList();
    return choices.size() == 1
        ? choices.get(0)
        : new Type.ChoiceType(builders.texts.span(context), choices);
  }

  @Override
  public Type visitTypeChoice(PnncParser.TypeChoiceContext context) {
    Type plain = visit(context.plainType());
    return context.QUESTION() == null
        ? plain
        : new Type.OptionalType(builders.texts.span(context), plain);
  }

  @Override
  public Type visitTensorType(PnncParser.TensorTypeContext context) {
    Span span = builders.texts.span(context);
    List<Type.Dimension> dimensions = context.dimension().stream().map(this::dimension).toList();
    if (context.quantized() == null) {
      return new Type.TensorType(span, builders.texts.name(context.name()), dimensions);
    }
    return new Type.QuantizedType(
        span,
        builders.texts.name(context.quantized().name()),
        builders.expressions.arguments(context.quantized().arguments()),
        dimensions);
  }

  private Type.Dimension dimension(PnncParser.DimensionContext context) {
    Span span = builders.texts.span(context);
    if (context instanceof PnncParser.DimensionsContext many) {
      return new Type.Dimension.Many(span, builders.texts.name(many.name()));
    }
    PnncParser.OneDimensionContext one = (PnncParser.OneDimensionContext) context;
    return new Type.Dimension.One(span, builders.expressions.visit(one.expression()));
  }

  @Override
  public Type visitTupleType(PnncParser.TupleTypeContext context) {
    List<Type.TupleType.Field> fields = context.typeField().stream().map(this::field).toList();
    return new Type.TupleType(builders.texts.span(context), fields);
  }

  private Type.TupleType.Field field(PnncParser.TypeFieldContext context) {
    Optional<Name> name = Optional.ofNullable(context.member()).map(builders.texts::name);
    return new Type.TupleType.Field(name, visit(context.type()));
  }

  @Override
  public Type visitSymbolType(PnncParser.SymbolTypeContext context) {
    return new Type.SymbolType(builders.texts.span(context), builders.texts.names(context.name()));
  }

  @Override
  public Type visitListType(PnncParser.ListTypeContext context) {
    return new Type.ListType(builders.texts.span(context), visit(context.type()));
  }

  @Override
  public Type visitNamedType(PnncParser.NamedTypeContext context) {
    return new Type.NamedType(builders.texts.span(context), builders.texts.name(context.name()));
  }
}

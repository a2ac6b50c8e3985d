package pnnc.frontend.parse;

import java.util.List;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.FieldType;
import pnnc.frontend.ast.Item.HardwareKind;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/** Builds the fields of schemas. */
final class Schemas extends PnncParserBaseVisitor<FieldType> {
  private final Builders builders;

  Schemas(Builders builders) {
    this.builders = builders;
  }

  List<FieldDeclaration> fields(PnncParser.FieldsContext context) {
    return context.fieldDeclaration().stream().map(this::declaration).toList();
  }

  private FieldDeclaration declaration(PnncParser.FieldDeclarationContext context) {
    Span span = builders.texts.span(context);
    String doc = builders.texts.doc(context);
    if (context instanceof PnncParser.DeclaredEntriesContext each) {
      return new FieldDeclaration.Each(
          span, doc, builders.texts.name(each.name()), fields(each.fields()));
    }
    PnncParser.DeclaredFieldContext single = (PnncParser.DeclaredFieldContext) context;
    boolean hasRange = single.IN() != null;
    return new FieldDeclaration.Single(
        span,
        doc,
        builders.texts.name(single.member()),
        visit(single.fieldType()),
        builders.expressions.optional(hasRange ? single.expression(0) : null),
        builders.expressions.optional(single.expression(hasRange ? 1 : 0)),
        builders.records.provenance(single.provenance()));
  }

  @Override
  public FieldType visitRecordField(PnncParser.RecordFieldContext context) {
    return new FieldType.Group(builders.texts.span(context), fields(context.fields()));
  }

  @Override
  public FieldType visitRangeField(PnncParser.RangeFieldContext context) {
    return new FieldType.Range(builders.texts.span(context), visit(context.fieldType()));
  }

  @Override
  public FieldType visitListField(PnncParser.ListFieldContext context) {
    return new FieldType.Many(builders.texts.span(context), visit(context.fieldType()));
  }

  @Override
  public FieldType visitSymbolField(PnncParser.SymbolFieldContext context) {
    return new FieldType.Symbols(
        builders.texts.span(context), builders.texts.names(context.name()));
  }

  @Override
  public FieldType visitUnitField(PnncParser.UnitFieldContext context) {
    return new FieldType.UnitOf(builders.texts.span(context), context.getText());
  }

  @Override
  public FieldType visitPercentField(PnncParser.PercentFieldContext context) {
    return new FieldType.UnitOf(builders.texts.span(context), context.getText());
  }

  @Override
  public FieldType visitKindField(PnncParser.KindFieldContext context) {
    HardwareKind kind = context.DEVICE() != null ? HardwareKind.DEVICE : HardwareKind.TECHNOLOGY;
    return new FieldType.Kind(builders.texts.span(context), kind);
  }

  @Override
  public FieldType visitNamedField(PnncParser.NamedFieldContext context) {
    return new FieldType.Named(builders.texts.span(context), builders.texts.path(context.path()));
  }
}

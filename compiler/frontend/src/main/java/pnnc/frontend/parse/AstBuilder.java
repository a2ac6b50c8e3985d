package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Item.HardwareKind;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.grammar.PnncParser;
import pnnc.grammar.PnncParserBaseVisitor;

/**
 * Builds the syntax tree of a file from its parse tree. Items in which the parser stumbled are left
 * out.
 */
final class AstBuilder extends PnncParserBaseVisitor<Item> {
  private final Builders builders;
  private final Texts texts;
  private final Program program;

  AstBuilder(Texts texts, Program program) {
    this.program = program;
    this.builders = new Builders(texts);
    this.texts = texts;
  }

  SourceFile file(PnncParser.FileContext context) {
    List<Use> uses = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (PnncParser.ItemContext item : context.item()) {
      if (!isSound(item)) {
        continue;
      }
      if (item.use() != null) {
        uses.add(use(item.use()));
      } else {
        items.add(visit(item.getChild(0)));
      }
    }
    return new SourceFile(texts.source(), uses, items);
  }

  private boolean isSound(PnncParser.ItemContext item) {
    int from = program.indexOf(item.getStart());
    return !program.isStruck(from, program.indexOf(item.getStop()) + 1);
  }

  private Use use(PnncParser.UseContext context) {
    List<Name> path = new ArrayList<>();
    boolean isFile = context.STRING() != null;
    if (!isFile) {
      path.add(texts.name(context.name(0)));
    }
    context.member().forEach(member -> path.add(texts.name(member)));
    return new Use(
        texts.span(context),
        isFile ? Optional.of(filePath(context)) : Optional.empty(),
        path,
        context.used().stream().map(this::used).toList(),
        alias(context));
  }

  private Use.FilePath filePath(PnncParser.UseContext context) {
    return new Use.FilePath(
        texts.span(context.STRING().getSymbol()), texts.string(context.STRING()));
  }

  private Optional<Name> alias(PnncParser.UseContext context) {
    return context.AS() == null
        ? Optional.empty()
        : Optional.of(texts.name(context.name(context.name().size() - 1)));
  }

  private Use.Used used(PnncParser.UsedContext context) {
    Optional<Name> alias = Optional.ofNullable(context.name(1)).map(texts::name);
    return new Use.Used(texts.name(context.name(0)), alias);
  }

  @Override
  public Item visitFunction(PnncParser.FunctionContext context) {
    return new Item.Function(
        texts.span(context),
        texts.doc(context),
        texts.name(context.name()),
        builders.blocks.parameters(context.parameters()),
        builders.types.visit(context.type()),
        where(context.where()),
        builders.blocks.body(context.body()));
  }

  @Override
  public Item visitNet(PnncParser.NetContext context) {
    Optional<Expr.NumberLiteral> opset =
        Optional.ofNullable(context.NUMBER())
            .map(n -> new Expr.NumberLiteral(texts.span(n.getSymbol()), n.getText()));
    return new Item.Net(
        texts.span(context),
        texts.doc(context),
        texts.name(context.name()),
        builders.blocks.parameters(context.parameters()),
        builders.types.visit(context.type()),
        opset,
        where(context.where()),
        builders.blocks.block(context.block()));
  }

  private List<Expr> where(PnncParser.WhereContext context) {
    return context == null ? List.of() : builders.expressions.all(context.expression());
  }

  @Override
  public Item visitSchema(PnncParser.SchemaContext context) {
    return new Item.Schema(
        texts.span(context),
        texts.doc(context),
        texts.name(context.name()),
        builders.schemas.fields(context.fields()));
  }

  @Override
  public Item visitTarget(PnncParser.TargetContext context) {
    return hardware(context, HardwareKind.TARGET, context.name(), context.path(), context.record());
  }

  @Override
  public Item visitDevice(PnncParser.DeviceContext context) {
    return hardware(context, HardwareKind.DEVICE, context.name(), context.path(), context.record());
  }

  @Override
  public Item visitTechnology(PnncParser.TechnologyContext context) {
    return hardware(
        context, HardwareKind.TECHNOLOGY, context.name(), context.path(), context.record());
  }

  private Item hardware(
      ParserRuleContext whole,
      HardwareKind kind,
      PnncParser.NameContext name,
      PnncParser.PathContext parent,
      PnncParser.RecordContext body) {
    return new Item.Hardware(
        texts.span(whole),
        texts.doc(whole),
        kind,
        texts.name(name),
        Optional.ofNullable(parent).map(texts::path),
        builders.records.record(body));
  }

  @Override
  public Item visitPlace(PnncParser.PlaceContext context) {
    return builders.placements.placement(context);
  }

  @Override
  public Item visitCheck(PnncParser.CheckContext context) {
    return builders.checks.check(context);
  }
}

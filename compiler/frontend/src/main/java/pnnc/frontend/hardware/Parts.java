package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;

/** Hardware inside other hardware: of the right kind and schema, each read once. */
final class Parts {
  private final Names names;
  private final Merger merger;
  private final SchemaReader schemas;
  private final Report report;
  private final FieldReader reader;
  private final List<Item> open = new ArrayList<>();
  private final IdentityHashMap<Raw.Tree, ResolvedHardware> done = new IdentityHashMap<>();

  Parts(Names names, Merger merger, SchemaReader schemas, Report report) {
    this.names = names;
    this.merger = merger;
    this.schemas = schemas;
    this.report = report;
    this.reader = new FieldReader(merger, this, report);
  }

  /** The hardware that {@code tree} describes. */
  ResolvedHardware resolve(Raw.Tree tree) {
    ResolvedHardware known = done.get(tree);
    if (known == null) {
      open.add(tree.hardware.orElseThrow().item());
      known = read(tree);
      open.remove(open.size() - 1);
      done.put(tree, known);
    }
    return known;
  }

  private ResolvedHardware read(Raw.Tree tree) {
    Item.Hardware item = (Item.Hardware) tree.hardware.orElseThrow().item();
    String owner = "%s `%s`".formatted(Words.of(item.kind()), item.name());
    Fields fields = reader.read(tree, tree.schema.map(s -> schemas.read(s).shape()), owner);
    return new ResolvedHardware(
        item.kind(),
        item.name().text(),
        tree.origin,
        tree.schema.map(Declared::fullName),
        item.doc(),
        fields,
        item.name().span());
  }

  /** The value of a field that takes {@code kind}; empty if that has been reported. */
  Optional<DataValue> value(String name, Raw said, FieldKind.Part kind, SourceFile file) {
    Raw raw = merger.named(said);
    if (raw instanceof Raw.Broken) {
      return Optional.empty();
    }
    if (raw instanceof Raw.Tree tree && tree.hardware.isPresent()) {
      return fits(tree, kind, said.span()) && isFinite(tree, said.span())
          ? Optional.of(new DataValue.Part(resolve(tree)))
          : Optional.empty();
    }
    Optional<PathName> path =
        raw instanceof Raw.Leaf leaf ? Names.path(leaf.expr()) : Optional.empty();
    if (path.isEmpty()) {
      String found = raw instanceof Raw.Leaf leaf ? Forms.describe(leaf.expr()) : "a record";
      report.fault(DiagnosticCode.FIELD_TYPE.error(name, kind.describe(), found), raw.span());
    } else if (names.find(path.get(), file).isPresent()) {
      report.fault(
          DiagnosticCode.HARDWARE_KIND.error(path.get(), "a schema", kind.describe()), raw.span());
    } else {
      SourceFile seenFrom = names.file(raw.span().source()).orElse(file);
      merger.unknown(
          kind.kind().map(Item.HardwareKind::word).orElse("hardware"), path.get(), seenFrom);
    }
    return Optional.empty();
  }

  private boolean isFinite(Raw.Tree tree, Span at) {
    Item item = tree.hardware.orElseThrow().item();
    boolean isFinite = open.stream().noneMatch(o -> o.span().equals(item.span()));
    if (!isFinite) {
      String way =
          open.stream()
              .dropWhile(o -> !o.span().equals(item.span()))
              .map(o -> o.name() + " -> ")
              .collect(Collectors.joining());
      report.fault(DiagnosticCode.HARDWARE_CYCLE.error(item.name(), way + item.name()), at);
    }
    return isFinite;
  }

  private boolean fits(Raw.Tree tree, FieldKind.Part kind, Span at) {
    Item.Hardware item = (Item.Hardware) tree.hardware.orElseThrow().item();
    boolean isKind = kind.kind().map(k -> k == item.kind()).orElse(true);
    boolean isSchema =
        kind.schema().map(s -> tree.schema.filter(s::isSame).isPresent()).orElse(true);
    if (!tree.isBroken && !(isKind && isSchema)) {
      String what = "a " + item.kind().word();
      String of = tree.schema.map(s -> " of the schema `%s`".formatted(s.item().name())).orElse("");
      report.fault(DiagnosticCode.HARDWARE_KIND.error(item.name(), what + of, kind.describe()), at);
    }
    return isKind && isSchema;
  }

  /** Checks the defaults of {@code schema} as if a description had said them. */
  void checkDefaults(Declared schema) {
    Shape shape = schemas.read(schema).shape();
    reader.readDefaults(shape, "the schema `%s`".formatted(schema.item().name()));
  }

  /** The shape of the schema that {@code tree} follows. */
  Optional<SchemaReader.Schema> schema(Raw.Tree tree) {
    return tree.schema.map(schemas::read);
  }
}

package pnnc.frontend.hardware;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.source.SourceText;

/**
 * {@code -D adc.width=6bit}: fields set from outside. The value is read as part of a program, so
 * that it means what it means in a file and is checked as there.
 */
final class Overrides {
  private static final String FILE = "option -D";
  private static final String BEFORE = "device d {\nv =\n";

  private final Merger merger;
  private final Parts parts;
  private final Diagnostics diagnostics;
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Overrides whose faults go to {@code diagnostics}. */
  Overrides(Merger merger, Parts parts, Diagnostics diagnostics) {
    this.merger = merger;
    this.parts = parts;
    this.diagnostics = diagnostics;
  }

  /** {@code tree} with every override, in order, seen from {@code file}. */
  Raw.Tree apply(Raw.Tree tree, Map<String, String> overrides, SourceFile file) {
    Raw.Tree changed = tree;
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      Optional<Expr> value = parse(override.getKey(), override.getValue());
      if (value.isPresent()) {
        List<String> path = Arrays.asList(override.getKey().split("\\.", -1));
        changed = set(changed, shape(changed), path, value.get(), file);
      }
    }
    return changed;
  }

  private Optional<Expr> parse(String key, String text) {
    SourceText source = new SourceText(FILE + " " + key, BEFORE + text + "\n}");
    texts.put(source.name(), key + "=" + text);
    int before = diagnostics.all().size();
    List<Item> items = Parsing.parse(source, diagnostics).items();
    if (diagnostics.all().size() > before) {
      return Optional.empty();
    }
    boolean isOne =
        items.size() == 1
            && items.get(0) instanceof Item.Hardware device
            && device.body().entries().size() == 1
            && device.body().entries().get(0) instanceof Entry.Field;
    if (!isOne) {
      diagnostics.add(
          DiagnosticCode.OVERRIDE_MALFORMED.error(key + "=" + text).at(new Place.WholeFile(FILE)));
      return Optional.empty();
    }
    Entry entry = ((Item.Hardware) items.get(0)).body().entries().get(0);
    return Optional.of(((Entry.Field) entry).value());
  }

  private Optional<Shape> shape(Raw.Tree tree) {
    return parts.schema(tree).map(SchemaReader.Schema::shape);
  }

  private Raw.Tree set(
      Raw.Tree tree, Optional<Shape> shape, List<String> path, Expr value, SourceFile file) {
    Raw.Tree copy = tree.copy(tree.span);
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (rest.size() > 1 && copy.entries.containsKey(name)) {
      entry(copy, shape, path, value, file);
      return copy;
    }
    Optional<Raw> before = before(copy, shape, name).map(merger::expanded);
    copy.fields.put(
        name,
        rest.isEmpty()
            ? merger.raw(value, before, file, Optional.empty())
            : set(inner(before, value), inner(before, shape, name), rest, value, file));
    copy.names.put(name, value.span());
    return copy;
  }

  private void entry(
      Raw.Tree copy, Optional<Shape> shape, List<String> path, Expr value, SourceFile file) {
    Map<String, Raw.Tree> all = copy.entries.get(path.get(0));
    Raw.Tree entry = all.getOrDefault(path.get(1), new Raw.Tree(value.span()));
    Optional<Shape> inner = shape.map(s -> s.entries().get(path.get(0)));
    all.put(path.get(1), set(entry, inner, path.subList(2, path.size()), value, file));
  }

  private Optional<Raw> before(Raw.Tree tree, Optional<Shape> shape, String name) {
    return Optional.ofNullable(tree.fields.get(name))
        .or(
            () ->
                shape
                    .map(s -> s.fields().get(name))
                    .flatMap(
                        slot ->
                            slot.otherwise()
                                .map(
                                    e ->
                                        merger.raw(
                                            e, Optional.empty(), slot.file(), slot.provenance()))));
  }

  private static Raw.Tree inner(Optional<Raw> before, Expr value) {
    return before.orElse(null) instanceof Raw.Tree tree ? tree : new Raw.Tree(value.span());
  }

  private Optional<Shape> inner(Optional<Raw> before, Optional<Shape> shape, String name) {
    if (before.orElse(null) instanceof Raw.Tree tree && tree.hardware.isPresent()) {
      return shape(tree);
    }
    return shape
        .map(s -> s.fields().get(name))
        .flatMap(
            s ->
                s.kind() instanceof FieldKind.Group group
                    ? Optional.of(group.shape())
                    : Optional.empty());
  }

  /** {@code fault} with its place as the user knows it: the option. */
  Diagnostic seenByUser(Diagnostic fault) {
    return fault.place().orElse(null) instanceof Place.TextSpan span
            && texts.containsKey(span.file())
        ? fault.at(option(span))
        : fault;
  }

  private Place option(Place.TextSpan span) {
    String text = texts.get(span.file());
    int column = text.indexOf('=') + 1 + Math.max(span.column(), 1);
    int length = Math.max(1, Math.min(span.length(), text.length() - column + 1));
    return new Place.TextSpan(FILE, 1, column, length, text);
  }
}

package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;

/**
 * Lays descriptions over what they inherit: {@code adc = { width = 6 bit }} changes one field of an
 * inherited {@code adc} and keeps the others, as {@code with} does.
 */
final class Merger {
  private final Names names;
  private final Report report;
  private final Objectives objectives;
  private final Map<Span, Raw> done = new HashMap<>();
  private final List<Item.Hardware> open = new ArrayList<>();

  Merger(Names names, Report report) {
    this.names = names;
    this.report = report;
    this.objectives = new Objectives(report);
  }

  /** All that {@code declared}, a target, device or technology, says and inherits. */
  Raw hardware(Declared declared) {
    Item.Hardware item = (Item.Hardware) declared.item();
    Raw known = done.get(item.span());
    if (known != null) {
      return known;
    }
    if (open.stream().anyMatch(o -> o.span().equals(item.span()))) {
      cycle(item);
      return new Raw.Broken(item.name().span());
    }
    open.add(item);
    Raw tree = merge(item, declared);
    open.remove(open.size() - 1);
    done.put(item.span(), tree);
    return tree;
  }

  private void cycle(Item.Hardware item) {
    String way =
        open.stream()
            .dropWhile(o -> !o.span().equals(item.span()))
            .map(o -> o.name().text())
            .collect(Collectors.joining(" -> "));
    report.fault(
        DiagnosticCode.HARDWARE_CYCLE.error(item.name(), way + " -> " + item.name()),
        item.name().span());
  }

  private Raw merge(Item.Hardware item, Declared declared) {
    Raw.Tree tree = item.parent().map(p -> inherited(p, item, declared)).orElse(fresh(item));
    tree.hardware = Optional.of(declared);
    if (Names.isStandard(declared.file()) || tree.origin.isEmpty()) {
      tree.origin = declared.fullName();
    }
    apply(tree, item.body(), declared.file(), item.kind() == Item.HardwareKind.TARGET);
    return tree;
  }

  private static Raw.Tree fresh(Item.Hardware item) {
    return new Raw.Tree(item.name().span());
  }

  private Raw.Tree inherited(PathName parent, Item.Hardware item, Declared declared) {
    Raw.Tree tree = fresh(item);
    Optional<Declared> found = names.find(parent, declared.file());
    if (found.isEmpty()) {
      unknown("schema or " + item.kind().word(), parent, declared.file());
      tree.isBroken = true;
    } else if (found.get().item() instanceof Item.Hardware hardware) {
      return hardware.kind() == item.kind()
          ? heir(found.get(), item)
          : wrongKind(hardware, parent, item, tree);
    } else {
      tree.schema = found;
    }
    return tree;
  }

  private Raw.Tree heir(Declared parent, Item.Hardware item) {
    if (hardware(parent) instanceof Raw.Tree tree) {
      return tree.copy(item.name().span());
    }
    Raw.Tree broken = fresh(item);
    broken.isBroken = true;
    return broken;
  }

  private Raw.Tree wrongKind(
      Item.Hardware found, PathName parent, Item.Hardware item, Raw.Tree tree) {
    String expected = "a schema or a " + item.kind().word();
    report.fault(
        DiagnosticCode.HARDWARE_KIND.error(parent, "a " + found.kind().word(), expected),
        parent.span());
    tree.isBroken = true;
    return tree;
  }

  /** Says that nothing of that name and kind is there. */
  void unknown(String kind, PathName path, SourceFile file) {
    List<String> words = path.names().stream().map(Name::text).toList();
    Diagnostic fault = DiagnosticCode.HARDWARE_UNKNOWN.error(kind, path);
    report.fault(Words.hint(fault, path.toString(), names.near(words, file)), path.span());
  }

  /** Lays {@code body} over {@code tree}. */
  private void apply(Raw.Tree tree, Expr.RecordValue body, SourceFile file, boolean isTarget) {
    Map<String, Span> set = new LinkedHashMap<>();
    Set<String> bounds = new HashSet<>();
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Field field) {
        if (isFirst(set, field.name().text(), field.name().span())) {
          field(tree, field, file);
        }
      } else if (entry instanceof Entry.Named named) {
        if (isFirst(set, named.kind() + " " + named.name(), named.name().span())) {
          named(tree, named, file);
        }
      } else {
        objectives.add(tree, entry, isTarget, bounds);
      }
    }
  }

  private boolean isFirst(Map<String, Span> set, String name, Span span) {
    Span before = set.putIfAbsent(name, span);
    if (before != null) {
      report.fault(
          DiagnosticCode.FIELD_TWICE.error(name).related(before.place(), "first set here"), span);
    }
    return before == null;
  }

  private void field(Raw.Tree tree, Entry.Field field, SourceFile file) {
    String name = field.name().text();
    Raw before = tree.fields.get(name);
    Raw value = raw(field.value(), Optional.ofNullable(before), file, field.provenance());
    tree.fields.put(name, value);
    tree.names.put(name, field.name().span());
  }

  private void named(Raw.Tree tree, Entry.Named named, SourceFile file) {
    String kind = named.kind().text();
    String name = named.name().text();
    Map<String, Raw.Tree> all = tree.entries.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    Span span = named.name().span();
    Raw.Tree entry = all.containsKey(name) ? all.get(name).copy(span) : new Raw.Tree(span);
    tree.names.putIfAbsent(kind, named.kind().span());
    apply(entry, named.body(), file, false);
    all.put(name, entry);
  }

  /**
   * What {@code expr} says where {@code before} was said before.
   *
   * @param file whose names it sees
   */
  Raw raw(Expr expr, Optional<Raw> before, SourceFile file, Optional<Provenance> provenance) {
    if (expr instanceof Expr.RecordValue value) {
      return changed(before, value, file, provenance);
    }
    if (expr instanceof Expr.With with) {
      Raw of = expanded(raw(with.of(), before, file, provenance));
      return of instanceof Raw.Leaf leaf
          ? noRecord(leaf, file)
          : of instanceof Raw.Broken
              ? of
              : changed(Optional.of(of), with.changes(), file, provenance);
    }
    Optional<Declared> refers =
        Names.path(expr)
            .flatMap(p -> names.find(p, file))
            .filter(d -> d.item() instanceof Item.Hardware);
    return new Raw.Leaf(expr, provenance, refers);
  }

  /** {@code raw}, or the hardware that it names. */
  Raw expanded(Raw raw) {
    return named(raw) instanceof Raw.Tree tree && raw instanceof Raw.Leaf
        ? tree.copy(raw.span())
        : named(raw);
  }

  /** {@code raw}, or the very hardware that it names, the same for each that names it. */
  Raw named(Raw raw) {
    return raw instanceof Raw.Leaf leaf && leaf.refers().isPresent()
        ? hardware(leaf.refers().get())
        : raw;
  }

  private Raw changed(
      Optional<Raw> before,
      Expr.RecordValue changes,
      SourceFile file,
      Optional<Provenance> provenance) {
    Raw.Tree tree =
        before.map(this::expanded).orElse(null) instanceof Raw.Tree old
            ? old.copy(old.hardware.isPresent() ? old.span : changes.span())
            : new Raw.Tree(changes.span());
    if (provenance.isPresent()) {
      tree.provenance = provenance;
    }
    apply(tree, changes, file, false);
    return tree;
  }

  private Raw noRecord(Raw.Leaf leaf, SourceFile file) {
    Optional<PathName> path = Names.path(leaf.expr());
    if (path.isPresent()) {
      unknown("device or technology", path.get(), file);
    } else {
      report.fault(DiagnosticCode.NOT_DATA.error("`with` behind a plain value"), leaf.span());
    }
    return new Raw.Broken(leaf.span());
  }
}

package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.program.Modules;

/**
 * What a file and those it uses say of hardware, placement and checks. Each fault is reported once;
 * what depends on a faulty part is left out or goes without it.
 */
public final class HardwareProgram {
  private final Modules modules;
  private final Report report;
  private final Names names;
  private final Merger merger;
  private final SchemaReader schemas;
  private final Parts parts;
  private final Targets targets;
  private final Placements placements;
  private final Checks checks;

  /**
   * The hardware of {@code modules}.
   *
   * @param diagnostics gets every fault
   */
  public HardwareProgram(Modules modules, Diagnostics diagnostics) {
    this.modules = modules;
    this.report = new Report(diagnostics);
    this.names = new Names(modules);
    this.merger = new Merger(names, report);
    this.schemas = new SchemaReader(names, report);
    this.parts = new Parts(names, merger, schemas, report);
    this.targets = new Targets(parts, report);
    this.placements = new Placements(names, merger, report);
    this.checks = new Checks(placements, this::resolve, report);
  }

  /** Reads everything in the main file, so that all its faults are reported. */
  public void check() {
    refuseTwins();
    for (Item item : modules.main().items()) {
      Declared declared = new Declared(item, modules.main());
      if (item instanceof Item.Schema) {
        schemas.read(declared);
        parts.checkDefaults(declared);
      } else if (item instanceof Item.Hardware) {
        tree(declared).ifPresent(this::resolve);
      }
    }
    placements();
    checks();
  }

  private void refuseTwins() {
    Map<String, Name> first = new LinkedHashMap<>();
    for (Item item : modules.main().items()) {
      if (item instanceof Item.Hardware || item instanceof Item.Schema) {
        Name before = first.putIfAbsent(item.name().text(), item.name());
        if (before != null) {
          report.fault(
              DiagnosticCode.NAME_TWICE
                  .error(item.name())
                  .related(before.span().place(), "first declared here"),
              item.name().span());
        }
      }
    }
  }

  /** As {@link #check}, and warns of numbers that nobody vouches for. */
  public void lint() {
    check();
    Lint lint = new Lint(report);
    for (Item item : modules.main().items()) {
      Declared declared = new Declared(item, modules.main());
      if (item instanceof Item.Schema) {
        lint.schema(schemas.read(declared).shape(), "");
      } else if (Targets.isTarget(declared)) {
        resolve(declared).ifPresent(lint::target);
      } else if (item instanceof Item.Hardware) {
        tree(declared).ifPresent(t -> lint.hardware(parts.resolve(t)));
      }
    }
  }

  private Optional<Raw.Tree> tree(Declared declared) {
    return merger.hardware(declared) instanceof Raw.Tree tree
        ? Optional.of(tree)
        : Optional.empty();
  }

  private void resolve(Raw.Tree tree) {
    if (tree.hardware.filter(Targets::isTarget).isPresent()) {
      targets.resolve(tree);
    } else {
      parts.resolve(tree);
    }
  }

  private Optional<ResolvedTarget> resolve(Declared declared) {
    return tree(declared).map(targets::resolve);
  }

  /** Whether the main file declares a target, a device, a technology or a schema. */
  public boolean hasHardware() {
    return modules.main().items().stream()
        .anyMatch(i -> i instanceof Item.Hardware || i instanceof Item.Schema);
  }

  /** The names of the targets, devices and technologies of the main file, targets first. */
  public List<String> names() {
    List<String> all = new ArrayList<>(targetNames());
    modules.main().items().stream()
        .filter(i -> i instanceof Item.Hardware && !all.contains(i.name().text()))
        .forEach(i -> all.add(i.name().text()));
    return all;
  }

  /** The names of the targets of the main file, sound or not. */
  public List<String> targetNames() {
    return modules.main().items().stream()
        .filter(i -> Targets.isTarget(new Declared(i, modules.main())))
        .map(i -> i.name().text())
        .toList();
  }

  /** The targets of the main file, by name. */
  public Map<String, ResolvedTarget> targets() {
    Map<String, ResolvedTarget> all = new LinkedHashMap<>();
    for (Item item : modules.main().items()) {
      Declared declared = new Declared(item, modules.main());
      if (Targets.isTarget(declared)) {
        resolve(declared).ifPresent(t -> all.put(item.name().text(), t));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** The devices and technologies of the main file, by name. */
  public Map<String, ResolvedHardware> parts() {
    Map<String, ResolvedHardware> all = new LinkedHashMap<>();
    for (Item item : modules.main().items()) {
      Declared declared = new Declared(item, modules.main());
      if (item instanceof Item.Hardware && !Targets.isTarget(declared)) {
        tree(declared).ifPresent(t -> all.put(item.name().text(), parts.resolve(t)));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * The target that the main file knows as {@code name}, with fields set from outside; empty if
   * there is none, which is reported.
   *
   * @param name with dots: {@code xbar65}, {@code std.crossbar}
   * @param overrides values, as text, by dotted path of their field
   */
  public Optional<ResolvedTarget> target(String name, Map<String, String> overrides) {
    List<String> path = Arrays.asList(name.split("\\.", -1));
    Optional<Declared> found = names.find(path, modules.main()).filter(Targets::isTarget);
    if (found.isEmpty()) {
      report.add(unknown(name, path));
    }
    return found.flatMap(this::tree).map(tree -> overridden(tree, overrides, found.get().file()));
  }

  /** The name came from outside: no line of the file is at fault, nor the library as a whole. */
  private Diagnostic unknown(String name, List<String> path) {
    List<String> near =
        path.get(0).equals("std")
            ? names.near(path, modules.main())
            : names.near(path, modules.main()).stream().filter(this::isTarget).toList();
    Diagnostic fault =
        Words.hint(DiagnosticCode.HARDWARE_UNKNOWN.error("target", name), name, near);
    SourceFile main = modules.main();
    return Names.isStandard(main) ? fault : fault.at(new Place.WholeFile(main.source().name()));
  }

  private boolean isTarget(String name) {
    return names.find(List.of(name), modules.main()).filter(Targets::isTarget).isPresent();
  }

  /**
   * The device or technology that the main file knows as {@code name}; empty if there is none,
   * which is not reported.
   */
  public Optional<ResolvedHardware> part(String name) {
    return names
        .find(Arrays.asList(name.split("\\.", -1)), modules.main())
        .filter(d -> d.item() instanceof Item.Hardware && !Targets.isTarget(d))
        .flatMap(this::tree)
        .map(parts::resolve);
  }

  /** The text of a new target called {@code name} that is like {@code target}, all fields said. */
  public String template(String name, ResolvedTarget target) {
    List<String> schema = Arrays.asList(target.hardware().schema().orElseThrow().split("\\."));
    Declared declared = names.find(schema, modules.main()).orElseThrow();
    return TargetTemplate.of(name, target, schemas.read(declared));
  }

  private ResolvedTarget overridden(Raw.Tree tree, Map<String, String> settings, SourceFile file) {
    Diagnostics found = new Diagnostics();
    Report local = new Report(found);
    Merger laid = new Merger(names, local);
    SchemaReader read = new SchemaReader(names, local);
    Parts inside = new Parts(names, laid, read, local);
    Overrides overrides = new Overrides(laid, inside, found);
    Raw.Tree changed = overrides.apply(tree, settings, file);
    ResolvedTarget target = new Targets(inside, local).resolve(changed);
    found.all().forEach(d -> report.add(overrides.seenByUser(d)));
    return target;
  }

  /** The placements of the main file. */
  public List<ResolvedPlacement> placements() {
    List<ResolvedPlacement> all = new ArrayList<>();
    for (Item item : modules.main().items()) {
      if (item instanceof Item.Placement placement) {
        all.add(placements.resolve(placement, modules.main()));
      }
    }
    return all;
  }

  /** The checks of the main file. */
  public List<ResolvedCheck> checks() {
    List<ResolvedCheck> all = new ArrayList<>();
    for (Item item : modules.main().items()) {
      if (item instanceof Item.Check check) {
        all.add(checks.resolve(check, modules.main()));
      }
    }
    return all;
  }
}

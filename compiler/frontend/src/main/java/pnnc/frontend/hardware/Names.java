package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;

/**
 * Finds hardware by name: declared in the same file, taken with {@code use}, or by its full name in
 * the standard library. {@code std.crossbar} is the item {@code crossbar} of {@code
 * std/crossbar.pnn}.
 */
final class Names {
  private final Modules modules;

  Names(Modules modules) {
    this.modules = modules;
  }

  /** What {@code path} means in {@code file}. */
  Optional<Declared> find(PathName path, SourceFile file) {
    return find(path.names().stream().map(Name::text).toList(), file);
  }

  /** The dotted name that {@code expression} is, if it is one. */
  static Optional<PathName> path(Expr expression) {
    if (expression instanceof Expr.Reference reference) {
      return Optional.of(new PathName(reference.span(), List.of(reference.name())));
    }
    if (expression instanceof Expr.Access access && !access.isOptional()) {
      return path(access.of()).map(p -> longer(p, access));
    }
    return Optional.empty();
  }

  private static PathName longer(PathName path, Expr.Access access) {
    List<Name> names = new ArrayList<>(path.names());
    names.add(access.member());
    return new PathName(access.span(), names);
  }

  Optional<Declared> find(List<String> path, SourceFile file) {
    Optional<Declared> near = path.size() == 1 ? item(file, path.get(0)) : Optional.empty();
    return near.or(() -> used(path, file)).or(() -> standard(path));
  }

  private static boolean isHardware(Item item) {
    return item instanceof Item.Hardware || item instanceof Item.Schema;
  }

  private static Optional<Declared> item(SourceFile file, String name) {
    return item(file, name, Names::isHardware);
  }

  private static Optional<Declared> item(SourceFile file, String name, Predicate<Item> which) {
    return file.items().stream()
        .filter(i -> which.test(i) && i.name().text().equals(name))
        .findFirst()
        .map(i -> new Declared(i, file));
  }

  private Optional<Declared> used(List<String> path, SourceFile file) {
    return modules.links(file).stream().flatMap(link -> through(link, path).stream()).findFirst();
  }

  private static Optional<Declared> through(Modules.Link link, List<String> path) {
    String first = path.get(0);
    Use use = link.use();
    if (path.size() == 1) {
      Optional<String> taken =
          use.names().isEmpty() && !link.rest().isEmpty()
              ? alias(use).filter(first::equals).map(a -> link.rest().get(0).text())
              : use.names().stream()
                  .filter(u -> u.alias().orElse(u.name()).text().equals(first))
                  .findFirst()
                  .map(u -> u.name().text());
      return taken.flatMap(name -> item(link.file(), name));
    }
    boolean isModule = use.names().isEmpty() && link.rest().isEmpty() && path.size() == 2;
    return isModule && alias(use).filter(first::equals).isPresent()
        ? item(link.file(), path.get(1))
        : Optional.empty();
  }

  private static Optional<String> alias(Use use) {
    List<Name> path = use.path();
    return use.alias()
        .or(() -> path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1)))
        .map(Name::text);
  }

  private Optional<Declared> standard(List<String> path) {
    if (!path.get(0).equals("std")) {
      return Optional.empty();
    }
    String last = path.get(path.size() - 1);
    Optional<Declared> whole = inLibrary(path, last);
    return whole.isPresent() || path.size() < 2
        ? whole
        : inLibrary(path.subList(0, path.size() - 1), last);
  }

  private Optional<Declared> inLibrary(List<String> file, String name) {
    return modules.standard(String.join("/", file)).flatMap(f -> item(f, name));
  }

  /** The network called {@code name} that {@code file} sees. */
  Optional<Declared> net(String name, SourceFile file) {
    return Stream.concat(Stream.of(file), modules.links(file).stream().map(Modules.Link::file))
        .flatMap(f -> item(f, name, i -> i instanceof Item.Net).stream())
        .findFirst();
  }

  /** The library's file of layers, if there is one. */
  Optional<SourceFile> layers() {
    return modules.standard("std/nn");
  }

  /** Names that could have been meant instead of {@code path} in {@code file}. */
  List<String> near(List<String> path, SourceFile file) {
    List<String> names = new ArrayList<>();
    file.items().stream().filter(Names::isHardware).forEach(i -> names.add(i.name().text()));
    modules.links(file).forEach(l -> l.use().names().forEach(u -> names.add(u.name().text())));
    if (path.size() > 1 && path.get(0).equals("std")) {
      modules.standardNames().forEach(n -> names.add(n.replace('/', '.')));
      List<String> folder = path.subList(0, path.size() - 1);
      modules
          .standard(String.join("/", folder))
          .ifPresent(
              f ->
                  f.items().stream()
                      .filter(Names::isHardware)
                      .forEach(i -> names.add(String.join(".", folder) + "." + i.name())));
    }
    return names;
  }

  /** The file that {@code text} is. */
  Optional<SourceFile> file(SourceText text) {
    return modules.files().stream().filter(f -> f.source() == text).findFirst();
  }

  /** Whether {@code file} belongs to the library. */
  static boolean isStandard(SourceFile file) {
    return Library.isStandard(file.source());
  }
}

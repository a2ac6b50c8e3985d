package pnnc.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Occurrence;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.Span;

/** Where things are declared, and where they are named. */
final class Definitions {
  private final Analysis analysis;
  private final Faults faults;

  Definitions(Analysis analysis, Faults faults) {
    this.analysis = analysis;
    this.faults = faults;
  }

  /** Where what is named at {@code offset} is declared. */
  List<Location> of(int offset) {
    Optional<Occurrence> name = analysis.names().at(offset);
    if (name.isEmpty()) {
      return file(offset);
    }
    return name.get().declarations().stream()
        .flatMap(d -> d.targets().stream())
        .flatMap(d -> declared(d).stream())
        .toList();
  }

  private Optional<Location> declared(Declaration declaration) {
    return declaration.kind() == Declaration.Kind.MODULE
        ? start(declaration.module().orElseThrow())
        : declaration.name().map(Name::span).flatMap(this::location);
  }

  private Optional<Location> start(SourceFile file) {
    Position start = new Position(0, 0);
    return faults.uri(file.source()).map(uri -> new Location(uri, new Range(start, start)));
  }

  private Optional<Location> location(Span span) {
    return faults.uri(span.source()).map(uri -> new Location(uri, Places.range(span)));
  }

  /** The file that the words of a {@code use} at {@code offset} name. */
  private List<Location> file(int offset) {
    return analysis.modules().links(analysis.main()).stream()
        .filter(l -> isPath(l.use(), offset))
        .map(Modules.Link::file)
        .flatMap(f -> start(f).stream())
        .toList();
  }

  private static boolean isPath(Use use, int offset) {
    List<Span> spans = new ArrayList<>(use.path().stream().map(Name::span).toList());
    use.file().ifPresent(f -> spans.add(f.span()));
    return spans.stream().anyMatch(s -> s.from() <= offset && offset <= s.to());
  }

  /** Every place in the program that names what is named at {@code offset}. */
  List<Location> references(int offset, boolean withDeclaration) {
    Optional<Occurrence> name = analysis.names().at(offset);
    List<Location> all = new ArrayList<>();
    if (name.isPresent()) {
      for (SourceFile file : analysis.modules().files()) {
        analysis.program().of(file).occurrences().stream()
            .filter(o -> withDeclaration || !o.isDeclaration())
            .filter(o -> isSame(o, name.get()))
            .flatMap(o -> location(o.name().span()).stream())
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Whether both can mean one thing. */
  static boolean isSame(Occurrence one, Occurrence other) {
    return one.declarations().stream()
        .flatMap(d -> d.targets().stream())
        .anyMatch(
            d ->
                other.declarations().stream()
                    .flatMap(o -> o.targets().stream())
                    .anyMatch(d::isSamePlace));
  }
}

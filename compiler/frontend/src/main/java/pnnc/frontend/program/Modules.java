package pnnc.frontend.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Suggestion;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/** The files of a program, each read once, and which file uses which. Without cycles. */
public final class Modules {
  /**
   * What a {@code use} leads to.
   *
   * @param use the line
   * @param file where the names are
   * @param rest the words of its path behind the file: none, or a name declared there
   */
  public record Link(Use use, SourceFile file, List<Name> rest) {
    public Link {
      rest = List.copyOf(rest);
    }
  }

  private final Library library;
  private final Function<SourceText, SourceFile> parser;
  private final Diagnostics diagnostics;
  private final Map<String, SourceFile> files = new LinkedHashMap<>();
  private final Map<String, Optional<SourceFile>> standard = new HashMap<>();
  private final Map<SourceFile, List<Link>> links = new LinkedHashMap<>();
  private final List<SourceFile> open = new ArrayList<>();

  private Modules(
      Library library, Function<SourceText, SourceFile> parser, Diagnostics diagnostics) {
    this.library = library;
    this.parser = parser;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads {@code main} and everything that it uses.
   *
   * @param parser makes syntax of text and reports faults itself
   * @param diagnostics gets what is wrong with the uses
   */
  public static Modules load(
      SourceText main,
      Library library,
      Function<SourceText, SourceFile> parser,
      Diagnostics diagnostics) {
    Modules modules = new Modules(library, parser, diagnostics);
    modules.file(main);
    return modules;
  }

  /** Every file, the main one first. */
  public List<SourceFile> files() {
    return List.copyOf(links.keySet());
  }

  /** The main file. */
  public SourceFile main() {
    return files().get(0);
  }

  /** The uses of {@code file} that could be followed, in order. */
  public List<Link> links(SourceFile file) {
    return links.getOrDefault(file, List.of());
  }

  /** A file of the standard library that need not be named; it is read if it was not. */
  public Optional<SourceFile> standard(String path) {
    Optional<SourceFile> known = standard.get(path);
    if (known == null) {
      known = library.standard(path).map(this::file);
      standard.put(path, known);
    }
    return known;
  }

  /** The names of the library's files, as far as they can be listed. */
  public List<String> standardNames() {
    return library.standardNames();
  }

  private SourceFile file(SourceText text) {
    SourceFile known = files.get(text.name());
    return known != null ? known : read(text);
  }

  private SourceFile read(SourceText text) {
    SourceFile file = parser.apply(text);
    files.put(text.name(), file);
    links.put(file, List.of());
    open.add(file);
    List<Link> found = new ArrayList<>();
    for (Use use : file.uses()) {
      follow(use, text).ifPresent(found::add);
    }
    links.put(file, found);
    open.remove(file);
    return file;
  }

  private Optional<Link> follow(Use use, SourceText from) {
    Optional<Link> link = use.file().isPresent() ? relative(use, from) : standard(use);
    if (link.isPresent() && open.contains(link.get().file())) {
      String other = link.get().file().source().name();
      Diagnostic fault =
          from.name().equals(other)
              ? DiagnosticCode.USE_ITSELF.error(other)
              : DiagnosticCode.USE_CYCLE.error(from.name(), other);
      diagnostics.add(fault.at(use.span().place()));
      return Optional.empty();
    }
    return link;
  }

  private Optional<Link> relative(Use use, SourceText from) {
    Use.FilePath path = use.file().orElseThrow();
    Optional<String> rule = UsePath.broken(path.path());
    if (rule.isPresent()) {
      diagnostics.add(
          DiagnosticCode.USE_PATH.error(path.path(), rule.get()).at(path.span().place()));
      return Optional.empty();
    }
    try {
      return Optional.of(new Link(use, file(library.relative(from, path.path())), use.path()));
    } catch (DiagnosedException unreadable) {
      unreadable.diagnostics().forEach(d -> diagnostics.add(d.at(path.span().place())));
      return Optional.empty();
    }
  }

  /** The longest beginning of the path that is a file. */
  private Optional<Link> standard(Use use) {
    List<Name> path = use.path();
    for (int length = path.size(); length > 0; length--) {
      String name =
          path.subList(0, length).stream().map(Name::text).collect(Collectors.joining("/"));
      Optional<SourceFile> file = standard(name);
      if (file.isPresent()) {
        return Optional.of(new Link(use, file.get(), path.subList(length, path.size())));
      }
    }
    Span span = path.get(0).span().to(path.get(path.size() - 1).span());
    String name = path.stream().map(Name::text).collect(Collectors.joining("."));
    Diagnostic fault = DiagnosticCode.MODULE_UNKNOWN.error(name).at(span.place());
    diagnostics.add(
        path.get(0).text().equals("std")
            ? meant(fault, name)
            : fault.help("the standard library begins with `std`; a file of yours is in quotes"));
    return Optional.empty();
  }

  private Diagnostic meant(Diagnostic fault, String name) {
    List<String> known = standardNames().stream().map(n -> n.replace('/', '.')).toList();
    return Suggestion.closest(name, known)
        .map(k -> fault.help("did you mean `%s`?".formatted(k)))
        .orElse(fault);
  }
}

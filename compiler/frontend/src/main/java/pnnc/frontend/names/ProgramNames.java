package pnnc.frontend.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.frontend.elaborate.Elaborator;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.ir.network.ElementType;

/** What the names in the files of a program mean. */
public final class ProgramNames {
  private static final String PRELUDE = "std/nn";

  private final Modules modules;
  private final IdentityHashMap<Name, Declaration> declared = new IdentityHashMap<>();
  private final IdentityHashMap<SourceFile, FileNames> files = new IdentityHashMap<>();
  private final IdentityHashMap<SourceFile, Map<String, List<Declaration>>> used =
      new IdentityHashMap<>();
  private final List<Declaration> language = new ArrayList<>();

  /** For the program in {@code modules}. */
  public ProgramNames(Modules modules) {
    this.modules = modules;
    for (ElementType type : ElementType.values()) {
      language.add(Declaration.word(Declaration.Kind.ELEMENT_TYPE, type.toString()));
    }
    Elaborator.builtins().forEach(n -> language.add(Declaration.word(Declaration.Kind.BUILTIN, n)));
    language.add(Declaration.word(Declaration.Kind.OPERATORS, "op"));
  }

  /** The names of {@code file}, one of the program's. */
  public FileNames of(SourceFile file) {
    FileNames known = files.get(file);
    if (known != null) {
      return known;
    }
    FileNames names = new FileNames();
    files.put(file, names);
    new NameWalk(this, file, names).run();
    return names;
  }

  /** What {@code file} declares under {@code name}. */
  public List<Declaration> declared(SourceFile file, String name) {
    return file.items().stream()
        .filter(i -> i.name().text().equals(name) && isNamed(i))
        .map(this::declaration)
        .toList();
  }

  /** Everything that {@code file} declares. */
  public List<Declaration> declared(SourceFile file) {
    return file.items().stream().filter(ProgramNames::isNamed).map(this::declaration).toList();
  }

  /** Placements and checks name things; they declare none. */
  static boolean isNamed(Item item) {
    return !(item instanceof Item.Placement) && !(item instanceof Item.Check);
  }

  Declaration declaration(Item item) {
    return declared.computeIfAbsent(item.name(), n -> Declaration.of(item));
  }

  /** The parameter called {@code name} of each function among {@code callees}. */
  List<Declaration> parameters(List<Declaration> callees, String name) {
    return callees.stream()
        .flatMap(c -> c.targets().stream())
        .flatMap(c -> c.item().stream())
        .flatMap(
            i ->
                parameters(i).stream()
                    .filter(p -> p.name().text().equals(name))
                    .map(p -> declaration(i, p)))
        .toList();
  }

  Declaration declaration(Item item, Parameter parameter) {
    return declared.computeIfAbsent(parameter.name(), n -> Declaration.of(item, parameter));
  }

  /** The parameters of a function or a network; none of other items. */
  public static List<Parameter> parameters(Item item) {
    if (item instanceof Item.Function f) {
      return f.parameters();
    }
    return item instanceof Item.Net n ? n.parameters() : List.of();
  }

  List<Declaration> language() {
    return language;
  }

  /** What every file sees without a {@code use}. */
  List<Declaration> prelude(SourceFile file) {
    return Library.isStandard(file.source())
        ? List.of()
        : modules.standard(PRELUDE).map(this::declared).orElse(List.of());
  }

  /** What {@code file} takes from others, by the name it has here. */
  Map<String, List<Declaration>> used(SourceFile file) {
    Map<String, List<Declaration>> known = used.get(file);
    if (known == null) {
      known = new HashMap<>();
      for (Modules.Link link : modules.links(file)) {
        use(link, known);
      }
      used.put(file, known);
    }
    return known;
  }

  private void use(Modules.Link link, Map<String, List<Declaration>> names) {
    Use use = link.use();
    for (Use.Used u : use.names()) {
      take(link.file(), u.name(), u.alias(), names);
    }
    if (!use.names().isEmpty()) {
      return;
    }
    if (link.rest().size() == 1) {
      take(link.file(), link.rest().get(0), use.alias(), names);
      return;
    }
    Stream<Name> last = use.path().stream().skip(Math.max(0, use.path().size() - 1));
    use.alias()
        .or(last::findFirst)
        .ifPresent(n -> names.put(n.text(), List.of(Declaration.module(n, link.file()))));
  }

  private void take(
      SourceFile file, Name name, Optional<Name> alias, Map<String, List<Declaration>> names) {
    List<Declaration> found = declared(file, name.text());
    if (!found.isEmpty() && alias.isPresent()) {
      names.put(alias.get().text(), List.of(Declaration.alias(alias.get(), found)));
    } else if (!found.isEmpty()) {
      names.put(name.text(), found);
    }
  }

  /** The uses of {@code file} with the files they lead to. */
  List<Modules.Link> links(SourceFile file) {
    return modules.links(file);
  }

  /**
   * What a path of words beginning with {@code std} leads to: what the file of that name is called
   * after ({@code std.crossbar}), else what the file before the last word declares.
   */
  List<Declaration> standard(List<String> words) {
    String last = words.get(words.size() - 1);
    List<Declaration> whole = inLibrary(words, last);
    return whole.isEmpty() && words.size() > 1
        ? inLibrary(words.subList(0, words.size() - 1), last)
        : whole;
  }

  private List<Declaration> inLibrary(List<String> file, String name) {
    return modules.standard(String.join("/", file)).map(f -> declared(f, name)).orElse(List.of());
  }
}

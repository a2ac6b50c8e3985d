package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Use;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.ir.network.ElementType;

/**
 * The names that each file sees: its own, those it uses, the layers of {@code std.nn}, and those of
 * the language itself, each shadowing the next.
 */
final class ModuleScopes {
  /** The layers that every program sees without a {@code use}. */
  private static final String PRELUDE = "std/nn";

  private final Modules modules;
  private final Diagnostics diagnostics;
  private final Map<SourceFile, Scope> scopes = new LinkedHashMap<>();
  private final Scope language = Scope.outermost();

  ModuleScopes(Modules modules, Diagnostics diagnostics) {
    this.modules = modules;
    this.diagnostics = diagnostics;
    for (ElementType type : ElementType.values()) {
      language.bind(type.toString(), new Val.TypeVal(type));
    }
    Builtins.NAMES.forEach(n -> language.bind(n, new Val.BuiltinVal(n)));
    language.bind("op", new Val.DomainVal(""));
  }

  /** The names that {@code file} sees. */
  Scope of(SourceFile file) {
    Scope known = scopes.get(file);
    if (known != null) {
      return known;
    }
    Scope around = language;
    if (!Library.isStandard(file.source())) {
      Optional<SourceFile> prelude = modules.standard(PRELUDE);
      around = prelude.map(this::of).orElse(language);
    }
    Scope used = around.inner();
    Scope own = used.inner();
    scopes.put(file, own);
    modules.links(file).forEach(link -> use(link, used));
    declare(file, own);
    return own;
  }

  private void declare(SourceFile file, Scope scope) {
    Map<String, List<Callable>> functions = new LinkedHashMap<>();
    Set<String> nets = new HashSet<>();
    for (Item item : file.items()) {
      if (item instanceof Item.Function || item instanceof Item.Net) {
        Callable callable =
            item instanceof Item.Function f
                ? Callable.of(f, scope)
                : Callable.of((Item.Net) item, scope);
        new TypeNames(diagnostics).check(callable);
        List<Callable> before = functions.computeIfAbsent(callable.name(), n -> new ArrayList<>());
        boolean isNet = item instanceof Item.Net && nets.add(callable.name());
        twice(callable, before, isNet || nets.contains(callable.name()));
        before.add(callable);
      }
    }
    functions.forEach(
        (name, all) -> scope.bind(name, new Val.FunctionVal(name, all), all.get(0).span()));
  }

  /** Reports that {@code callable} has the name of one before it and cannot be told from that. */
  private void twice(Callable callable, List<Callable> before, boolean isOfNet) {
    before.stream()
        .filter(b -> isOfNet || Overloads.areAlike(b, callable))
        .findFirst()
        .ifPresent(
            first -> {
              Diagnostic fault =
                  DiagnosticCode.NAME_TWICE
                      .error(callable.name())
                      .at(callable.span().place())
                      .related(first.span().place(), "first declared here");
              diagnostics.add(
                  isOfNet
                      ? fault
                      : fault.help(
                          "both take arguments of the same kinds: no call means this one"));
            });
  }

  private void use(Modules.Link link, Scope scope) {
    Scope module = of(link.file());
    Use use = link.use();
    if (link.rest().size() == 1 && use.names().isEmpty()) {
      take(link, module, link.rest().get(0), use.alias(), scope);
    } else if (!link.rest().isEmpty()) {
      unknown(link, link.rest().get(0));
    } else if (use.names().isEmpty()) {
      List<Name> path = use.path();
      Optional<Name> name =
          use.alias()
              .or(() -> path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1)));
      name.ifPresent(n -> scope.bind(n.text(), new Val.ModuleVal(module), n.span()));
    } else {
      use.names().forEach(n -> take(link, module, n.name(), n.alias(), scope));
    }
  }

  private void take(Modules.Link link, Scope module, Name name, Optional<Name> alias, Scope scope) {
    Optional<Val> value = module.own(name.text());
    if (value.isPresent()) {
      scope.bind(alias.orElse(name).text(), value.get(), name.span());
    } else if (link.file().items().stream().noneMatch(i -> i.name().text().equals(name.text()))) {
      unknown(link, name);
    }
  }

  private void unknown(Modules.Link link, Name name) {
    List<String> known = link.file().items().stream().map(i -> i.name().text()).distinct().toList();
    Diagnostic fault = DiagnosticCode.NOT_DECLARED.error(link.file().source().name(), name);
    diagnostics.add(Suggest.like(fault, name.text(), known).at(name.span().place()));
  }
}

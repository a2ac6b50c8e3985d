package pnnc.driver.library;

import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Outcome;
import pnnc.driver.StandardRequest;
import pnnc.driver.library.StandardFacts.Answer;
import pnnc.driver.library.StandardFacts.Module;
import pnnc.driver.report.JsonText;
import pnnc.frontend.elaborate.Elaborator;

/** The action {@code std}: what is in the standard library. */
public final class StandardAction {
  private StandardAction() {}

  /**
   * Answers {@code request}.
   *
   * @throws DiagnosedException if nothing has the name that it asks for
   */
  public static Outcome run(StandardRequest request) {
    List<Module> modules = FactsReader.modules();
    Optional<String> symbol = request.symbol();
    if (symbol.isEmpty()) {
      Answer all = shortened(new Answer(modules, List.of(), List.of()), request.withSource());
      return Outcome.ok(StandardText.list(modules), JsonText.object(all));
    }
    SymbolSearch search = new SymbolSearch(modules);
    Answer found = shortened(search.find(symbol.get()), request.withSource());
    if (found.isEmpty()) {
      throw new DiagnosedException(unknown(symbol.get(), search));
    }
    return Outcome.ok(StandardText.of(found), JsonText.object(found));
  }

  private static Answer shortened(Answer answer, boolean withSource) {
    return withSource
        ? answer
        : new Answer(
            answer.modules().stream()
                .map(
                    m ->
                        new Module(
                            m.name(),
                            m.file(),
                            m.summary(),
                            m.symbols().stream().map(s -> s.withoutSource()).toList()))
                .toList(),
            answer.symbols().stream().map(s -> s.withoutSource()).toList(),
            answer.fields());
  }

  private static Diagnostic unknown(String name, SymbolSearch search) {
    Diagnostic fault =
        DiagnosticCode.USAGE.error(
            "there is nothing called `%s` in the standard library".formatted(name));
    if (Elaborator.builtins().contains(name)) {
      return fault.help("`%s` is a function of the language itself".formatted(name));
    }
    return search
        .near(name)
        .map(near -> fault.help("did you mean `%s`?".formatted(near)))
        .orElse(fault.help("`pnnc std` lists what there is"));
  }
}

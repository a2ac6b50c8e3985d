package pnnc.driver.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import pnnc.base.diagnostics.Suggestion;

/**
 * Finds what a name means: a full one, {@code std.nn.linear}, or the last words of one, {@code
 * linear}. A full name wins over the end of another; a declaration wins over the field of one.
 */
final class SymbolSearch {
  private final List<StandardFacts.Module> modules;

  SymbolSearch(List<StandardFacts.Module> modules) {
    this.modules = List.copyOf(modules);
  }

  /** What {@code name} means; nothing if there is no such thing. */
  StandardFacts.Answer find(String name) {
    StandardFacts.Answer exact = find(name, String::equals);
    return exact.isEmpty() ? find(name, SymbolSearch::endsWith) : exact;
  }

  /** Whether the last words of {@code full} are {@code name}. */
  private static boolean endsWith(String full, String name) {
    return full.equals(name) || full.endsWith("." + name);
  }

  private StandardFacts.Answer find(String name, BiPredicate<String, String> isMeant) {
    List<StandardFacts.Symbol> symbols =
        symbols().stream().filter(s -> isMeant.test(s.name(), name)).toList();
    // A module that declares one thing, called as it is called, is that thing.
    List<StandardFacts.Module> files =
        modules.stream()
            .filter(m -> isMeant.test(m.name(), name))
            .filter(m -> m.symbols().stream().anyMatch(s -> !s.name().equals(m.name())))
            .toList();
    return symbols.isEmpty() && files.isEmpty()
        ? new StandardFacts.Answer(List.of(), List.of(), fields(name, isMeant))
        : new StandardFacts.Answer(files, symbols, List.of());
  }

  private List<StandardFacts.Part> fields(String name, BiPredicate<String, String> isMeant) {
    List<StandardFacts.Part> found = new ArrayList<>();
    for (StandardFacts.Symbol symbol : symbols()) {
      for (StandardFacts.Field field : symbol.fields()) {
        if (isMeant.test(symbol.name() + "." + field.path(), name)) {
          found.add(new StandardFacts.Part(symbol.name(), symbol.kind(), field));
        }
      }
    }
    return found;
  }

  private List<StandardFacts.Symbol> symbols() {
    return modules.stream().flatMap(m -> m.symbols().stream()).toList();
  }

  /** A name that may have been meant by {@code name}. */
  Optional<String> near(String name) {
    Set<String> known = new LinkedHashSet<>();
    modules.forEach(m -> tails(m.name(), known));
    symbols().forEach(s -> tails(s.name(), known));
    Optional<String> near = Suggestion.closest(name, known);
    if (near.isPresent() || !name.contains(".")) {
      return near;
    }
    Set<String> fields = new LinkedHashSet<>();
    symbols().forEach(s -> s.fields().forEach(f -> tails(s.name() + "." + f.path(), fields)));
    return Suggestion.closest(name, fields);
  }

  private static void tails(String name, Set<String> all) {
    String[] words = name.split("\\.", -1);
    for (int from = 0; from < words.length; from++) {
      all.add(String.join(".", Arrays.asList(words).subList(from, words.length)));
    }
  }
}

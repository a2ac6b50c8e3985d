package pnnc.lsp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import pnnc.driver.program.StandardLibrary;
import pnnc.frontend.ast.Item;
import pnnc.frontend.names.Declaration;

/** What can stand behind {@code std.} and the words that follow it. */
final class StandardNames {
  private static final Pattern PATH = Pattern.compile("(?<![\\p{L}\\p{N}_.])(std(?:\\.\\w+)*)\\.$");

  private StandardNames() {}

  /**
   * What can follow the text before a place; none if no name in full is there.
   *
   * @param line the text of the line up to the word at the place
   * @param ofUse whether it is a `use`, which takes functions too; elsewhere they have no such name
   */
  static List<CompletionItem> behind(String line, Analysis analysis, boolean ofUse) {
    if (ofUse && line.strip().equals("use")) {
      return List.of(Snippets.plain("std", CompletionItemKind.Module, "the standard library"));
    }
    Matcher path = PATH.matcher(line);
    if (!path.find()) {
      return List.of();
    }
    String folder = path.group(1).replace('.', '/');
    Map<String, CompletionItem> found = new LinkedHashMap<>();
    analysis.modules().standard(folder).stream()
        .flatMap(f -> analysis.program().declared(f).stream())
        .filter(d -> ofUse || !isFunction(d))
        .forEach(d -> found.putIfAbsent(d.text(), declared(d)));
    StandardLibrary.names().stream()
        .filter(name -> name.startsWith(folder + "/"))
        .map(name -> name.substring(folder.length() + 1))
        .forEach(rest -> found.putIfAbsent(first(rest), module(folder, first(rest))));
    return List.copyOf(found.values());
  }

  private static boolean isFunction(Declaration declaration) {
    return declaration.item().filter(Item.Function.class::isInstance).isPresent();
  }

  private static String first(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static CompletionItem module(String folder, String word) {
    String name = folder.replace('/', '.') + "." + word;
    return Snippets.plain(word, CompletionItemKind.Module, name);
  }

  private static CompletionItem declared(Declaration declaration) {
    CompletionItem item =
        Snippets.plain(
            declaration.text(),
            isFunction(declaration) ? CompletionItemKind.Function : CompletionItemKind.Class,
            Shown.header(declaration));
    Shown.doc(declaration).ifPresent(item::setDocumentation);
    return item;
  }
}

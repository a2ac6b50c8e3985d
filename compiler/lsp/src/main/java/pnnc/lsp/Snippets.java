package pnnc.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Headers;
import pnnc.frontend.names.OperatorWords;

/**
 * What is put into the text.
 *
 * @param areUnderstood whether the editor lets people step through gaps
 */
record Snippets(boolean areUnderstood) {
  /** A word by itself. */
  static CompletionItem plain(String word, CompletionItemKind kind, String detail) {
    CompletionItem item = new CompletionItem(word);
    item.setKind(kind);
    item.setDetail(detail);
    return item;
  }

  /** {@code stride: }. */
  static CompletionItem argument(String name, String detail) {
    CompletionItem item = plain(name + ":", CompletionItemKind.Property, detail);
    item.setInsertText(name + ": ");
    return item;
  }

  /** {@code width = }. */
  static CompletionItem field(FieldDeclaration field) {
    CompletionItem item =
        plain(field.name().text(), CompletionItemKind.Field, Headers.field(field));
    if (field instanceof FieldDeclaration.Single) {
      item.setInsertText(field.name().text() + " = ");
    }
    if (!field.doc().isBlank()) {
      item.setDocumentation(field.doc());
    }
    return item;
  }

  /** {@code limit area <= }. */
  static CompletionItem limit(FieldDeclaration quantity) {
    String label = "limit " + quantity.name();
    CompletionItem item = plain(label, CompletionItemKind.Field, Headers.field(quantity));
    item.setInsertText(label + " <= ");
    if (!quantity.doc().isBlank()) {
      item.setDocumentation(quantity.doc());
    }
    return item;
  }

  /** A function with gaps for what it must be given; behind a pipe it has its first argument. */
  CompletionItem call(Declaration declaration, boolean isPiped) {
    CompletionItem item = plain(declaration.text(), kind(declaration), Shown.header(declaration));
    Shown.doc(declaration).ifPresent(item::setDocumentation);
    Declaration target = declaration.targets().get(0);
    List<String> gaps =
        Shown.parameters(target).stream()
            .skip(isPiped ? 1 : 0)
            .filter(p -> p.otherwise().isEmpty())
            .map(Parameter::name)
            .map(n -> n.text())
            .toList();
    boolean isFunction = target.item().filter(Item.Function.class::isInstance).isPresent();
    if (isFunction && !(isPiped && gaps.isEmpty())) {
      gaps(item, declaration.text(), gaps);
    }
    return item;
  }

  private static CompletionItemKind kind(Declaration declaration) {
    return declaration
            .targets()
            .get(0)
            .item()
            .filter(i -> !(i instanceof Item.Function))
            .isPresent()
        ? CompletionItemKind.Class
        : CompletionItemKind.Function;
  }

  /** An operator with gaps for the attributes it must be given. */
  CompletionItem operator(List<String> path, String name, int opset) {
    List<String> all = new ArrayList<>(path);
    all.add(name);
    Map<String, String> attributes = OperatorWords.attributes(all, opset);
    CompletionItem item =
        plain(
            name,
            CompletionItemKind.Function,
            OperatorWords.summary(all, opset).orElse("operators"));
    if (!attributes.isEmpty()) {
      item.setDocumentation(
          String.join(
              "\n",
              attributes.entrySet().stream().map(a -> a.getKey() + ": " + a.getValue()).toList()));
    }
    return item;
  }

  private void gaps(CompletionItem item, String name, List<String> gaps) {
    if (!areUnderstood) {
      return;
    }
    List<String> numbered = new ArrayList<>();
    for (String gap : gaps) {
      numbered.add("${%d:%s}".formatted(numbered.size() + 1, gap));
    }
    item.setInsertText("%s(%s)".formatted(name, String.join(", ", numbered)));
    item.setInsertTextFormat(InsertTextFormat.Snippet);
  }
}

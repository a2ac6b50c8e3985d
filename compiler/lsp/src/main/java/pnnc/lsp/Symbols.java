package pnnc.lsp;

import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.Item;
import pnnc.frontend.names.Headers;

/** The outline of a file. */
final class Symbols {
  private Symbols() {}

  /** What the main file declares, in order. */
  static List<DocumentSymbol> of(Analysis analysis) {
    return analysis.main().items().stream().map(Symbols::symbol).toList();
  }

  private static DocumentSymbol symbol(Item item) {
    Range whole = Places.range(item.span());
    Range name = Places.range(item.name().span());
    String text = item.name().text().isBlank() ? "?" : item.name().text();
    DocumentSymbol symbol = new DocumentSymbol(text, kind(item), whole, name, Headers.of(item));
    if (item instanceof Item.Schema s) {
      symbol.setChildren(s.fields().stream().map(Symbols::field).toList());
    }
    return symbol;
  }

  private static DocumentSymbol field(FieldDeclaration field) {
    return new DocumentSymbol(
        field.name().text(),
        SymbolKind.Field,
        Places.range(field.span()),
        Places.range(field.name().span()),
        Headers.field(field));
  }

  private static SymbolKind kind(Item item) {
    if (item instanceof Item.Function) {
      return SymbolKind.Function;
    }
    if (item instanceof Item.Net) {
      return SymbolKind.Class;
    }
    if (item instanceof Item.Schema) {
      return SymbolKind.Struct;
    }
    return item instanceof Item.Hardware ? SymbolKind.Object : SymbolKind.Event;
  }
}

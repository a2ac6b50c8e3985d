package pnnc.lsp;

import java.util.Optional;
import pnnc.frontend.ast.Item;
import pnnc.frontend.elaborate.Elaborator;

/** Which operators {@code op} means. */
final class Opsets {
  private Opsets() {}

  /** The version of the operator set inside {@code item}. */
  static int of(Optional<Item> item) {
    if (item.orElse(null) instanceof Item.Net n && n.opset().isPresent()) {
      String text = n.opset().get().text();
      return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : Elaborator.OPSET;
    }
    return Elaborator.OPSET;
  }
}

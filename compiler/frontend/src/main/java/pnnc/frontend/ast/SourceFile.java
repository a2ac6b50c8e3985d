package pnnc.frontend.ast;

import java.util.List;
import pnnc.frontend.source.SourceText;

/**
 * What one file says, in order.
 *
 * @param source the text
 * @param uses what it takes from other files
 * @param items what it declares
 */
public record SourceFile(SourceText source, List<Use> uses, List<Item> items) {
  public SourceFile {
    uses = List.copyOf(uses);
    items = List.copyOf(items);
  }
}

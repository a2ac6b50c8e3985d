package pnnc.frontend.ast;

import java.util.List;
import pnnc.frontend.source.SourceText;

/**
 * What one file says, in order. Equal if read from the same text, which is quick to tell.
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

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile file && file.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}

package pnnc.frontend.hardware;

import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.program.Library;

/**
 * An item and the file whose names it sees.
 *
 * @param item what is declared
 * @param file where
 */
public record Declared(Item item, SourceFile file) {
  /** How any file can name it, {@code std.tech.rom130}; outside the library just its name. */
  public String fullName() {
    String name = item.name().text();
    if (!Library.isStandard(file.source())) {
      return name;
    }
    String path = file.source().name().replaceFirst("\\.pnn$", "").replace('/', '.');
    return path.endsWith("." + name) ? path : path + "." + name;
  }

  /** Declarations are the same if they are the same place of the same text. */
  boolean isSame(Declared other) {
    return item.span().equals(other.item.span());
  }
}

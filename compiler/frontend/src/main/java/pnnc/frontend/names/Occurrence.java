package pnnc.frontend.names;

import java.util.List;
import pnnc.frontend.ast.Name;

/**
 * A name where it stands, and what it may mean: functions can share a name.
 *
 * @param isDeclaration whether it is declared right here
 */
public record Occurrence(Name name, List<Declaration> declarations, boolean isDeclaration) {
  public Occurrence {
    declarations = List.copyOf(declarations);
  }
}

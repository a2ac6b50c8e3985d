package pnnc.layout.oasis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All names of a file, and what it says of cells where it names them. */
final class Names {
  private final NameTable cells = new NameTable("cell name");
  private final NameTable texts = new NameTable("text");
  private final NameTable properties = new NameTable("property name");
  private final NameTable values = new NameTable("property value");
  private final Map<Long, List<RawProperty>> ofCells = new HashMap<>();

  NameTable cells() {
    return cells;
  }

  NameTable texts() {
    return texts;
  }

  NameTable properties() {
    return properties;
  }

  NameTable values() {
    return values;
  }

  /** The table that records {@code 3 + 2 * kind} and the next fill. */
  NameTable ofKind(int kind) {
    return switch (kind) {
      case 0 -> cells;
      case 1 -> texts;
      case 2 -> properties;
      default -> values;
    };
  }

  void addToCell(long number, RawProperty property) {
    ofCells.computeIfAbsent(number, n -> new ArrayList<>()).add(property);
  }

  /** What was said of cell {@code number} beside its name. */
  List<RawProperty> ofCell(long number) {
    return ofCells.getOrDefault(number, List.of());
  }
}

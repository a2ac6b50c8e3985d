package pnnc.layout.extract;

import java.util.HashMap;
import java.util.Map;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layout;

/** How much a cell draws, known before it is drawn. 2⁶³ − 1 stands for all that is more. */
final class Amounts {
  private final Layout layout;
  private Map<String, Long> flat = Map.of();

  Amounts(Layout layout) {
    this.layout = layout;
  }

  /** Shapes of the cell itself, as often as they are repeated. */
  static long own(Cell cell) {
    long count = 0;
    for (Boxes boxes : cell.boxes()) {
      count += boxes.size();
    }
    for (Element e : cell.elements()) {
      count = e instanceof Element.Reference ? count : sum(count, e.repetition().count());
    }
    return count;
  }

  /** Shapes of the cell and of all in it, and cells in it. */
  long flat(String cell) {
    if (flat.isEmpty()) {
      flat = new HashMap<>();
      layout.bottomUp().forEach(c -> flat.put(c.name(), all(c)));
    }
    return flat.getOrDefault(cell, 0L);
  }

  private long all(Cell cell) {
    long count = own(cell);
    for (Element.Reference r : cell.references()) {
      long inside = sum(1, flat.getOrDefault(r.cell(), 0L));
      count = sum(count, product(r.repetition().count(), inside));
    }
    return count;
  }

  static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  static long product(long a, long b) {
    return b > 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }
}

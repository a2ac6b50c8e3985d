package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.process.ProcessRules;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layout;

/** The nets and devices of a cell and of all cells in it. */
public final class Extraction {
  private final String top;
  private final Map<String, ExtractedCell> cells = new LinkedHashMap<>();

  private Extraction(Stack stack, Extractor extractor, String top) {
    this.top = top;
    extractor.done().forEach((name, work) -> cells.put(name, new ExtractedCell(stack, work)));
  }

  /**
   * Extracts {@code top} and each cell in it once, however often it is placed.
   *
   * @param recognisers find devices that the process has no rule for
   * @throws IllegalArgumentException if there is no such cell, or no such mask as a recogniser
   *     wants
   * @throws ArithmeticException if a place is beyond 32 bits
   * @throws pnnc.base.diagnostics.DiagnosedException (5080 to 5083) if the layout repeats or nests
   *     so much that it would take more time or memory than anyone has
   */
  public static Extraction of(
      Layout layout, ProcessRules process, String top, Recogniser... recognisers) {
    return run(layout, process, top, false, List.of(recognisers));
  }

  /** The same, with everything drawn in {@code top} itself: its devices and nets are all there. */
  public static Extraction flat(
      Layout layout, ProcessRules process, String top, Recogniser... recognisers) {
    return run(layout, process, top, true, List.of(recognisers));
  }

  private static Extraction run(
      Layout layout,
      ProcessRules process,
      String top,
      boolean isFlat,
      List<Recogniser> recognisers) {
    Stack stack = new Stack(process, recognisers.stream().map(Recogniser::masks).toList());
    Extractor extractor = new Extractor(stack, layout, isFlat, recognisers);
    below(layout, top, isFlat).forEach(extractor::extract);
    return new Extraction(stack, extractor, top);
  }

  private static List<Cell> below(Layout layout, String top, boolean isFlat) {
    Cell root =
        layout
            .cell(top)
            .orElseThrow(() -> new IllegalArgumentException("no cell `%s`".formatted(top)));
    if (isFlat) {
      return List.of(root);
    }
    Set<String> wanted = new HashSet<>(Set.of(top));
    List<Cell> order = new ArrayList<>(layout.bottomUp());
    for (int i = order.size() - 1; i >= 0; i--) {
      if (wanted.contains(order.get(i).name())) {
        order.get(i).references().forEach(r -> wanted.add(r.cell()));
      }
    }
    return order.stream().filter(c -> wanted.contains(c.name())).toList();
  }

  /** The cell that was asked for. */
  public ExtractedCell top() {
    return cells.get(top);
  }

  /** All, each behind those that it contains. */
  public List<ExtractedCell> cells() {
    return List.copyOf(cells.values());
  }

  public Optional<ExtractedCell> cell(String name) {
    return Optional.ofNullable(cells.get(name));
  }

  /** What cannot be meant, in any cell. */
  public List<Finding> findings() {
    return cells.values().stream().flatMap(c -> c.findings().stream()).toList();
  }
}

package pnnc.layout.region;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/**
 * Combines two layers cell by cell: a cell that lies at many places is worked on once, as long as
 * nothing of the other layer from outside lies within the bounds of what it draws. Where something
 * does, that place is taken apart, by one level of cells at a time, and what was in it is worked on
 * in the cell around.
 *
 * <pre>{@code
 * top: gate over row of cells           row, first, last: one region each
 *  +-----+   +-----+   +--|--+
 *  | c   |   | c   |   | c|  |          c alone: one region, two places left of three
 *  +-----+   +-----+   +--|--+          the third is part of the region of top
 * }</pre>
 *
 * <p>Drawn flat, the result is the same set of points as that of the layers drawn flat: exactly if
 * the shapes lie along the axes, else to the rounding of {@link Region}. Cells that are turned by
 * other than quarter turns, or magnified, are always taken apart.
 */
public final class HierarchicalBoolean {
  private final SetOperation operation;
  private final LayerSide first;
  private final LayerSide second;
  private final Map<CellPair, CellRegions.Content> done = new LinkedHashMap<>();
  private final Set<CellPair> seen = new HashSet<>();
  private final Deque<CellPair> todo = new ArrayDeque<>();

  private HierarchicalBoolean(SetOperation operation, LayerSide first, LayerSide second) {
    this.operation = operation;
    this.first = first;
    this.second = second;
  }

  /**
   * What {@code operation} makes of two layers of a layout.
   *
   * @throws ArithmeticException if a place is beyond 32 bits
   */
  public static CellRegions of(SetOperation operation, Layout layout, Layer first, Layer second) {
    return of(operation, layout, first, layout, second);
  }

  /**
   * What {@code operation} makes of a layer of one layout and one of another; cells of the same
   * name that lie at the same places are worked on together, so that of layouts that differ little
   * hardly anything is taken apart.
   */
  public static CellRegions of(
      SetOperation operation, Layout first, Layer ofFirst, Layout second, Layer ofSecond) {
    LayerSide a = new LayerSide(first, ofFirst);
    LayerSide b = new LayerSide(second, ofSecond);
    return new HierarchicalBoolean(operation, a, b).run(tops(first), tops(second));
  }

  private static Set<String> tops(Layout layout) {
    Set<String> tops = new LinkedHashSet<>();
    layout.tops().forEach(cell -> tops.add(cell.name()));
    return tops;
  }

  private CellRegions run(Set<String> ofFirst, Set<String> ofSecond) {
    Set<String> tops = new LinkedHashSet<>(ofFirst);
    tops.addAll(ofSecond);
    for (String top : tops) {
      Optional<String> inFirst = first.bounds(top).filter(b -> ofFirst.contains(top)).map(b -> top);
      Optional<String> inSecond =
          second.bounds(top).filter(b -> ofSecond.contains(top)).map(b -> top);
      if (inFirst.isPresent() || inSecond.isPresent()) {
        add(new CellPair(inFirst, inSecond));
      }
    }
    while (!todo.isEmpty()) {
      CellPair pair = todo.remove();
      CellRegions.Content content = new CellWork(operation, first, second).run(pair);
      done.put(pair, content);
      content.placements().forEach(p -> add(p.cell()));
    }
    return new CellRegions(done);
  }

  private void add(CellPair pair) {
    if (seen.add(pair)) {
      todo.add(pair);
    }
  }
}

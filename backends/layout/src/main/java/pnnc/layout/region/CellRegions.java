package pnnc.layout.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** What a {@link HierarchicalBoolean} leaves: a region for each cell, and cells that lie in it. */
public final class CellRegions {
  private final Map<CellPair, Content> cells;
  private final Set<CellPair> filled = new HashSet<>();

  /**
   * What is in a cell.
   *
   * @param own the points that do not lie in the cells inside; some may lie in both
   * @param placements the cells inside
   */
  public record Content(Region own, List<Placement> placements) {
    public Content {
      placements = List.copyOf(placements);
    }
  }

  /** Where a cell lies in another. */
  public record Placement(CellPair cell, Transform transform, Repetition repetition) {}

  CellRegions(Map<CellPair, Content> cells) {
    this.cells = new LinkedHashMap<>(cells);
    Map<CellPair, List<CellPair>> around = new HashMap<>();
    Deque<CellPair> todo = new ArrayDeque<>();
    cells.forEach(
        (pair, content) -> {
          for (Placement p : content.placements) {
            around.computeIfAbsent(p.cell, c -> new ArrayList<>()).add(pair);
          }
          if (!content.own.isEmpty()) {
            todo.add(pair);
          }
        });
    while (!todo.isEmpty()) {
      CellPair pair = todo.remove();
      if (filled.add(pair)) {
        todo.addAll(around.getOrDefault(pair, List.of()));
      }
    }
  }

  /** All that was worked on: the topmost cells, and those that lie in others as they are. */
  public Map<CellPair, Content> cells() {
    return Collections.unmodifiableMap(cells);
  }

  /** Whether nothing is left: of {@link SetOperation#XOR}, whether both are the same. */
  public boolean isEmpty() {
    return filled.isEmpty();
  }

  /** Whether nothing is left of {@code cell} and the cells inside. */
  public boolean isEmpty(CellPair cell) {
    return !filled.contains(cell);
  }

  /**
   * All cells that are not empty, drawn on one layer. A cell has its name, with {@code $1} or
   * {@code $2} behind it if it is one of the first or of the second layout only.
   */
  public Layout layout(String name, Grid grid, Layer layer) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin(name, grid);
    Map<CellPair, String> names = names();
    names.forEach(
        (pair, cell) -> {
          builder.beginCell(cell);
          draw(cells.get(pair).own, layer, builder);
          for (Placement p : cells.get(pair).placements) {
            if (filled.contains(p.cell)) {
              builder.reference(names.get(p.cell), p.transform, p.repetition);
            }
          }
          builder.endCell();
        });
    builder.end();
    return builder.build();
  }

  /** In the order of the cells; cells of both layouts choose first. */
  private Map<CellPair, String> names() {
    Map<CellPair, String> names = new LinkedHashMap<>();
    cells.keySet().stream().filter(filled::contains).forEach(pair -> names.put(pair, pair.name()));
    Set<String> taken = new HashSet<>();
    name(names, taken, pair -> pair.first().isPresent() && pair.second().isPresent(), "");
    name(names, taken, pair -> pair.second().isEmpty(), "$1");
    name(names, taken, pair -> pair.first().isEmpty(), "$2");
    return names;
  }

  private static void name(
      Map<CellPair, String> names, Set<String> taken, Predicate<CellPair> isMeant, String suffix) {
    names.replaceAll(
        (pair, name) -> {
          String free = name;
          for (String s = suffix; isMeant.test(pair) && !taken.add(free); s = "$" + s) {
            free = name + s;
          }
          return free;
        });
  }

  /** Polygons with holes have no form of their own in layouts and are cut. */
  private static void draw(Region region, Layer layer, LayoutBuilder to) {
    if (region.isManhattan()) {
      region
          .boxes()
          .forEach(b -> to.box(layer, b.left(), b.bottom(), b.right(), b.top(), Repetition.ONCE));
      return;
    }
    for (Polygon p : region.polygons()) {
      if (p.holes().isEmpty()) {
        to.polygon(layer, p.outer().toArray(), p.outer().size(), Repetition.ONCE);
      } else {
        Region alone = new RegionBuilder().polygon(p.outer()).build();
        for (var hole : p.holes()) {
          alone = alone.minus(new RegionBuilder().polygon(hole).build());
        }
        alone.trapezoids().forEach(t -> draw(t, layer, to));
      }
    }
  }

  private static void draw(Trapezoid t, Layer layer, LayoutBuilder to) {
    int[] xy = {
      t.bottomLeft(),
      t.bottom(),
      t.bottomRight(),
      t.bottom(),
      t.topRight(),
      t.top(),
      t.topLeft(),
      t.top()
    };
    to.polygon(layer, xy, 4, Repetition.ONCE);
  }
}

package pnnc.layout.picture;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** Counts what is in a layout, cells once each. Counts beyond 64 bits stay at the largest. */
public final class Survey {
  private final Layout layout;
  private final Extents extents;
  private final Map<String, Long> placements = new HashMap<>();
  private final SortedMap<Layer, Counts> layers = new TreeMap<>();

  /**
   * How much of a layer there is.
   *
   * @param shapes as the cells have them, an array once
   * @param flatShapes as they are drawn
   * @param flatLabels likewise
   */
  public record Counts(long shapes, long flatShapes, long flatLabels) {
    private Counts plus(Counts other) {
      return new Counts(
          sum(shapes, other.shapes),
          sum(flatShapes, other.flatShapes),
          sum(flatLabels, other.flatLabels));
    }
  }

  public Survey(Layout layout) {
    this.layout = layout;
    this.extents = new Extents(layout, layer -> true);
    place();
    layout.cells().forEach(this::count);
  }

  /** From the topmost cells down, so that how often a cell lies there is known before its own. */
  private void place() {
    layout.tops().forEach(top -> placements.put(top.name(), 1L));
    List<Cell> bottomUp = layout.bottomUp();
    for (int i = bottomUp.size() - 1; i >= 0; i--) {
      Cell cell = bottomUp.get(i);
      for (Element.Reference r : cell.references()) {
        long times = product(placements(cell), r.repetition().count());
        placements.merge(r.cell(), times, Survey::sum);
      }
    }
  }

  private void count(Cell cell) {
    long times = placements(cell);
    for (Boxes boxes : cell.boxes()) {
      add(boxes.layer(), new Counts(boxes.size(), product(times, boxes.size()), 0));
    }
    for (Element element : cell.elements()) {
      long flat = product(times, element.repetition().count());
      if (element instanceof Element.Label l) {
        add(l.layer(), new Counts(0, 0, flat));
      } else if (!(element instanceof Element.Reference)) {
        add(ShapeOutline.of(element).layer(), new Counts(1, flat, 0));
      }
    }
  }

  private void add(Layer layer, Counts counts) {
    layers.merge(layer, counts, Counts::plus);
  }

  /** Every layer, in order. */
  public SortedMap<Layer, Counts> layers() {
    return layers;
  }

  /** How often {@code cell} lies in the topmost cells; 1 for those. */
  public long placements(Cell cell) {
    return placements.getOrDefault(cell.name(), 0L);
  }

  /** How often cells lie in others. */
  public long placements() {
    long all = placements.values().stream().mapToLong(n -> n).reduce(0, Survey::sum);
    return all == Long.MAX_VALUE ? all : all - layout.tops().size();
  }

  /** Levels of cells below the topmost. */
  public int depth() {
    return layout.tops().stream().mapToInt(t -> extents.of(t.name()).height()).max().orElse(0);
  }

  /** Shapes of the cell's own, an array once. */
  public long shapes(Cell cell) {
    long others =
        cell.elements().stream()
            .filter(e -> !(e instanceof Element.Label) && !(e instanceof Element.Reference))
            .count();
    return others + cell.boxes().stream().mapToLong(Boxes::size).sum();
  }

  /** Left, bottom, right, top in um around {@code cells}; empty if there is nothing in them. */
  public Optional<List<Double>> boxUm(Collection<Cell> cells) {
    Area all =
        cells.stream().map(c -> extents.of(c.name()).bounds()).reduce(Area.NONE, Area::union);
    double dbu = layout.grid().dbuPerMicron();
    return all.isNone()
        ? Optional.empty()
        : Optional.of(
            List.of(all.left() / dbu, all.low() / dbu, all.right() / dbu, all.high() / dbu));
  }

  /** {@code a + b} of counts, or the largest number. */
  public static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }
}

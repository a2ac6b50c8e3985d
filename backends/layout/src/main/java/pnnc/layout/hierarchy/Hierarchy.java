package pnnc.layout.hierarchy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** The cells in one cell, as far as they draw on some layers. Immutable. */
public final class Hierarchy {
  private final Map<String, Contents> contents = new HashMap<>();
  private final List<String> bottomUp = new ArrayList<>();

  private Hierarchy(Layout layout, String top, Set<Layer> layers) {
    Set<String> reached = reached(layout, top);
    for (Cell cell : layout.bottomUp()) {
      if (reached.contains(cell.name())) {
        contents.put(cell.name(), Reader.read(cell, layers, contents));
        bottomUp.add(cell.name());
      }
    }
  }

  /**
   * Of the cell {@code top}.
   *
   * @throws IllegalArgumentException if there is no such cell
   * @throws ArithmeticException if a place is beyond 32 bits
   */
  public static Hierarchy of(Layout layout, String top, Set<Layer> layers) {
    if (layout.cell(top).isEmpty()) {
      throw new IllegalArgumentException("no cell `%s`".formatted(top));
    }
    return new Hierarchy(layout, top, layers);
  }

  private static Set<String> reached(Layout layout, String top) {
    Set<String> reached = new HashSet<>(Set.of(top));
    List<Cell> bottomUp = layout.bottomUp();
    for (int i = bottomUp.size() - 1; i >= 0; i--) {
      if (reached.contains(bottomUp.get(i).name())) {
        bottomUp.get(i).references().forEach(r -> reached.add(r.cell()));
      }
    }
    return reached;
  }

  /** The cells, each behind those in it; the last is the top. */
  public List<String> bottomUp() {
    return List.copyOf(bottomUp);
  }

  /** Around what a cell draws with those in it; none if it draws nothing. */
  public Optional<Box> bounds(String cell) {
    return contents.get(cell).bounds();
  }

  /** The cells in {@code cell} that draw anything. */
  public List<Placement> placements(String cell) {
    return contents.get(cell).placements();
  }

  /** How many shapes a cell draws itself. */
  public int shapeCount(String cell) {
    return contents.get(cell).shapeCount();
  }

  /** How many shapes a cell draws with those in it, each place counted; at most 2⁶³ - 1. */
  public long flatShapeCount(String cell) {
    Map<String, Double> counts = new HashMap<>();
    for (String name : bottomUp) {
      double count = contents.get(name).shapeCount();
      for (Placement p : contents.get(name).placements()) {
        count += (double) p.columns() * p.rows() * counts.get(p.cell());
      }
      counts.put(name, count);
    }
    return counts.get(cell).longValue();
  }

  /** Whether all borders stand along the axes wherever they are placed. */
  public boolean isAlongAxes() {
    return contents.values().stream().allMatch(Contents::isAlongAxes);
  }

  Contents contents(String cell) {
    return contents.get(cell);
  }

  /** Gives all that {@code cell} draws with those in it, placed, in no certain order. */
  public void draw(String cell, Transform transform, BiConsumer<Layer, Outline> sink) {
    run(new Drawing(cell, transform, Optional.empty()), sink);
  }

  /** Gives what touches {@code window} of {@code cell}; perhaps more, and some of it twice. */
  public void draw(String cell, Box window, BiConsumer<Layer, Outline> sink) {
    run(new Drawing(cell, Transform.IDENTITY, Optional.of(window)), sink);
  }

  /** A cell that is still to be drawn; all of it if there is no window. */
  private record Drawing(String cell, Transform transform, Optional<Box> window) {}

  /** Cells may be nested deeper than calls. */
  private void run(Drawing first, BiConsumer<Layer, Outline> sink) {
    Deque<Drawing> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      Drawing d = open.pop();
      Contents inside = contents.get(d.cell());
      if (d.window().isEmpty()) {
        inside.draw(d.transform(), sink);
        inside.placements().forEach(p -> all(p, d, open));
      } else {
        Box window = d.window().get();
        inside.draw(window, d.transform(), sink);
        inside.places().find(window, i -> within(inside.placements().get(i), window, d, open));
      }
    }
  }

  private static void all(Placement p, Drawing of, Deque<Drawing> open) {
    for (int row = 0; row < p.rows(); row++) {
      for (int column = 0; column < p.columns(); column++) {
        Transform place = of.transform().after(p.place(column, row));
        open.push(new Drawing(p.cell(), place, Optional.empty()));
      }
    }
  }

  private static void within(Placement p, Box window, Drawing of, Deque<Drawing> open) {
    p.within(
        window,
        (column, row) -> {
          Transform place = p.place(column, row);
          Optional<Box> inner =
              Optional.of(place).filter(Transform::isOrthogonal).map(t -> Inverse.box(window, t));
          open.push(new Drawing(p.cell(), of.transform().after(place), inner));
        });
  }
}

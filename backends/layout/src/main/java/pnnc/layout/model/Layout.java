package pnnc.layout.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.layout.geometry.Grid;

/** Cells that refer to each other without a circle. Immutable. */
public final class Layout {
  private final String name;
  private final Grid grid;
  private final List<Property> properties;
  private final Map<String, Cell> cells;
  private final List<Cell> bottomUp;

  /**
   * The layout of {@code cells}.
   *
   * @throws IllegalArgumentException if a name comes twice, a cell is missing, or one contains
   *     itself
   */
  public Layout(String name, Grid grid, List<Property> properties, Collection<Cell> cells) {
    this.name = name;
    this.grid = grid;
    this.properties = List.copyOf(properties);
    this.cells = new LinkedHashMap<>();
    for (Cell cell : cells) {
      if (this.cells.put(cell.name(), cell) != null) {
        throw new IllegalArgumentException("two cells are called `%s`".formatted(cell.name()));
      }
    }
    this.bottomUp = new Order().all();
  }

  /** Of the library, as GDSII files have it. */
  public String name() {
    return name;
  }

  public Grid grid() {
    return grid;
  }

  public List<Property> properties() {
    return properties;
  }

  /** All, in the order in which they came. */
  public List<Cell> cells() {
    return List.copyOf(cells.values());
  }

  /** All, each behind those that it contains. */
  public List<Cell> bottomUp() {
    return bottomUp;
  }

  public Optional<Cell> cell(String name) {
    return Optional.ofNullable(cells.get(name));
  }

  /** The cells that no other contains, in order. */
  public List<Cell> tops() {
    Set<String> inside = new LinkedHashSet<>();
    cells.values().forEach(c -> inside.addAll(c.cellsInside()));
    return cells.values().stream().filter(c -> !inside.contains(c.name())).toList();
  }

  /** Gives everything to {@code sink}, cells in their order. */
  public void replay(LayoutSink sink) {
    sink.begin(name, grid);
    if (!properties.isEmpty()) {
      sink.properties(LayoutSink.Owner.LAYOUT, properties);
    }
    cells.values().forEach(c -> c.replay(sink));
    sink.end();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout l
        && name.equals(l.name)
        && grid.equals(l.grid)
        && properties.equals(l.properties)
        && List.copyOf(cells.values()).equals(List.copyOf(l.cells.values()));
  }

  @Override
  public int hashCode() {
    return name.hashCode() + 31 * cells.keySet().hashCode();
  }

  @Override
  public String toString() {
    return "layout %s of %d cells".formatted(name, cells.size());
  }

  /** Depth first without recursion: a chain of cells may be long. */
  private final class Order {
    private final Map<String, Boolean> isDone = new HashMap<>();
    private final List<Cell> order = new ArrayList<>();
    private final Deque<String> todo = new ArrayDeque<>();

    List<Cell> all() {
      for (String cell : cells.keySet()) {
        todo.push(cell);
        while (!todo.isEmpty()) {
          step(todo.peek());
        }
      }
      return List.copyOf(order);
    }

    private void step(String name) {
      Boolean done = isDone.get(name);
      if (done == null) {
        isDone.put(name, false);
        cells.get(name).cellsInside().forEach(to -> visit(name, to));
        return;
      }
      todo.pop();
      if (!done) {
        isDone.put(name, true);
        order.add(cells.get(name));
      }
    }

    private void visit(String from, String to) {
      if (!cells.containsKey(to)) {
        throw new IllegalArgumentException(
            "cell `%s` contains `%s`, which is not there".formatted(from, to));
      }
      Boolean done = isDone.get(to);
      if (done == null) {
        todo.push(to);
      } else if (!done) {
        throw new IllegalArgumentException(
            "cell `%s` contains itself, by way of `%s`".formatted(to, from));
      }
    }
  }
}

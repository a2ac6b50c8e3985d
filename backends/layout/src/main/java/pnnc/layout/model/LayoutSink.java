package pnnc.layout.model;

import java.util.List;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/**
 * Takes a layout piece by piece, so that none has to be in memory: writers are sinks, readers fill
 * them, a {@link Layout} can be built by one and replayed into one.
 *
 * <p>Order of calls: {@code begin (beginCell element* endCell)* end}. Cells may be referred to
 * before they come. A sink that writes to a stream throws {@link java.io.UncheckedIOException}; one
 * that is called out of order, or with what its format cannot hold, throws {@link
 * IllegalArgumentException} or {@link IllegalStateException} and says what.
 */
public interface LayoutSink {
  /**
   * The layout begins.
   *
   * @param name of the library; OASIS has none
   */
  void begin(String name, Grid grid);

  /** A cell begins; each name comes once. */
  void beginCell(String name);

  /**
   * Properties of the next thing: the layout if called before any cell, the cell if called right
   * after its beginning, else the next element. Called at most once for each.
   */
  void properties(Owner owner, List<Property> properties);

  /** Whose properties these are. */
  enum Owner {
    LAYOUT,
    CELL,
    ELEMENT
  }

  /** A rectangle with {@code left <= right} and {@code bottom <= top}. */
  void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition);

  /**
   * A closed polygon; its last point is not its first.
   *
   * @param xy x and y of each point in turn, the first {@code 2 * points} are used; not kept
   * @param points at least 3
   */
  void polygon(Layer layer, int[] xy, int points, Repetition repetition);

  /**
   * A wire.
   *
   * @param xy as for polygons; not kept
   * @param points at least 1
   */
  void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition);

  /** A text at a point. Size, font and angle are not kept: they are no geometry. */
  void label(Layer layer, String text, int x, int y, Repetition repetition);

  /** A cell inside the one that is open. */
  void reference(String cell, Transform transform, Repetition repetition);

  /**
   * The same, once and in quarter turns. Most references are of this kind, so sinks for millions of
   * them should take them as they come here.
   */
  default void reference(String cell, Orientation orientation, int x, int y) {
    reference(cell, Transform.of(orientation, new Point(x, y)), Repetition.ONCE);
  }

  /** The cell that is open is complete. */
  void endCell();

  /** The layout is complete. Does not close any stream. */
  void end();
}

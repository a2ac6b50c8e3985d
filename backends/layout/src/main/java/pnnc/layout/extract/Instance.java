package pnnc.layout.extract;

import java.util.stream.IntStream;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;

/**
 * A cell in another, as often as the layout repeats it. Elements are numbered as {@link
 * pnnc.layout.geometry.Repetition#forEach} goes through them.
 */
public final class Instance {
  private final Placement placement;
  private final CellWork parent;

  Instance(Placement placement, CellWork parent) {
    this.placement = placement;
    this.parent = parent;
  }

  /** Of the cell that is placed. */
  public String cell() {
    return placement.child.name;
  }

  /** How each element is turned. */
  public Orientation orientation() {
    return placement.turn;
  }

  /** How many elements, those that are not kept included. */
  public int count() {
    return placement.count();
  }

  /**
   * If it is a grid along the axes, its columns; element {@code k} is in row k / columns; else 0.
   */
  public int columns() {
    return placement.places.columns();
  }

  /** Where the origin of an element lies. */
  public Point at(int element) {
    return new Point(placement.x(element), placement.y(element));
  }

  /**
   * Whether an element is there. One whose devices depend on what is around it is not: its shapes
   * and devices are the parent's own.
   */
  public boolean isKept(int element) {
    return !placement.isGone(element);
  }

  /** The net of the parent that a net of an element is part of; −1 if it is nothing outside. */
  public int net(int element, int net) {
    return parent.known(placement, element, net).orElse(-1);
  }

  /** The nets of the cell that are more than that in the parent, in most elements. */
  public int[] connected() {
    return placement.slots.clone();
  }

  /** The elements that are kept. */
  public IntStream kept() {
    return IntStream.range(0, count()).filter(this::isKept);
  }
}

package pnnc.layout.extract;

import java.util.List;
import java.util.Set;

/** Finds devices that no rule of a process describes, or measures them in its own way. */
public interface Recogniser {
  /**
   * The masks that its devices are made of. An element of a cell is drawn in its parent where
   * shapes on them touch others on them, so that no device lies in two cells.
   */
  Set<String> masks();

  /** The devices of a cell's own shapes, in the same order for the same cell. */
  List<Device> find(DrawnCell cell);
}

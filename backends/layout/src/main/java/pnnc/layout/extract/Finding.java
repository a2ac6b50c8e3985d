package pnnc.layout.extract;

import java.util.List;
import pnnc.layout.geometry.Box;

/**
 * Something about nets that cannot be meant.
 *
 * @param names the labels, or the device's rule
 * @param at a place that shows it, in the cell's coordinates
 */
public record Finding(Kind kind, String cell, List<String> names, Box at) {
  public Finding {
    names = List.copyOf(names);
  }

  /** What is wrong. */
  public enum Kind {
    /** Labels of several names lie on one net; the place is around them. */
    SHORT,
    /** Labels of one name lie on several nets; the place is around them. */
    OPEN,
    /** A label lies on no wire. */
    LOOSE_LABEL,
    /** A device does not have the ends that its rule says; the place is its body's. */
    ENDS
  }
}

package pnnc.layout.region;

import java.util.ArrayList;
import java.util.List;
import pnnc.layout.geometry.Outline;

/**
 * A piece of a region that hangs together by edges. No corner lies between two on a line, none
 * comes twice in one outline; each outline begins with its lowest corner, the left one of several.
 *
 * @param outer counter-clockwise
 * @param holes clockwise, by their first corners; they may touch each other and {@code outer} at
 *     corners
 */
public record Polygon(Outline outer, List<Outline> holes) {
  public Polygon {
    holes = List.copyOf(holes);
  }

  /** The outer outline first, then the holes. */
  public List<Outline> outlines() {
    List<Outline> all = new ArrayList<>();
    all.add(outer);
    all.addAll(holes);
    return all;
  }
}

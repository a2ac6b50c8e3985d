package pnnc.crossbar.die;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.layout.geometry.Box;

/** Where a die has metal, mask by mask, for fill to go around. All lengths in dbu. */
final class Occupied {
  private final Map<String, List<Box>> boxes = new TreeMap<>();

  /** Says that there is something of {@code mask} in a rectangle. */
  void add(String mask, long left, long bottom, long right, long top) {
    boxes
        .computeIfAbsent(mask, m -> new ArrayList<>())
        .add(
            new Box(
                Math.toIntExact(left),
                Math.toIntExact(bottom),
                Math.toIntExact(right),
                Math.toIntExact(top)));
  }

  /** Says so of a frame of {@code line} inside 0, 0 to {@code width, height}. */
  void addFrame(String mask, long line, long width, long height) {
    add(mask, 0, 0, width, line);
    add(mask, 0, height - line, width, height);
    add(mask, 0, 0, line, height);
    add(mask, width - line, 0, width, height);
  }

  /** All of a mask. */
  List<Box> of(String mask) {
    return boxes.getOrDefault(mask, List.of());
  }
}

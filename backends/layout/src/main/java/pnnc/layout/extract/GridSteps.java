package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.List;
import pnnc.layout.geometry.Box;

/** Which neighbours of an element of a grid touch it. */
final class GridSteps {
  private GridSteps() {}

  /** The steps {@code dx, dy, columns, rows} to all that touch {@code box}, itself left out. */
  static List<int[]> touching(Places places, Box box) {
    List<int[]> all = new ArrayList<>();
    places.within(
        -box.width(),
        -box.height(),
        box.width(),
        box.height(),
        k -> {
          if (k > 0) {
            mirrored(places, k % places.columns(), k / places.columns(), all);
          }
        });
    return all;
  }

  private static void mirrored(Places places, int i, int j, List<int[]> all) {
    for (int a = i == 0 ? 1 : -1; a <= 1; a += 2) {
      for (int b = j == 0 ? 1 : -1; b <= 1; b += 2) {
        all.add(new int[] {places.stepX(a * i, b * j), places.stepY(a * i, b * j), a * i, b * j});
      }
    }
  }
}

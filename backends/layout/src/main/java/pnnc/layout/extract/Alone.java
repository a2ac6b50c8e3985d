package pnnc.layout.extract;

import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Whether what one side draws in a window and what the other does make bodies apart. */
final class Alone {
  private Alone() {}

  /** Finds what is drawn on a mask. */
  interface Drawn {
    void find(int mask, CellWork.Found found);
  }

  static boolean is(Stack.Watch watch, Drawn own, Drawn others, Box window) {
    if (watch.required().stream().anyMatch(m -> isNothing(own, m) && isNothing(others, m))) {
      return true;
    }
    Mixture mixture = new Mixture(watch);
    for (int m : watch.masks()) {
      mixture.own(m, clipped(own, m, window));
    }
    if (mixture.ownsNothing()) {
      return true;
    }
    for (int m : watch.masks()) {
      mixture.other(m, clipped(others, m, window));
    }
    return mixture.isSeparate();
  }

  private static boolean isNothing(Drawn drawn, int mask) {
    boolean[] isFound = {false};
    drawn.find(mask, (tile, net) -> isFound[0] = true);
    return !isFound[0];
  }

  private static Region clipped(Drawn drawn, int mask, Box window) {
    RegionBuilder builder = new RegionBuilder();
    boolean[] isSlanted = {false};
    drawn.find(
        mask,
        (tile, net) -> {
          isSlanted[0] |= !tile.isBox();
          if (tile.isBox()) {
            tile.box().intersection(window).ifPresent(builder::box);
          } else {
            builder.polygon(tile.outline());
          }
        });
    Region all = builder.build();
    return isSlanted[0] ? all.intersection(Region.of(window)) : all;
  }
}

package pnnc.layout.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pnnc.layout.region.Region;

/** What an element draws in a window, and what all else draws there. */
final class Mixture {
  private final Stack.Watch watch;
  private final Map<Integer, Region> own = new HashMap<>();
  private final Map<Integer, Region> other = new HashMap<>();

  Mixture(Stack.Watch watch) {
    this.watch = watch;
  }

  void own(int mask, Region region) {
    own.put(mask, region);
  }

  void other(int mask, Region region) {
    other.put(mask, region);
  }

  boolean ownsNothing() {
    return isNothing(own);
  }

  /**
   * Whether bodies and what they interrupt are the same as if each side were alone; no for some
   * where they are, but never yes where they are not. The masks outside of bodies are taken for
   * absent where that makes more bodies.
   */
  boolean isSeparate() {
    if (isNothing(other)) {
      return true;
    }
    return watch.recipe().map(this::isSeparate).orElseGet(this::isApart);
  }

  private boolean isApart() {
    return union(own).interacting(union(other)).isEmpty();
  }

  private static Region union(Map<Integer, Region> masks) {
    return masks.values().stream().reduce(Region.EMPTY, Region::union);
  }

  private boolean isSeparate(Stack.Recipe recipe) {
    Region all = null;
    Region mine = null;
    Region touched = Region.EMPTY;
    for (int m : recipe.required()) {
      Region both = own.get(m).union(other.get(m));
      all = all == null ? both : all.intersection(both);
      mine = mine == null ? own.get(m) : mine.intersection(own.get(m));
      touched = touched.union(own.get(m));
    }
    if (all.isEmpty()) {
      return true;
    }
    Region theirs = all.minus(mine);
    return touched.intersection(theirs).isEmpty()
        && mine.interacting(theirs).isEmpty()
        && areApart(recipe.outside(), mine, theirs, false)
        && areApart(List.copyOf(recipe.ends()), mine, theirs, true)
        && areApart(List.copyOf(recipe.taken()), mine, theirs, true);
  }

  private static boolean isNothing(Map<Integer, Region> masks) {
    return masks.values().stream().allMatch(Region::isEmpty);
  }

  private boolean areApart(List<Integer> masks, Region mine, Region theirs, boolean isTouching) {
    return masks.stream()
        .allMatch(
            m ->
                isApart(other.get(m), mine, isTouching) && isApart(own.get(m), theirs, isTouching));
  }

  private static boolean isApart(Region shapes, Region bodies, boolean isTouching) {
    return (isTouching ? shapes.interacting(bodies) : shapes.overlapping(bodies)).isEmpty();
  }
}

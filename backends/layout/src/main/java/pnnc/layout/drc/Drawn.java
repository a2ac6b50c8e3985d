package pnnc.layout.drc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;

/**
 * What checks look at: layers by the names of their masks, complete everywhere or in some places.
 */
final class Drawn {
  private final Function<String, Region> layers;
  private final Predicate<Box> isComplete;
  private final Map<String, Region> known = new HashMap<>();
  private final Map<String, Borders> borders = new HashMap<>();
  private final Map<String, Shapes> shapes = new HashMap<>();

  private final Optional<Box> bounds;

  private Drawn(Function<String, Region> layers, Predicate<Box> isComplete, Optional<Box> bounds) {
    this.layers = layers;
    this.isComplete = isComplete;
    this.bounds = bounds;
  }

  /**
   * All there is.
   *
   * @param bounds around everything that the process draws
   */
  static Drawn whole(Function<String, Region> layers, Optional<Box> bounds) {
    return new Drawn(layers, box -> true, bounds);
  }

  /** Complete in some places only: whether in a box, {@code isComplete} says. */
  static Drawn partly(Predicate<Box> isComplete, Function<String, Region> layers) {
    return new Drawn(layers, isComplete, Optional.empty());
  }

  /** Around everything that the process draws; none if that is nothing or this is a part. */
  Optional<Box> bounds() {
    return bounds;
  }

  Region region(String layer) {
    return known.computeIfAbsent(layer, layers);
  }

  Borders borders(String layer) {
    return borders.computeIfAbsent(layer, l -> Borders.of(region(l)));
  }

  Shapes shapes(String layer) {
    return shapes.computeIfAbsent(layer, l -> Shapes.of(region(l), borders(l)));
  }

  /** Whether a polygon within {@code box} is all there. */
  boolean isComplete(Box box) {
    return isComplete.test(box);
  }
}

package pnnc.layout.drc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;

/** What checks look at: layers by the names of their masks, complete within a window. */
final class Drawn {
  private static final Box EVERYWHERE =
      new Box(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final Function<String, Region> layers;
  private final Box window;
  private final Map<String, Region> known = new HashMap<>();
  private final Map<String, Borders> borders = new HashMap<>();

  private Drawn(Function<String, Region> layers, Box window) {
    this.layers = layers;
    this.window = window;
  }

  /** All there is. */
  static Drawn whole(Function<String, Region> layers) {
    return new Drawn(layers, EVERYWHERE);
  }

  /** Complete within {@code window} only; what goes over its border may go on. */
  static Drawn within(Box window, Function<String, Region> layers) {
    return new Drawn(layers, window);
  }

  Region region(String layer) {
    return known.computeIfAbsent(layer, layers);
  }

  Borders borders(String layer) {
    return borders.computeIfAbsent(layer, l -> Borders.of(region(l)));
  }

  /** Whether a polygon within {@code box} is all there. */
  boolean isComplete(Box box) {
    return window == EVERYWHERE
        || (window.left() < box.left()
            && box.right() < window.right()
            && window.bottom() < box.bottom()
            && box.top() < window.top());
  }
}

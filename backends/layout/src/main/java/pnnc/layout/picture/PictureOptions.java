package pnnc.layout.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pnnc.layout.model.Layer;

/**
 * What is drawn of a layout, and how large.
 *
 * @param cell the cell; empty: all that no other contains, but for KLayout's notes
 * @param depth how many levels of cells below it are drawn, at least 0; those below are named
 *     outlines. Empty: all, up to {@link #MOST_DEPTH}
 * @param window what part; empty: all
 * @param size pixels of the longer side of the drawing, {@link #LEAST_SIZE} to {@link #MOST_SIZE};
 *     legend and scale come on top
 * @param layers the layers, labels included; empty: all
 * @param names of layers, for the legend; those without one have their numbers alone
 */
public record PictureOptions(
    Optional<String> cell,
    OptionalInt depth,
    Optional<PictureWindow> window,
    int size,
    List<Layer> layers,
    Map<Layer, String> names) {
  /** Cells may be nested deeper than a picture can follow. */
  public static final int MOST_DEPTH = 200;

  public static final int LEAST_SIZE = 16;
  public static final int MOST_SIZE = 4096;

  /** All of it, 1000 pixels. */
  public static final PictureOptions DEFAULT =
      new PictureOptions(
          Optional.empty(), OptionalInt.empty(), Optional.empty(), 1000, List.of(), Map.of());

  public PictureOptions {
    layers = List.copyOf(layers);
    names = Map.copyOf(names);
    if (size < LEAST_SIZE || size > MOST_SIZE || depth.orElse(0) < 0) {
      throw new IllegalArgumentException("no picture: %d pixels, depth %s".formatted(size, depth));
    }
  }

  public PictureOptions withCell(String name) {
    return new PictureOptions(Optional.of(name), depth, window, size, layers, names);
  }

  public PictureOptions withDepth(int levels) {
    return new PictureOptions(cell, OptionalInt.of(levels), window, size, layers, names);
  }

  public PictureOptions withWindow(double left, double bottom, double right, double top) {
    PictureWindow part = new PictureWindow(left, bottom, right, top);
    return new PictureOptions(cell, depth, Optional.of(part), size, layers, names);
  }

  public PictureOptions withSize(int pixels) {
    return new PictureOptions(cell, depth, window, pixels, layers, names);
  }

  public PictureOptions withLayers(List<Layer> only) {
    return new PictureOptions(cell, depth, window, size, only, names);
  }

  public PictureOptions withNames(Map<Layer, String> called) {
    return new PictureOptions(cell, depth, window, size, layers, called);
  }
}

package pnnc.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import pnnc.layout.picture.PictureOptions;

/**
 * A picture of a layout.
 *
 * @param layout a file, or a bundle that holds one
 * @param output the picture's file, whose name says what kind it is
 * @param cell what is drawn; empty: the topmost cells
 * @param depth levels of cells below it that are drawn; empty: all
 * @param window what part of it; empty: all
 * @param size pixels of the longer side
 * @param layers which; empty: all
 * @param technology whose names the layers have in the legend, {@code std.tech.rom130} or {@code
 *     FILE.pnn#name}; empty: their numbers
 */
public record RenderRequest(
    Path layout,
    Path output,
    Optional<String> cell,
    OptionalInt depth,
    Optional<Window> window,
    int size,
    List<LayerNumber> layers,
    Optional<String> technology) {
  public static final int LEAST_SIZE = PictureOptions.LEAST_SIZE;
  public static final int MOST_SIZE = PictureOptions.MOST_SIZE;
  public static final int MOST_DEPTH = PictureOptions.MOST_DEPTH;
  public static final int USUAL_SIZE = 1000;

  /** A part of a layout, in um; {@code left} is below {@code right}, {@code bottom} below top. */
  public record Window(double left, double bottom, double right, double top) {
    public Window {
      if (!(left < right && bottom < top && Double.isFinite(right - left + top - bottom))) {
        throw new IllegalArgumentException(
            "no window: %s,%s to %s,%s um".formatted(left, bottom, right, top));
      }
    }
  }

  /** A layer, {@code number/type}. */
  public record LayerNumber(int number, int type) {}

  /** What kind of picture. */
  public enum Format {
    SVG,
    PNG;

    /** The kind that a file's name promises. */
    public static Optional<Format> of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".svg")
          ? Optional.of(SVG)
          : name.endsWith(".png") ? Optional.of(PNG) : Optional.empty();
    }
  }

  public RenderRequest {
    layers = List.copyOf(layers);
    if (Format.of(output).isEmpty()) {
      throw new IllegalArgumentException("neither .svg nor .png: " + output);
    }
  }

  /** All of a layout, as large as usual. */
  public static RenderRequest of(Path layout, Path output) {
    return new RenderRequest(
        layout,
        output,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        USUAL_SIZE,
        List.of(),
        Optional.empty());
  }

  /** What is written. */
  public Format format() {
    return Format.of(output).orElseThrow();
  }
}

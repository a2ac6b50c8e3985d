package pnnc.layout.drc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.geometry.Outline;
import pnnc.layout.model.Layer;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Gathers shapes by layer. */
final class Sketch implements BiConsumer<Layer, Outline> {
  /** Shapes that are drawn as one at most. */
  static final long MOST = 50_000_000;

  private final String cell;
  private final long most;
  private final Map<Layer, RegionBuilder> layers = new HashMap<>();
  private long count;

  /** Of {@code cell}. */
  Sketch(String cell) {
    this(cell, MOST);
  }

  /** Refuses more than {@code most} shapes. */
  Sketch(String cell, long most) {
    this.cell = cell;
    this.most = most;
  }

  /**
   * Adds a shape.
   *
   * @throws DiagnosedException if that is one too many
   */
  @Override
  public void accept(Layer layer, Outline o) {
    if (++count > most) {
      throw new DiagnosedException(DiagnosticCode.RULE_SHAPES.error(cell, most));
    }
    RegionBuilder builder = layers.computeIfAbsent(layer, l -> new RegionBuilder());
    boolean isBox =
        o.size() == 4
            && ((o.y(0) == o.y(1) && o.x(1) == o.x(2) && o.y(2) == o.y(3) && o.x(3) == o.x(0))
                || (o.x(0) == o.x(1) && o.y(1) == o.y(2) && o.x(2) == o.x(3) && o.y(3) == o.y(0)));
    if (isBox) {
      builder.box(
          Math.min(o.x(0), o.x(2)),
          Math.min(o.y(0), o.y(2)),
          Math.max(o.x(0), o.x(2)),
          Math.max(o.y(0), o.y(2)));
    } else {
      builder.polygon(o);
    }
  }

  /** The layers by the names of their masks. */
  Function<String, Region> regions(Map<String, Layer> names) {
    return name ->
        layers.containsKey(names.get(name)) ? layers.get(names.get(name)).build() : Region.EMPTY;
  }
}

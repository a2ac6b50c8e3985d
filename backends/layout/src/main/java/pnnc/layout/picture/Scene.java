package pnnc.layout.picture;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** What is drawn, and where on the screen: x to the right, y downwards, in pixels. */
final class Scene {
  /** Free space around the whole, as a share of the longer side. */
  private static final double MARGIN = 0.02;

  /** Where KLayout keeps notes in GDSII files; no part of the drawing. */
  private static final String NOTES = "$$$CONTEXT_INFO$$$";

  private final Set<Layer> only;
  private final Map<Layer, String> names;
  private final List<Extent> tops;
  private final Extents extents;
  private final Area part;
  private final double scale;
  private final int depth;

  /**
   * @throws DiagnosedException if there is no such cell, or nothing to draw
   */
  Scene(Layout layout, PictureOptions options) {
    only = new HashSet<>(options.layers());
    names = options.names();
    extents = new Extents(layout, this::shows);
    tops = cells(layout, options).stream().map(c -> extents.of(c.name())).toList();
    Area all = tops.stream().map(Extent::bounds).reduce(Area.NONE, Area::union);
    double dbu = layout.grid().dbuPerMicron();
    part =
        options
            .window()
            .map(w -> new Area(w.left() * dbu, w.bottom() * dbu, w.right() * dbu, w.top() * dbu))
            .orElseGet(() -> withMargin(all));
    if (all.isNone() || !all.touches(part)) {
      throw new DiagnosedException(DiagnosticCode.PICTURE_EMPTY.error(found(all, dbu)));
    }
    scale = options.size() / Math.max(part.width(), part.height());
    depth = options.depth().orElse(PictureOptions.MOST_DEPTH);
  }

  private static List<Cell> cells(Layout layout, PictureOptions options) {
    if (options.cell().isEmpty()) {
      List<Cell> tops = layout.tops();
      List<Cell> drawn = tops.stream().filter(c -> !c.name().equals(NOTES)).toList();
      return drawn.isEmpty() ? tops : drawn;
    }
    String name = options.cell().get();
    return List.of(
        layout
            .cell(name)
            .orElseThrow(
                () ->
                    new DiagnosedException(
                        DiagnosticCode.PICTURE_CELL.error(
                            name, String.join(", ", first(layout.tops()))))));
  }

  private static List<String> first(List<Cell> cells) {
    return cells.stream().limit(5).map(Cell::name).toList();
  }

  private static Area withMargin(Area all) {
    double margin = Math.max(10, MARGIN * Math.max(all.width(), all.height()));
    return new Area(
        all.left() - margin, all.low() - margin, all.right() + margin, all.high() + margin);
  }

  private String found(Area all, double dbu) {
    SortedSet<Layer> layers = extents.layers();
    return all.isNone()
        ? "the layers in the file are " + (layers.isEmpty() ? "none" : layers)
        : "the shapes lie from %s,%s to %s,%s um"
            .formatted(all.left() / dbu, all.low() / dbu, all.right() / dbu, all.high() / dbu);
  }

  boolean shows(Layer layer) {
    return only.isEmpty() || only.contains(layer);
  }

  List<Extent> tops() {
    return Collections.unmodifiableList(tops);
  }

  Extent extent(String cell) {
    return extents.of(cell);
  }

  /** Colours of all layers of the layout, so that they are the same in all pictures of it. */
  Palette palette() {
    return Palette.of(extents.layers());
  }

  /** All that have shapes, in order. */
  SortedSet<Layer> layers() {
    return new TreeSet<>(areas().keySet());
  }

  /**
   * All that have shapes, in the order in which they are painted: what covers most lies below, so
   * that the outline of a die hides nothing.
   */
  List<Layer> painted() {
    SortedMap<Layer, Double> areas = areas();
    return areas.keySet().stream()
        .sorted(Comparator.comparing((Layer layer) -> -areas.get(layer)))
        .toList();
  }

  private SortedMap<Layer, Double> areas() {
    SortedMap<Layer, Double> areas = new TreeMap<>();
    tops.forEach(t -> t.areas().forEach((layer, area) -> areas.merge(layer, area, Double::sum)));
    return areas;
  }

  /** What the legend calls {@code layer}. */
  String title(Layer layer) {
    return names.containsKey(layer) ? layer + " " + names.get(layer) : layer.toString();
  }

  /** Levels below the cell that is drawn. */
  int depth() {
    return depth;
  }

  /** Pixels of a database unit. */
  double scale() {
    return scale;
  }

  int width() {
    return pixels(part.width());
  }

  int height() {
    return pixels(part.height());
  }

  /** The whole screen. */
  Area screen() {
    return new Area(0, 0, width(), height());
  }

  private int pixels(double dbu) {
    return Math.max(1, (int) Math.ceil(dbu * scale - 1e-6));
  }

  /** From database units to pixels. */
  Affine view() {
    return new Affine(scale, 0, 0, -scale, -part.left() * scale, part.high() * scale);
  }
}

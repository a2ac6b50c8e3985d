package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Transform;
import pnnc.layout.hierarchy.Hierarchy;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** Runs the checks that need all of a layer, of which each sees one. */
final class WholeCheck {
  private WholeCheck() {}

  /** {@code checks} by layer. */
  static List<List<Check>> byLayer(List<Check> checks) {
    Map<List<String>, List<Check>> all = new LinkedHashMap<>();
    for (Check c : checks) {
      all.computeIfAbsent(c.rule().layers(), l -> new ArrayList<>()).add(c);
    }
    return List.copyOf(all.values());
  }

  /**
   * Refuses to draw a layer with more shapes than are drawn as one, before it takes for ever.
   *
   * @throws DiagnosedException if there are more than {@code most}
   */
  static void requireFew(Layer layer, Layout layout, String cell, long most) {
    if (Hierarchy.of(layout, cell, Set.of(layer)).flatShapeCount(cell) > most) {
      throw new DiagnosedException(DiagnosticCode.RULE_SHAPES.error(cell, most));
    }
  }

  /** Around all that a process draws in a cell. */
  static Optional<Box> bounds(Map<String, Layer> layers, Layout layout, String cell) {
    return Hierarchy.of(layout, cell, Set.copyOf(layers.values())).bounds(cell);
  }

  /**
   * What checks of one layer find in a cell: all counted, up to {@code limit} listed.
   *
   * @param layers by the names of their masks
   * @param bounds around all that the process draws
   */
  static Map<Check, FirstMarkers> of(
      List<Check> checks,
      Map<String, Layer> layers,
      Layout layout,
      String cell,
      Optional<Box> bounds,
      int limit) {
    Layer layer = layers.get(checks.get(0).rule().layers().get(0));
    Sketch sketch = new Sketch(cell);
    Hierarchy.of(layout, cell, Set.of(layer)).draw(cell, Transform.IDENTITY, sketch);
    Drawn drawn = Drawn.whole(sketch.regions(layers), bounds);
    Map<Check, FirstMarkers> found = new HashMap<>();
    for (Check check : checks) {
      FirstMarkers markers = new FirstMarkers(limit);
      check.find(drawn, markers);
      found.put(check, markers);
    }
    return found;
  }
}

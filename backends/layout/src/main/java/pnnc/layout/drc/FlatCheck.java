package pnnc.layout.drc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.layout.geometry.Transform;
import pnnc.layout.hierarchy.Hierarchy;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** Checks a cell drawn as one: what the hierarchical check is compared with. */
final class FlatCheck {
  static final Comparator<Marker> ORDER =
      Comparator.comparing(Marker::first, Marker::compare)
          .thenComparing(m -> m.second().orElse(m.first()), Marker::compare)
          .thenComparing(m -> m.measured().orElse(0));

  private FlatCheck() {}

  /** What each check finds in {@code cell}, each once, in order. */
  static Map<Check, List<Marker>> of(
      ProcessRules process, List<Check> checks, Layout layout, String cell) {
    Map<String, Layer> layers = layers(process);
    Set<Layer> needed = new HashSet<>();
    checks.forEach(c -> c.rule().layers().forEach(name -> needed.add(layers.get(name))));
    Sketch sketch = new Sketch(cell);
    Hierarchy.of(layout, cell, needed).draw(cell, Transform.IDENTITY, sketch);
    Drawn drawn =
        Drawn.whole(
            sketch.regions(layers),
            Hierarchy.of(layout, cell, Set.copyOf(layers.values())).bounds(cell));
    Map<Check, List<Marker>> found = new HashMap<>();
    checks.forEach(c -> found.put(c, markers(c.finder().find(drawn))));
    return found;
  }

  static Map<String, Layer> layers(ProcessRules process) {
    Map<String, Layer> layers = new HashMap<>();
    for (Mask m : process.masks()) {
      layers.put(m.name(), new Layer(m.number(), m.datatype()));
    }
    return layers;
  }

  static List<Marker> markers(List<Finding> findings) {
    TreeSet<Marker> sorted = new TreeSet<>(ORDER);
    findings.forEach(f -> sorted.add(f.marker()));
    return List.copyOf(sorted);
  }
}

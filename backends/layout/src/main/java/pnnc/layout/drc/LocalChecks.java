package pnnc.layout.drc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.layout.hierarchy.Hierarchy;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** Which checks of a layout can be decided near each place, cell by cell. */
final class LocalChecks {
  private LocalChecks() {}

  /** Those of {@code checks} that can be in {@code cell}. */
  static List<Check> of(List<Check> checks, Layout layout, String cell, Map<String, Layer> names) {
    Map<Set<Layer>, Boolean> alongAxes = new HashMap<>();
    return checks.stream()
        .filter(
            c ->
                switch (c.scope()) {
                  case NEAR -> true;
                  case ALL -> false;
                  case NEAR_ALONG_AXES ->
                      alongAxes.computeIfAbsent(
                          Set.of(names.get(c.rule().layers().get(0))),
                          layers -> Hierarchy.of(layout, cell, layers).isAlongAxes());
                })
        .toList();
  }
}

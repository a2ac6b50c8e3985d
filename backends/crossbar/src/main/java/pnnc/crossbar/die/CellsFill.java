package pnnc.crossbar.die;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.layout.fill.CellFill;
import pnnc.layout.fill.FillRule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.region.Flattening;
import pnnc.layout.region.Region;

/**
 * Fill inside the cells at the crossings, on the metals that they draw on: the same in all drawings
 * of the cell, so that models differ in no mask that they did not differ in before.
 */
final class CellsFill {
  private final Map<FillRule, List<Box>> boxes = new LinkedHashMap<>();

  /** Goes around what any drawing of {@code cell} has. */
  CellsFill(ProcessRules process, CrosspointCell cell) {
    SortedMap<Layer, Region> drawn = drawn(cell);
    int width = Math.toIntExact(cell.width());
    int height = Math.toIntExact(cell.height());
    int grid = Math.toIntExact(process.grid());
    for (FillRule rule : FillRule.of(process)) {
      Region metal = drawn.getOrDefault(rule.layer(), Region.EMPTY);
      if (!metal.isEmpty()) {
        boxes.put(rule, CellFill.of(rule, grid, width, height, metal));
      }
    }
  }

  /** All drawings on top of each other. */
  private static SortedMap<Layer, Region> drawn(CrosspointCell cell) {
    LayoutBuilder all = new LayoutBuilder();
    all.begin("cells", Grid.NANOMETRE);
    all.beginCell("all");
    for (int drawing = 0; drawing < cell.drawings(); drawing++) {
      cell.draw(drawing, all);
    }
    all.endCell();
    all.end();
    return Flattening.of(all.build(), "all");
  }

  /** Draws it into the open cell of a crossing. */
  void draw(LayoutSink sink) {
    boxes.forEach((rule, fill) -> CellFill.draw(rule, fill, sink));
  }
}

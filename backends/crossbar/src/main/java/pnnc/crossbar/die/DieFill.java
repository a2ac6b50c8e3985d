package pnnc.crossbar.die;

import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.base.process.ProcessRules;
import pnnc.layout.fill.FillRule;
import pnnc.layout.fill.LatticeFill;
import pnnc.layout.geometry.Box;
import pnnc.layout.model.LayoutSink;

/**
 * Fill of a die, in one cell: over tiles on the metals above them, in channels, and in the reserved
 * areas too, as rules of density know no black boxes. Who puts converters there takes this cell out
 * and fills again.
 */
final class DieFill {
  /** The cell with all of it. */
  static final String CELL = "fill";

  private final Map<FillRule, LatticeFill> fills = new LinkedHashMap<>();

  /** Fill around {@code occupied}, as the rules of {@code process} want it. */
  DieFill(ProcessRules process, FloorPlan.Size die, Occupied occupied) {
    Box all = new Box(0, 0, Math.toIntExact(die.width()), Math.toIntExact(die.height()));
    for (FillRule rule : FillRule.of(process)) {
      LatticeFill fill = new LatticeFill(rule, all);
      occupied.of(rule.mask()).forEach(fill::keepOut);
      if (!fill.isEmpty()) {
        fills.put(rule, fill);
      }
    }
  }

  /** Whether there is nothing to fill. */
  boolean isEmpty() {
    return fills.isEmpty();
  }

  /** Draws the cell, and one for each kind of square; none if there is nothing to fill. */
  void draw(LayoutSink sink) {
    if (isEmpty()) {
      return;
    }
    for (FillRule rule : fills.keySet()) {
      sink.beginCell(square(rule));
      rule.drawSquare(sink);
      sink.endCell();
    }
    sink.beginCell(CELL);
    fills.forEach((rule, fill) -> fill.draw(square(rule), sink));
    sink.endCell();
  }

  private static String square(FillRule rule) {
    return CELL + "." + rule.mask();
  }
}

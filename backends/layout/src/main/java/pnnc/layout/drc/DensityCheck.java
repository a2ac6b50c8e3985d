package pnnc.layout.drc;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;

/**
 * Covered share of windows. The first begins at the lower left of the box around all that the
 * process draws; windows that go beyond it are cut there.
 */
final class DensityCheck {
  /** Windows of one layer; a reticle has that many at steps of 7 um. */
  static final long MOST = 1L << 24;

  private final Rule.Density rule;
  private final Consumer<Marker> sink;
  private final WindowLines across;
  private final WindowLines up;

  /** Of lines at which open windows begin: what is below. */
  private final Map<Integer, Fractions> open = new HashMap<>();

  /** The lowest row of windows that is not done. */
  private int row;

  private DensityCheck(Rule.Density rule, Box all, Consumer<Marker> sink) {
    this.rule = rule;
    this.sink = sink;
    requireFew(rule, all);
    this.across = new WindowLines(all.left(), all.right(), rule);
    this.up = new WindowLines(all.bottom(), all.top(), rule);
  }

  private static void requireFew(Rule.Density rule, Box all) {
    long columns = WindowLines.count(all.left(), all.right(), rule);
    long rows = WindowLines.count(all.bottom(), all.top(), rule);
    if (rows > MOST || columns > MOST || rows * columns > MOST) {
      throw new DiagnosedException(
          DiagnosticCode.RULE_WINDOWS.error(rule.layer(), columns, rows, rule.step(), MOST));
    }
  }

  /** The check of one layer. */
  static Check of(Rule.Density rule) {
    return Check.whole(
        rule,
        (drawn, sink) ->
            drawn
                .bounds()
                .ifPresent(
                    all ->
                        new DensityCheck(rule, all, sink).run(drawn.region(rule.layer()).edges())));
  }

  private void run(int[] edges) {
    new WindowAreas(edges, across.lines(), up.lines())
        .forEachRow(
            (line, below) -> {
              for (; row < up.count() && up.high(row) == line; row++) {
                windows(open.get(up.low(row)), below);
                open.remove(up.low(row));
              }
              if (up.isBegin(line)) {
                open.put(line, below);
              }
            });
  }

  /** The windows of one row, from what is below its ends. */
  private void windows(Fractions bottom, Fractions top) {
    Fractions area = new Fractions(across.count());
    for (int i = 0; i < across.count(); i++) {
      area.add(i, 1, top.get(across.high(i)));
      area.add(i, -1, top.get(across.low(i)));
      area.add(i, -1, bottom.get(across.high(i)));
      area.add(i, 1, bottom.get(across.low(i)));
      Box window =
          new Box(
              across.at(across.low(i)),
              up.at(up.low(row)),
              across.at(across.high(i)),
              up.at(up.high(row)));
      double share = share(area.get(i), window);
      if (share < rule.least() || share > rule.most()) {
        sink.accept(Marker.box(window, OptionalDouble.of(share)));
      }
    }
  }

  /** What rounding leaves below 0 is 0. */
  private static double share(Fraction twice, Box window) {
    double covered = (double) twice.whole() + Math.scalb((double) twice.part(), -Fraction.BITS);
    return Math.max(0, covered) / (double) (2L * window.width() * window.height());
  }
}

package pnnc.driver.layout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@link LayoutFacts} for people. */
final class LayoutText {
  /** Cells and layers beyond these are counted, not listed. */
  private static final int MOST_ROWS = 40;

  private final StringBuilder out = new StringBuilder();

  private LayoutText() {}

  static String of(LayoutFacts facts) {
    LayoutText text = new LayoutText();
    text.head(facts);
    text.layers(facts.layers());
    text.cells(facts.cells());
    if (facts.technology() != null) {
      text.technology(facts.technology());
    }
    return text.out.toString();
  }

  private void head(LayoutFacts facts) {
    String name = facts.name().isEmpty() ? "" : ", library " + facts.name();
    line("%s (%s%s; %,d bytes)", facts.file(), facts.format(), name, facts.bytes());
    line("  grid: %s dbu per um", number(facts.dbuPerMicron()));
    line("  topmost cells: %s", tops(facts.tops()));
    line("  bounding box: %s", box(facts.boxUm()));
    line(
        "  %,d cells, nested %d deep; %,d references place %s cells",
        facts.cells().size(), facts.depth(), facts.references(), count(facts.placements()));
    line(
        "  %,d shapes in the file, %s drawn; %s labels",
        facts.shapes(), count(facts.flatShapes()), count(facts.labels()));
  }

  /** Without a fraction if there is none. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String tops(List<String> tops) {
    String first = String.join(", ", tops.stream().limit(5).toList());
    return tops.isEmpty() ? "none" : tops.size() > 5 ? first + ", …" : first;
  }

  private void layers(List<LayoutFacts.LayerFacts> layers) {
    line("");
    String row = "  %-12s  %14s  %20s  %14s";
    line(row, "layer", "shapes in file", "shapes drawn", "labels drawn");
    rows(
        layers,
        l -> line(row, l.layer(), count(l.shapes()), count(l.flatShapes()), count(l.labels())));
  }

  private void cells(List<LayoutFacts.CellFacts> cells) {
    line("");
    int width = cells.stream().limit(MOST_ROWS).mapToInt(c -> c.name().length()).max().orElse(0);
    String row = "  %-" + Math.max(4, width) + "s  %14s  %10s  %14s  %s";
    line(row, "cell", "own shapes", "references", "placed", "box um");
    rows(
        cells,
        c ->
            line(
                row,
                c.name(),
                count(c.shapes()),
                count(c.references()),
                count(c.placements()),
                box(c.boxUm())));
  }

  private void technology(LayoutFacts.TechnologyFacts t) {
    line("");
    line("%s: %,d rules, %s violations", t.name(), t.rules(), count(t.violations()));
    rows(
        t.broken(),
        r -> {
          line("  %s x %s (%s)", count(r.violations()), r.rule(), r.source());
          line("    first: %s", r.first());
        });
    t.devices().forEach((rule, number) -> line("  %s devices %s", count(number), rule));
    rows(t.findings(), f -> line("  %s", f));
    rows(
        t.unknownLayers(),
        l -> line("  layer %s is none of %s: nothing on it is checked", l, t.name()));
  }

  private <T> void rows(List<T> all, Consumer<T> show) {
    all.stream().limit(MOST_ROWS).forEach(show);
    if (all.size() > MOST_ROWS) {
      line("  … and %d more (all of them with --message-format json)", all.size() - MOST_ROWS);
    }
  }

  private static String box(List<Double> um) {
    return um == null
        ? "empty"
        : format("%s, %s to %s, %s um", um.get(0), um.get(1), um.get(2), um.get(3));
  }

  /** The largest number stands for all that is larger. */
  private static String count(long number) {
    return number == Long.MAX_VALUE ? "more than 9.2e18" : format("%,d", number);
  }

  private void line(String format, Object... values) {
    out.append(format(format, values)).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

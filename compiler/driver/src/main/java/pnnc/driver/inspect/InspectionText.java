package pnnc.driver.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pnnc.driver.report.MacShare;
import pnnc.passes.shape.MacCount;

/** {@link ModelFacts} for people. */
final class InspectionText {
  /** Blocks and operators beyond these are counted, not listed. */
  private static final int MOST_ROWS = 40;

  /** Operators beyond these are only counted. */
  private static final int MOST_NAMED = 5;

  private final StringBuilder out = new StringBuilder();

  private InspectionText() {}

  static String of(ModelFacts facts) {
    InspectionText text = new InspectionText();
    text.head(facts);
    text.operators(facts.operators());
    text.blocks(facts);
    text.host(facts.host());
    text.backends(facts);
    return text.out.toString();
  }

  private void head(ModelFacts facts) {
    String producer = facts.producer().isEmpty() ? "" : ", by " + facts.producer();
    line("%s (%s%s; %s)", facts.file(), facts.format(), producer, opsets(facts.opsets()));
    facts.inputs().forEach(v -> line("  input   %s: %s", v.name(), v.type()));
    facts.outputs().forEach(v -> line("  output  %s: %s", v.name(), v.type()));
    if (!facts.dimensions().isEmpty()) {
      line(
          "  open dimensions: %s (fix with --dim NAME=SIZE)",
          String.join(", ", facts.dimensions()));
    }
    line(
        "  %,d parameters in %s; %s%s multiply-accumulates a run%s",
        facts.parameters(),
        bytes(facts.weightBytes()),
        facts.macsUnknown().isEmpty() || facts.macs() == Long.MAX_VALUE ? "" : "at least ",
        macs(facts.macs()),
        facts.macsAssume().isEmpty()
            ? ""
            : ", counting as 1: " + String.join(", ", facts.macsAssume()));
    uncounted(facts.macsUnknown());
  }

  private void uncounted(List<String> operators) {
    if (!operators.isEmpty()) {
      String first = operators.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
      String more = operators.size() > MOST_NAMED ? ", …" : "";
      line("  not counted, for a size is not known: %,d: %s%s", operators.size(), first, more);
    }
  }

  private static String opsets(Map<String, Integer> opsets) {
    return opsets.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private void operators(Map<String, Integer> operators) {
    line(
        "  operators: %s",
        operators.isEmpty()
            ? "none"
            : operators.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", ")));
  }

  private void blocks(ModelFacts facts) {
    List<ModelFacts.BlockFacts> blocks = facts.linear();
    String share =
        facts.physicalMacShare() == null
            ? ""
            : format(
                ", %s%.1f %% of the multiply-accumulates",
                MacShare.words(facts.physicalMacShareIs()), 100 * facts.physicalMacShare());
    line("");
    line(
        "Linear blocks with constant weights (hardware can take them): %d%s", blocks.size(), share);
    if (!blocks.isEmpty()) {
      int width = blocks.stream().limit(MOST_ROWS).mapToInt(b -> b.name().length()).max().orElse(0);
      String row = "  %-" + Math.max(width, 5) + "s  %-22s  %13s  %6s  %12s  %5s  %14s";
      line(row, "block", "kind", "out x in", "groups", "weights", "calls", "MACs");
      blocks.stream().limit(MOST_ROWS).forEach(b -> block(row, b));
      more(blocks.size());
    }
  }

  private void block(String row, ModelFacts.BlockFacts b) {
    line(
        row,
        b.name(),
        b.kind(),
        b.out() + " x " + b.in(),
        b.groups(),
        format("%,d", b.parameters()),
        b.calls(),
        macs(b.macs()));
  }

  /** The largest number stands for all that is larger: see {@link MacCount#product}. */
  private static String macs(long macs) {
    return macs == Long.MAX_VALUE ? "more than 9.2e18" : format("%,d", macs);
  }

  private void host(List<ModelFacts.KeptFacts> kept) {
    if (!kept.isEmpty()) {
      line("");
      line("Linear operators that stay on the host: %d", kept.size());
      kept.stream().limit(MOST_ROWS).forEach(k -> line("  %s: %s", k.operator(), k.reason()));
      more(kept.size());
    }
  }

  private void backends(ModelFacts facts) {
    line("");
    if (facts.backends().isEmpty()) {
      line("No backend is installed: nothing can become physical yet.");
    }
    for (ModelFacts.BackendFacts b : facts.backends()) {
      line("Backend %s takes %d of %d blocks", b.backend(), b.accepted(), facts.linear().size());
      Map<String, Long> reasons =
          b.refused().stream()
              .collect(
                  Collectors.groupingBy(
                      ModelFacts.KeptFacts::reason, TreeMap::new, Collectors.counting()));
      reasons.forEach((reason, count) -> line("  refuses %d: %s", count, reason));
    }
  }

  private void more(int rows) {
    if (rows > MOST_ROWS) {
      line("  … and %d more (all of them with --message-format json)", rows - MOST_ROWS);
    }
  }

  private static String bytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " bytes" : format("%.1f %s", value, units[unit]);
  }

  private void line(String format, Object... values) {
    out.append(format(format, values)).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

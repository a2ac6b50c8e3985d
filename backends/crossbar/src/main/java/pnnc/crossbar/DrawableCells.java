package pnnc.crossbar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.backend.Settings;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;

/** Which cells can be drawn in which technology. */
final class DrawableCells {
  private static final Map<String, List<String>> MASKS =
      Map.of(
          "via_rom", List.of("poly", "poly_resistor", "urpm", "psdm", "npc", "met1", "via", "met2"),
          "one_transistor",
              List.of("diff", "poly", "nsdm", "hvi", "npc", "met1", "via", "reram", "met2"));

  private static final List<String> STRIPS =
      List.of(
          "cell.strips", "cell.tap", "cell.strip.length", "cell.strip.width", "cell.strip.space");

  private DrawableCells() {}

  /** Why the cell that {@code settings} choose cannot be drawn, if it cannot. */
  static Optional<Diagnostic> fault(ProcessRules process, Settings settings) {
    String kind = settings.word("cell.kind");
    return reason(process, settings, kind)
        .map(why -> DiagnosticCode.CELL_NOT_DRAWN.error(process.name(), kind, why));
  }

  private static Optional<String> reason(ProcessRules process, Settings settings, String kind) {
    if (!MASKS.containsKey(kind)) {
      return Optional.of("there is no drawing of one");
    }
    List<String> known = process.masks().stream().map(Mask::name).toList();
    List<String> missing = MASKS.get(kind).stream().filter(m -> !known.contains(m)).toList();
    if (!missing.isEmpty()) {
      return Optional.of("the technology has no layer " + String.join(", ", missing));
    }
    boolean hasStrips = STRIPS.stream().allMatch(settings::has);
    return kind.equals("via_rom") && !hasStrips
        ? Optional.of("it says nothing of its `strips`, `tap` and `strip`")
        : Optional.empty();
  }
}

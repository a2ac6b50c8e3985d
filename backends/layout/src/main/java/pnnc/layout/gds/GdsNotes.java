package pnnc.layout.gds;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/** What a tolerant reader passed over: how often, and where first. */
final class GdsNotes {
  private final GdsInput input;
  private final Map<Kind, long[]> seen = new EnumMap<>(Kind.class);

  GdsNotes(GdsInput input) {
    this.input = input;
  }

  enum Kind {
    NODE("nodes, which are no geometry"),
    FLAT("polygons of fewer than three corners"),
    ABSOLUTE_WIDTH("the wish that magnification leave a path's width alone"),
    ABSOLUTE_TEXT("the wish that a label not turn or grow with its cell"),
    TURNED_TEXT("how labels are turned, which layouts here do not keep"),
    REST("bytes behind the end");

    private final String what;

    Kind(String what) {
      this.what = what;
    }
  }

  void note(Kind kind) {
    seen.computeIfAbsent(kind, k -> new long[] {0, input.offset()})[0]++;
  }

  /** A warning for each kind. */
  List<Diagnostic> warnings() {
    return seen.entrySet().stream()
        .map(
            e ->
                DiagnosticCode.GDS_IGNORED
                    .warning(e.getKey().what, e.getValue()[0])
                    .at(input.place(e.getValue()[1])))
        .toList();
  }
}

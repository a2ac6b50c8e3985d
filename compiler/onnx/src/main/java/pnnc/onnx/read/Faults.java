package pnnc.onnx.read;

import java.util.EnumMap;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.base.diagnostics.Severity;

/**
 * What is wrong with one model. Gives up when there is more than anybody would read, and keeps each
 * message on one line whatever names the model brings.
 */
final class Faults {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private final String file;
  private final Diagnostics diagnostics;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  Faults(String file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** Adds {@code diagnostic} about {@code element}, such as {@code node /head/grid}. */
  void add(Diagnostic diagnostic, String element) {
    add(diagnostic, element, "");
  }

  /** The same, with the place in the user's program that {@code element} comes from. */
  void add(Diagnostic diagnostic, String element, String origin) {
    int count = counts.merge(diagnostic.severity(), 1, Integer::sum);
    if (count <= MOST) {
      Place place = new Place.ModelElement(file, oneLine(element), oneLine(origin));
      diagnostics.add(oneLine(diagnostic).at(place));
    }
    if (count == MOST && diagnostic.severity() == Severity.ERROR) {
      diagnostics.throwIfErrors();
    }
  }

  /** Adds what {@code exception} says, about {@code element}. */
  void add(DiagnosedException exception, String element) {
    exception.diagnostics().forEach(d -> add(d, element));
  }

  private static Diagnostic oneLine(Diagnostic d) {
    return new Diagnostic(
        d.code(), d.severity(), oneLine(d.message()), d.place(), d.related(), d.help());
  }

  private static String oneLine(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}

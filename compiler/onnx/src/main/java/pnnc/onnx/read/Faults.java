package pnnc.onnx.read;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.base.diagnostics.Severity;

/** What is wrong with one model. Gives up when there is more than anybody would read. */
final class Faults {
  private static final int MOST = 20;
  private static final int LONGEST_ELEMENT = 200;

  private final String file;
  private final Diagnostics diagnostics;
  private int errors;

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
    String shown =
        element.length() > LONGEST_ELEMENT ? element.substring(0, LONGEST_ELEMENT) + "…" : element;
    diagnostics.add(diagnostic.at(new Place.ModelElement(file, shown, origin)));
    if (diagnostic.severity() == Severity.ERROR && ++errors == MOST) {
      diagnostics.throwIfErrors();
    }
  }

  /** Adds what {@code exception} says, about {@code element}. */
  void add(DiagnosedException exception, String element) {
    exception.diagnostics().forEach(d -> add(d, element));
  }
}

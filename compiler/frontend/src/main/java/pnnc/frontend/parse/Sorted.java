package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;

/** Diagnostics of one file, found by several walks over it, to be told in the order of the text. */
final class Sorted implements Consumer<Diagnostic> {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparingInt((Diagnostic d) -> span(d).line())
          .thenComparingInt(d -> span(d).column());

  private final List<Diagnostic> found = new ArrayList<>();

  private static Place.TextSpan span(Diagnostic diagnostic) {
    return (Place.TextSpan) diagnostic.place().orElseThrow();
  }

  @Override
  public void accept(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void into(Diagnostics diagnostics) {
    found.stream().sorted(BY_PLACE).forEach(diagnostics::add);
  }
}

package pnnc.frontend.hardware;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.Span;

/** Says each fault once, however many heirs lead to it. */
final class Report {
  private final Diagnostics diagnostics;
  private final Set<List<Object>> said = new HashSet<>();

  Report(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    diagnostics.all().forEach(d -> said.add(key(d)));
  }

  void fault(Diagnostic fault, Span span) {
    add(fault.at(span.place()));
  }

  void add(Diagnostic fault) {
    if (said.add(key(fault))) {
      diagnostics.add(fault);
    }
  }

  private static List<Object> key(Diagnostic fault) {
    boolean isInherited =
        fault.code() == DiagnosticCode.FIELD_UNKNOWN
            || fault.code() == DiagnosticCode.OBJECTIVE_UNKNOWN;
    return List.of(fault.code(), fault.place(), isInherited ? "" : fault.message());
  }

  /** The result of {@code calculation}; its faults are reported at {@code span}. */
  <T> Optional<T> attempt(Span span, Supplier<T> calculation) {
    try {
      return Optional.of(calculation.get());
    } catch (DiagnosedException e) {
      e.diagnostics().forEach(d -> fault(d, span));
      return Optional.empty();
    }
  }
}

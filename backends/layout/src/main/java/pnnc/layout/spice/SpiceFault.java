package pnnc.layout.spice;

import pnnc.base.diagnostics.DiagnosticCode;

/** Something wrong in a line; the reader knows where the line is. */
final class SpiceFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int at;
  private final DiagnosticCode code;
  private final transient Object[] values;

  SpiceFault(int at, DiagnosticCode code, Object... values) {
    super(code.error(values).message());
    this.at = at;
    this.code = code;
    this.values = values;
  }

  static SpiceFault syntax(int at, String expected, String found) {
    return new SpiceFault(at, DiagnosticCode.SPICE_SYNTAX, expected, found);
  }

  /** Which character of the line. */
  int at() {
    return at;
  }

  DiagnosticCode code() {
    return code;
  }

  Object[] values() {
    return values.clone();
  }
}

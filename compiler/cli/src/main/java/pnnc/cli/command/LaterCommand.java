package pnnc.cli.command;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * A command whose name is taken but which this version does not have.
 *
 * @param name the word
 * @param summary what it will do
 * @param comesWith what has to be there first: {@code the backends}
 */
record LaterCommand(String name, String summary, String comesWith) {
  /** Says so, whatever else is on the command line. */
  DiagnosedException refusal() {
    return new DiagnosedException(
        DiagnosticCode.NOT_YET.error("`pnnc %s`".formatted(name), comesWith));
  }
}

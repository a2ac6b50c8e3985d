package pnnc.driver;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/** The driver that works on this machine. */
public final class LocalDriver implements Driver {
  @Override
  public Outcome compile(CompileRequest request, Session session) {
    throw notYet("compile");
  }

  @Override
  public Outcome inspect(InspectRequest request, Session session) {
    throw notYet("inspect");
  }

  @Override
  public Outcome importModel(ImportRequest request, Session session, Appendable text) {
    throw notYet("import");
  }

  private static DiagnosedException notYet(String command) {
    return new DiagnosedException(
        DiagnosticCode.NOT_YET.error("`pnnc %s`".formatted(command), "the ONNX reader"));
  }
}

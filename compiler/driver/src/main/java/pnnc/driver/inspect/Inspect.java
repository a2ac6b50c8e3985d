package pnnc.driver.inspect;

import com.google.gson.JsonObject;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.InspectRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.compile.Backends;
import pnnc.driver.layout.LayoutFile;
import pnnc.driver.layout.LayoutInspection;
import pnnc.driver.model.ModelFile;
import pnnc.driver.report.JsonText;

/**
 * The action {@code inspect}: of a layout if the name or the first bytes say so, else of a model.
 */
public final class Inspect {
  private Inspect() {}

  /** What is in the file that {@code request} names. */
  public static Outcome run(InspectRequest request, Session session, Backends backends) {
    if (LayoutFile.isNamedSo(request.file()) || LayoutFile.isLayout(request.file())) {
      return LayoutInspection.run(LayoutFile.open(request.file()), request.technology(), session);
    }
    if (request.technology().isPresent()) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE.error("--technology is for layouts, and this is a model"));
    }
    ModelFile file = ModelFile.open(request.file());
    ModelFacts facts = new ModelInspection(file, session, backends).inspect();
    JsonObject summary = JsonText.object(facts);
    return Outcome.ok(InspectionText.of(facts), summary);
  }
}

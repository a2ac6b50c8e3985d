package pnnc.driver.model;

import java.util.List;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.Session;
import pnnc.ir.network.Network;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.pipeline.Pipeline;

/** Runs the passes that every network goes through before it is cut into blocks. */
public final class Normalization {
  private Normalization() {}

  /**
   * {@code network} in normal form.
   *
   * @param file its name as the user wrote it
   * @param session hears which phase it is
   * @param warnings gets what the passes have to say
   */
  public static Network run(
      Network network, String file, Session session, List<Diagnostic> warnings) {
    session.reporter().phase("normalise network");
    PassContext context = new PassContext(file, new Diagnostics(), new OrtEvaluator());
    Network normal = Pipeline.run(network, Pipeline.normalization(), context);
    warnings.addAll(context.diagnostics().all());
    return normal;
  }
}

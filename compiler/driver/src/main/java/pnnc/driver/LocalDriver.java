package pnnc.driver;

import java.io.IOException;
import pnnc.driver.compile.Backends;
import pnnc.driver.compile.Compile;
import pnnc.driver.compile.Simulation;
import pnnc.driver.compile.Verify;
import pnnc.driver.format.FormatAction;
import pnnc.driver.hardware.TargetAction;
import pnnc.driver.inspect.Inspect;
import pnnc.driver.layout.RenderAction;
import pnnc.driver.library.StandardAction;
import pnnc.driver.model.Import;

/** The driver that works on this machine. */
public final class LocalDriver implements Driver {
  @Override
  public Outcome compile(CompileRequest request, Session session) {
    return Compile.run(request, session, Backends.installed());
  }

  @Override
  public Outcome verify(VerifyRequest request, Session session) {
    return Verify.run(request, session, Backends.installed());
  }

  @Override
  public Outcome simulate(SimRequest request, Session session) {
    return Simulation.run(request, session, Backends.installed());
  }

  @Override
  public Outcome inspect(InspectRequest request, Session session) {
    return Inspect.run(request, session, Backends.installed());
  }

  @Override
  public Outcome render(RenderRequest request, Session session) {
    return RenderAction.run(request, session);
  }

  @Override
  public Outcome target(TargetRequest request, Session session) {
    return TargetAction.run(request, session);
  }

  @Override
  public Outcome format(FormatRequest request, Session session) {
    return FormatAction.run(request, session);
  }

  @Override
  public Outcome standard(StandardRequest request, Session session) {
    return StandardAction.run(request);
  }

  @Override
  public Outcome importModel(ImportRequest request, Session session, Appendable text)
      throws IOException {
    return Import.run(request, session, text);
  }
}

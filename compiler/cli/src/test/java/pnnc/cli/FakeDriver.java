package pnnc.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pnnc.driver.CompileRequest;
import pnnc.driver.Driver;
import pnnc.driver.FormatRequest;
import pnnc.driver.ImportRequest;
import pnnc.driver.InspectRequest;
import pnnc.driver.Outcome;
import pnnc.driver.RenderRequest;
import pnnc.driver.Session;
import pnnc.driver.SimRequest;
import pnnc.driver.StandardRequest;
import pnnc.driver.TargetRequest;
import pnnc.driver.VerifyRequest;

/** A driver that remembers what it was asked and does what a test says. */
final class FakeDriver implements Driver {
  final List<Object> requests = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  Function<Session, Outcome> action = session -> Outcome.ok("done\n", new JsonObject());

  @Override
  public Outcome compile(CompileRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome verify(VerifyRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome simulate(SimRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome inspect(InspectRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome render(RenderRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome target(TargetRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome format(FormatRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome standard(StandardRequest request, Session session) {
    return act(request, session);
  }

  @Override
  public Outcome importModel(ImportRequest request, Session session, Appendable text)
      throws IOException {
    text.append("text\n");
    return act(request, session);
  }

  private Outcome act(Object request, Session session) {
    requests.add(request);
    sessions.add(session);
    return action.apply(session);
  }
}

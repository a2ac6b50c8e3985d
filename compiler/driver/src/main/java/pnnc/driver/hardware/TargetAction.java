package pnnc.driver.hardware;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.TargetRequest;
import pnnc.driver.report.JsonText;
import pnnc.frontend.hardware.HardwareProgram;
import pnnc.frontend.hardware.ResolvedHardware;
import pnnc.frontend.hardware.ResolvedTarget;

/** The action {@code target}: descriptions of hardware, without a model. */
public final class TargetAction {
  private final Diagnostics diagnostics = new Diagnostics();
  private final HardwareReader reader = new HardwareReader(diagnostics);

  private TargetAction() {}

  /** Does what {@code request} says. */
  public static Outcome run(TargetRequest request, Session session) {
    TargetAction action = new TargetAction();
    if (request instanceof TargetRequest.Show show) {
      return action.show(show);
    }
    if (request instanceof TargetRequest.New create) {
      return action.create(create);
    }
    return request instanceof TargetRequest.Lint lint
        ? action.lint(lint.file(), session)
        : action.list();
  }

  private Outcome list() {
    Map<String, ResolvedTarget> targets = reader.readyMade().targets();
    diagnostics.throwIfErrors();
    return Outcome.ok(TargetText.list(targets), JsonText.object(TargetFacts.list(targets)));
  }

  private Outcome show(TargetRequest.Show show) {
    HardwareReader.Named named = reader.named(show.name());
    Optional<ResolvedHardware> part = named.program().part(named.name());
    if (part.isPresent() && show.overrides().isEmpty()) {
      diagnostics.throwIfErrors();
      return Outcome.ok(TargetText.of(part.get()), JsonText.object(TargetFacts.of(part.get())));
    }
    ResolvedTarget target = reader.target(named, show.overrides());
    return Outcome.ok(TargetText.of(target), JsonText.object(TargetFacts.of(target)));
  }

  private Outcome create(TargetRequest.New create) {
    if (!create.name().matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE.error("`%s` is no name for a target".formatted(create.name())));
    }
    HardwareReader.Named like = reader.named(create.like());
    String text = like.program().template(create.name(), reader.target(like, Map.of()));
    JsonObject summary = new JsonObject();
    summary.addProperty("text", text);
    return Outcome.ok(text, summary);
  }

  private void refuseReadyMade(Path file) {
    String name = file.toString();
    if (Files.notExists(file) && reader.isReadyMade(name)) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE
              .error(name, "there is no such file")
              .help(
                  "`target lint` takes a file; `pnnc target show %s` shows the ready-made target"
                      .formatted(name)));
    }
  }

  private Outcome lint(Path file, Session session) {
    refuseReadyMade(file);
    HardwareProgram program = reader.program(file);
    program.lint();
    diagnostics.throwIfErrors();
    diagnostics.all().forEach(session.reporter()::diagnostic);
    TargetFacts.LintFacts facts =
        new TargetFacts.LintFacts(
            file.toString(),
            program.targets().size(),
            program.parts().size(),
            diagnostics.all().size());
    String text = program.hasHardware() ? TargetText.of(facts) : TargetText.nothing(facts);
    return Outcome.ok(text, JsonText.object(facts));
  }
}

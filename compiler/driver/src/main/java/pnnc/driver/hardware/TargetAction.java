package pnnc.driver.hardware;

import com.google.gson.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.TargetRequest;
import pnnc.driver.program.ProgramFiles;
import pnnc.driver.program.StandardLibrary;
import pnnc.driver.report.JsonText;
import pnnc.frontend.hardware.HardwareProgram;
import pnnc.frontend.hardware.ResolvedHardware;
import pnnc.frontend.hardware.ResolvedTarget;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;

/** The action {@code target}: descriptions of hardware, without a model. */
public final class TargetAction {
  /** Where the targets live that need no file. */
  private static final String READY_MADE = "std/target";

  private final Diagnostics diagnostics = new Diagnostics();

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

  private HardwareProgram program(Path file) {
    ProgramFiles files = new ProgramFiles(file);
    return program(files.main(), files);
  }

  private HardwareProgram program(SourceText main, ProgramFiles files) {
    Modules modules =
        Modules.load(main, files, text -> Parsing.parse(text, diagnostics), diagnostics);
    return new HardwareProgram(modules, diagnostics);
  }

  /** The library uses no file beside it: its own name stands for its place. */
  private HardwareProgram readyMade() {
    return program(
        StandardLibrary.file(READY_MADE).orElseThrow(), new ProgramFiles(Path.of(READY_MADE)));
  }

  private Outcome list() {
    Map<String, ResolvedTarget> targets = readyMade().targets();
    diagnostics.throwIfErrors();
    return Outcome.ok(TargetText.list(targets), JsonText.object(TargetFacts.list(targets)));
  }

  private Outcome show(TargetRequest.Show show) {
    Named named = named(show.name());
    Optional<ResolvedHardware> part = named.program().part(named.name());
    if (part.isPresent() && show.overrides().isEmpty()) {
      diagnostics.throwIfErrors();
      return Outcome.ok(TargetText.of(part.get()), JsonText.object(TargetFacts.of(part.get())));
    }
    ResolvedTarget target = target(named, show.overrides());
    return Outcome.ok(TargetText.of(target), JsonText.object(TargetFacts.of(target)));
  }

  /** Hardware in a program. */
  private record Named(HardwareProgram program, String name) {}

  private Named named(String name) {
    int hash = name.lastIndexOf('#');
    if (hash < 0) {
      return new Named(readyMade(), name);
    }
    try {
      Path file = Path.of(name.substring(0, hash));
      return new Named(program(file), name.substring(hash + 1));
    } catch (InvalidPathException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE.error(name, "it is no path on this system"));
    }
  }

  private ResolvedTarget target(Named named, Map<String, String> overrides) {
    Optional<ResolvedTarget> target = named.program().target(named.name(), overrides);
    diagnostics.throwIfErrors();
    return target.orElseThrow();
  }

  private Outcome create(TargetRequest.New create) {
    if (!create.name().matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE.error("`%s` is no name for a target".formatted(create.name())));
    }
    Named like = named(create.like());
    String text = like.program().template(create.name(), target(like, Map.of()));
    JsonObject summary = new JsonObject();
    summary.addProperty("text", text);
    return Outcome.ok(text, summary);
  }

  private Outcome lint(Path file, Session session) {
    HardwareProgram program = program(file);
    program.lint();
    diagnostics.throwIfErrors();
    diagnostics.all().forEach(session.reporter()::diagnostic);
    TargetFacts.LintFacts facts =
        new TargetFacts.LintFacts(
            file.toString(),
            program.targets().size(),
            program.parts().size(),
            diagnostics.all().size());
    return Outcome.ok(TargetText.of(facts), JsonText.object(facts));
  }
}

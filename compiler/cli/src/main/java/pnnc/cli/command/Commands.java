package pnnc.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.base.diagnostics.DiagnosedException;

/** All commands. */
public final class Commands {
  private static final String BACKENDS = "the backends";

  private Commands() {}

  /** What this version does, in the order of help. */
  public static List<Command> present() {
    return List.of(
        new CompileCommand(),
        new VerifyCommand(),
        new SimCommand(),
        new InspectCommand(),
        new RenderCommand(),
        new ImportCommand(),
        new TargetCommand(),
        new FmtCommand(),
        new StdCommand(),
        new ExplainCommand(),
        new CompletionCommand(),
        new LspCommand(),
        new VersionCommand(),
        new HelpCommand());
  }

  /** Names that are taken. */
  static List<LaterCommand> later() {
    return List.of(
        new LaterCommand("estimate", "area, energy, latency without emitting", BACKENDS),
        new LaterCommand("explore", "search the design space", BACKENDS),
        new LaterCommand("report", "a bundle as a web page", BACKENDS),
        new LaterCommand("view", "look at a layout", BACKENDS),
        new LaterCommand("diff", "compare two bundles", BACKENDS),
        new LaterCommand("export", "twin and netlist in other formats", BACKENDS));
  }

  /** The command called {@code name}; refuses those that come later and those nobody knows. */
  public static Command named(String name) {
    return find(name).orElseThrow(() -> refusal(name));
  }

  private static DiagnosedException refusal(String name) {
    return later().stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .map(LaterCommand::refusal)
        .orElseGet(() -> Usage.unknown("command", name, names()));
  }

  private static Optional<Command> find(String name) {
    return present().stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private static List<String> names() {
    return Stream.concat(
            present().stream().map(Command::name), later().stream().map(LaterCommand::name))
        .toList();
  }
}

package pnnc.cli.command;

import com.google.gson.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.apache.commons.cli.CommandLine;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.Outcome;
import pnnc.driver.Version;
import pnnc.lsp.LanguageServers;

/** {@code pnnc lsp}: serves an editor over the standard streams. */
final class LspCommand implements Command {
  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public String summary() {
    return "serve an editor: the Language Server Protocol";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Arguments.requireAtMost(0, line, this);
    if (GlobalOptions.isJson(line)) {
      throw Usage.in(this, "--message-format: standard output belongs to the protocol");
    }
    boolean isPolite = serve();
    return new Outcome(isPolite ? ExitStatus.OK : ExitStatus.INPUT_ERROR, "", new JsonObject());
  }

  /** Whatever else would print goes to standard error: one stray line and the editor is lost. */
  private static boolean serve() {
    PrintStream before = System.out;
    System.setOut(System.err);
    try {
      return LanguageServers.serve(
          System.in,
          new FileOutputStream(FileDescriptor.out),
          System.err,
          Version.current().pnnc(),
          standardFolder());
    } catch (InterruptedException e) {
      throw new CancellationException();
    } finally {
      System.setOut(before);
    }
  }

  /** Each user and version has one, so that none can write into another's. */
  private static Path standardFolder() {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_");
    String name = "pnnc-%s-%s".formatted(Version.current().pnnc(), user);
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }
}

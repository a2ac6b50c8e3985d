package pnnc.driver.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.base.diagnostics.Severity;
import pnnc.driver.FormatRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.files.Interruption;
import pnnc.driver.files.IoFaults;
import pnnc.driver.files.WholeFile;
import pnnc.driver.program.ProgramFiles;
import pnnc.driver.report.JsonText;
import pnnc.frontend.format.Formatter;
import pnnc.frontend.source.SourceText;

/**
 * The action {@code fmt}. Lines end as the first of a file does, a byte order mark goes. A file
 * with faults stays as it is, and the others are laid out all the same.
 */
public final class FormatAction {
  /** The name of a program that has none. */
  private static final String STREAM = "<stdin>";

  private final boolean isCheck;
  private final Session session;
  private final List<String> changed = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private Optional<ExitStatus> failure = Optional.empty();

  /**
   * What became of files.
   *
   * @param check whether they were only looked at
   * @param changed those that are, or would be, laid out anew
   * @param failed those with faults
   */
  private record Facts(boolean check, int files, List<String> changed, List<String> failed) {}

  /** What became of a program that came in; {@code text} is {@code null} if it was looked at. */
  private record StreamFacts(boolean check, boolean changed, String text) {}

  private FormatAction(boolean isCheck, Session session) {
    this.isCheck = isCheck;
    this.session = session;
  }

  /** Does what {@code request} says. */
  public static Outcome run(FormatRequest request, Session session) {
    FormatAction action = new FormatAction(request.isCheck(), session);
    return request instanceof FormatRequest.Stream stream
        ? action.stream(stream.text())
        : action.files(((FormatRequest.Files) request).paths());
  }

  private Outcome files(List<Path> paths) {
    session.reporter().phase("format");
    List<Path> files = found(paths);
    for (int i = 0; i < files.size(); i++) {
      Interruption.check();
      session.reporter().progress("files", i, files.size());
      file(files.get(i));
    }
    String text = String.join("", changed.stream().map(f -> f + "\n").toList());
    return new Outcome(
        status(), text, JsonText.object(new Facts(isCheck, files.size(), changed, failed)));
  }

  private static List<Path> found(List<Path> paths) {
    try {
      return ProgramTexts.in(paths);
    } catch (IOException e) {
      String folder = e instanceof java.nio.file.FileSystemException f ? f.getFile() : "a folder";
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE.error(folder, IoFaults.reason(e)));
    }
  }

  private ExitStatus status() {
    boolean isUntidy = isCheck && !changed.isEmpty();
    return failure.orElse(isUntidy ? ExitStatus.INPUT_ERROR : ExitStatus.OK);
  }

  private void file(Path file) {
    try {
      SourceText source = new ProgramFiles(file).main();
      String text = laidOut(source);
      if (!text.equals(source.text())) {
        if (!isCheck) {
          replace(file, text);
        }
        changed.add(file.toString());
      }
    } catch (DiagnosedException faulty) {
      failed.add(file.toString());
      faulty.diagnostics().forEach(this::report);
    }
  }

  private void report(Diagnostic diagnostic) {
    session.reporter().diagnostic(diagnostic);
    if (failure.isEmpty() && diagnostic.severity() == Severity.ERROR) {
      failure = Optional.of(diagnostic.code().exit());
    }
  }

  private static String laidOut(SourceText source) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<String> text = Formatter.format(source, diagnostics);
    diagnostics.throwIfErrors();
    return text.orElseThrow();
  }

  /** A file that must not be written is not replaced either, though its folder may allow it. */
  private void replace(Path file, String text) {
    if (!Files.isWritable(file)) {
      throw WholeFile.unwritable(file, "permission denied");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, part -> Files.write(part, bytes));
    session.reporter().artifact(file, bytes.length);
  }

  private Outcome stream(InputStream in) {
    SourceText source = new SourceText(STREAM, text(in));
    String text = laidOut(source);
    boolean isChanged = !text.equals(source.text());
    return isCheck
        ? new Outcome(
            isChanged ? ExitStatus.INPUT_ERROR : ExitStatus.OK,
            isChanged ? STREAM + "\n" : "",
            JsonText.object(new StreamFacts(true, isChanged, null)))
        : Outcome.ok(text, JsonText.object(new StreamFacts(false, isChanged, text)));
  }

  private static String text(InputStream in) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw unreadable("it is no text in UTF-8");
    } catch (IOException e) {
      throw unreadable(IoFaults.reason(e));
    }
  }

  private static DiagnosedException unreadable(String why) {
    return new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error("standard input", why));
  }
}

package pnnc.driver.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.files.IoFaults;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.SourceText;

/** Files of descriptions of hardware: the library on the class path, and the user's own. */
final class HardwareFiles implements Library {
  private final Map<SourceText, Path> places = new HashMap<>();

  /**
   * The text of {@code file}.
   *
   * @throws DiagnosedException if it cannot be read
   */
  SourceText read(Path file) {
    try {
      SourceText text = new SourceText(file.toString(), Files.readString(file));
      places.put(text, file);
      return text;
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is no text in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, IoFaults.reason(e));
    }
  }

  private static DiagnosedException unreadable(Object file, String why) {
    return new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error(file, why));
  }

  @Override
  public Optional<SourceText> standard(String path) {
    if (!path.startsWith(STANDARD) || path.contains("..")) {
      return Optional.empty();
    }
    try (InputStream in = HardwareFiles.class.getResourceAsStream("/" + path + ".pnn")) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new SourceText(path, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SourceText relative(SourceText from, String path) {
    try {
      Path user = places.get(from);
      return read(user == null ? Path.of(path) : user.resolveSibling(path).normalize());
    } catch (InvalidPathException e) {
      throw unreadable(path, "it is no path on this system");
    }
  }
}

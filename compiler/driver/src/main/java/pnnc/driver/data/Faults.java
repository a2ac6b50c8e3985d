package pnnc.driver.data;

import static java.util.stream.Collectors.joining;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** What can be wrong with a data file, in the user's terms. */
final class Faults {
  private static final int CLIP = 40;
  private static final int MOST_NAMES = 8;

  private Faults() {}

  /** The file is damaged or of another kind; {@code place} tells where. */
  static DiagnosedException malformed(String name, String kind, String what, Place place) {
    return new DiagnosedException(DiagnosticCode.DATA_MALFORMED.error(name, kind, what).at(place));
  }

  /** The file as a whole is damaged or of another kind. */
  static DiagnosedException malformed(Path file, String kind, String what) {
    return malformed(file.toString(), kind, what, new Place.WholeFile(file.toString()));
  }

  /** The samples have another shape than the input. */
  static DiagnosedException shape(String name, InputSpec input, Object found, Object expected) {
    return new DiagnosedException(
        DiagnosticCode.DATA_SHAPE.error(name, input.name(), found, expected));
  }

  /** Something that has to be there is not. */
  static DiagnosedException missing(Path file, String what) {
    return new DiagnosedException(
        DiagnosticCode.DATA_MISSING.error(file, what).at(new Place.WholeFile(file.toString())));
  }

  /** Refuses what cannot be opened, or could block for ever. */
  static void requireFile(Path file) {
    if (!Files.exists(file)) {
      throw unreadable(file, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw unreadable(file, "it is not a regular file");
    }
  }

  static DiagnosedException unreadable(Path file, String why) {
    return new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error(file, why));
  }

  /** What an I/O failure means: the run was interrupted, or the file cannot be read. */
  static RuntimeException of(Path file, IOException failure) {
    if (failure instanceof ClosedByInterruptException) {
      return new CancellationException("interrupted while reading " + file);
    }
    if (failure instanceof EOFException || failure instanceof ZipException) {
      return malformed(file, "compressed data", String.valueOf(failure.getMessage()));
    }
    if (failure instanceof NoSuchFileException) {
      return unreadable(file, "there is no such file");
    }
    if (failure instanceof AccessDeniedException) {
      return unreadable(file, "access is denied");
    }
    return unreadable(file, String.valueOf(failure.getMessage()));
  }

  /** Text from a file for a message: short, and nothing in it that a terminal would act on. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("`");
    text.codePoints()
        .limit(CLIP)
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '\uFFFD' : c)
        .forEach(out::appendCodePoint);
    return out.append(text.codePointCount(0, text.length()) > CLIP ? "…`" : "`").toString();
  }

  /** A few names for a message. */
  static String list(List<String> names) {
    String shown = names.stream().limit(MOST_NAMES).map(Faults::quote).collect(joining(", "));
    if (names.isEmpty()) {
      return "nothing";
    }
    return names.size() > MOST_NAMES ? shown + ", …" : shown;
  }
}

package pnnc.frontend.program;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.SourceText;

/** Finds the files that programs use, for the frontend, which opens none itself. */
public interface Library {
  /** The prefix of the names under which files of the standard library go. */
  String STANDARD = "std/";

  /**
   * A file of the standard library.
   *
   * @param path {@code std/nn}: the words of {@code use std.nn}, joined by slashes
   */
  Optional<SourceText> standard(String path);

  /** The names of the library's files, {@code std/nn}, sorted; none if they cannot be listed. */
  default List<String> standardNames() {
    return List.of();
  }

  /**
   * A file beside another.
   *
   * @param from the file that uses it
   * @param path as {@code from} says it, relative to its own folder
   * @throws pnnc.base.diagnostics.DiagnosedException if it cannot be read, without a place
   */
  SourceText relative(SourceText from, String path);

  /** Whether {@code source} is of the standard library. */
  static boolean isStandard(SourceText source) {
    return source.name().startsWith(STANDARD);
  }
}

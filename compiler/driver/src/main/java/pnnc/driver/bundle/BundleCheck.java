package pnnc.driver.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.files.MappedFile;

/**
 * Compares the files of a bundle with what its design says of them. The layout is the truth: a file
 * of it that changed is used as it is, and the user hears of it. The rest is what the compiler left
 * on the host, which has to be as it was.
 */
public final class BundleCheck {
  private BundleCheck() {}

  /**
   * Warns of layout that is not as it was written, or was added.
   *
   * @param listed what {@code design.json} lists
   * @throws DiagnosedException naming every file that is missing, or the first that is not layout
   *     and changed
   */
  public static void run(Path folder, List<FileRecord> listed, Consumer<Diagnostic> warnings)
      throws IOException {
    List<Diagnostic> missing = new ArrayList<>();
    for (FileRecord file : listed) {
      if (!Files.isRegularFile(folder.resolve(file.path()))) {
        missing.add(
            DiagnosticCode.FILE_UNREADABLE.error(
                folder.resolve(file.path()), "it is missing; " + Bundle.DESIGN + " lists it"));
      }
    }
    if (!missing.isEmpty()) {
      throw new DiagnosedException(missing);
    }
    for (FileRecord file : listed) {
      compare(folder, file, warnings);
    }
    Set<String> known = listed.stream().map(FileRecord::path).collect(Collectors.toSet());
    BundleFiles.layoutIn(folder).paths().stream()
        .filter(path -> !known.contains(path))
        .forEach(path -> warnings.accept(changed(folder, path, "it is not listed there")));
  }

  private static void compare(Path folder, FileRecord file, Consumer<Diagnostic> warnings)
      throws IOException {
    MappedFile found = MappedFile.open(folder.resolve(file.path()), file.path());
    if (found.size() != file.bytes()) {
      String sizes = "it has %d bytes instead of %d".formatted(found.size(), file.bytes());
      say(folder, file, sizes, warnings);
    } else if (!Sha256.of(found).equals(file.sha256())) {
      say(folder, file, "its digest is another", warnings);
    }
  }

  private static void say(Path folder, FileRecord file, String how, Consumer<Diagnostic> warnings) {
    if (!BundleFiles.isLayout(file)) {
      throw new DiagnosedException(
          DiagnosticCode.HOST_CHANGED.error(folder.resolve(file.path()), Bundle.DESIGN, how));
    }
    warnings.accept(changed(folder, file.path(), how));
  }

  private static Diagnostic changed(Path folder, String path, String how) {
    return DiagnosticCode.BUNDLE_CHANGED.warning(folder.resolve(path), Bundle.DESIGN, how);
  }
}

package pnnc.frontend.elaborate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;
import pnnc.ir.network.Network;

/** Programs for tests. */
final class Programs {
  private static final Path STDLIB =
      Path.of(System.getProperty("pnnc.root"), "stdlib/src/main/resources");

  /** Programs that use each other. */
  private static final Path BESIDE = Path.of("src/test/golden/diagnostics");

  private Programs() {}

  /** The standard library as it stands in the repository. */
  static final Library LIBRARY =
      new Library() {
        @Override
        public Optional<SourceText> standard(String path) {
          Path file = STDLIB.resolve(path + ".pnn");
          try {
            return Files.isRegularFile(file)
                ? Optional.of(new SourceText(path, Files.readString(file)))
                : Optional.empty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public SourceText relative(SourceText from, String path) {
          Path file = BESIDE.resolve(path);
          try {
            return new SourceText(path, Files.readString(file));
          } catch (IOException e) {
            throw new DiagnosedException(
                DiagnosticCode.FILE_UNREADABLE.error(path, "it does not exist"));
          }
        }
      };

  /** The program that {@code text} is, with what it uses. */
  static Modules load(String name, String text, Diagnostics diagnostics) {
    return Modules.load(
        new SourceText(name, text), LIBRARY, t -> Parsing.parse(t, diagnostics), diagnostics);
  }

  /** What was said, a line each. */
  static String text(Diagnostics diagnostics) {
    StringBuilder all = new StringBuilder();
    for (Diagnostic d : diagnostics.all()) {
      String place = d.place().map(Place::describe).orElse("nowhere");
      all.append("%s %s %s%n".formatted(d.code().id(), place, d.message()));
      d.related().forEach(l -> all.append("    %s %s%n".formatted(l.place().describe(), l.text())));
      d.help().forEach(h -> all.append("    = %s%n".formatted(h)));
    }
    return all.toString();
  }

  /** The first network of a program. */
  static Optional<Network> network(String text, WeightFiles files, Diagnostics diagnostics) {
    Modules modules = load("test.pnn", text, diagnostics);
    Elaborator elaborator = new Elaborator(modules, diagnostics);
    return elaborator.network(elaborator.nets().get(0), files, Map.of());
  }
}

package pnnc.frontend.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Corpus;
import pnnc.frontend.testing.Golden;
import pnnc.frontend.testing.Mutants;
import pnnc.frontend.testing.Places;
import pnnc.frontend.testing.Seeds;

/** Whatever a program says, it is understood or refused with a place, soon. */
class MutantsTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("pnnc.root"), "examples/language");

  private final Map<String, SourceFile> library = new HashMap<>();
  private final Mutants mutants = new Mutants(programs());

  private static List<SourceText> programs() {
    List<SourceText> all = new ArrayList<>(Corpus.all());
    all.add(Programs.LIBRARY.standard("std/nn").orElseThrow());
    Golden.programs("diagnostics", "PNN2").stream()
        // These are complained of in each other.
        .filter(f -> !f.getFileName().toString().matches("PNN20(05|18).*"))
        .forEach(f -> all.add(read(f)));
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      files
          .filter(f -> f.toString().endsWith(".pnn"))
          .sorted()
          .forEach(
              f -> {
                // Examples count more than single lines that are wrong already.
                all.add(read(f));
                all.add(read(f));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void brokenProgramsAreRefusedWithAPlace() {
    Seeds.upTo(20_000).forEach(this::check);
  }

  @Test
  @Tag("slow")
  void manyBrokenProgramsAreRefusedWithAPlace() {
    Seeds.upTo(100_000).forEach(this::check);
  }

  private void check(long seed) {
    SourceText source = mutants.get(seed);
    Diagnostics diagnostics = new Diagnostics();
    try {
      elaborate(source, diagnostics);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError("seed %d:%n%s".formatted(seed, source.text()), e);
    }
    for (Diagnostic diagnostic : diagnostics.all()) {
      assertThat(Places.isInside(diagnostic, source))
          .as("seed %d: %s at %s in%n%s", seed, diagnostic, diagnostic.place(), source.text())
          .isTrue();
    }
  }

  private void elaborate(SourceText source, Diagnostics diagnostics) {
    Modules modules =
        Modules.load(source, Programs.LIBRARY, text -> parse(text, diagnostics), diagnostics);
    Elaborator elaborator =
        new Elaborator(modules, diagnostics, Findings.NONE, new Bounds(2000, 3000));
    elaborator.checkFunctions();
    for (Item.Net net : elaborator.nets()) {
      elaborator.network(net, DiagnosticsTest.WEIGHTS, Map.of());
    }
  }

  /** Files of the standard library are read once for all mutants. */
  private SourceFile parse(SourceText text, Diagnostics diagnostics) {
    return Library.isStandard(text)
        ? library.computeIfAbsent(text.name(), n -> Parsing.parse(text, diagnostics))
        : Parsing.parse(text, diagnostics);
  }
}

package pnnc.frontend.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Corpus;
import pnnc.frontend.testing.Golden;
import pnnc.frontend.testing.RandomPrograms;
import pnnc.frontend.testing.Seeds;
import pnnc.frontend.testing.Shape;

class FormatterTest {
  static List<SourceText> programs() {
    Stream<SourceText> random = Seeds.upTo(300).mapToObj(seed -> RandomPrograms.get(seed, 3));
    List<SourceText> programs =
        Stream.concat(Corpus.all().stream(), random).filter(s -> !shape(s).isEmpty()).toList();
    assertThat(programs).as("random programs that are right").hasSizeGreaterThan(290);
    return programs;
  }

  /** The tree of {@code source} without its places; empty if it is faulty. */
  private static String shape(SourceText source) {
    Diagnostics diagnostics = new Diagnostics();
    String shape = Shape.of(Parsing.parse(source, diagnostics));
    return diagnostics.hasErrors() ? "" : shape;
  }

  private static String format(SourceText source) {
    return Formatter.format(source, new Diagnostics()).orElseThrow();
  }

  private static List<String> comments(String text) {
    return text.lines()
        .filter(line -> line.contains("//"))
        .map(line -> line.substring(line.indexOf("//")).strip())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramStaysWhatItIs(SourceText source) {
    SourceText laidOut = new SourceText(source.name(), format(source));
    String what = source.text() + "\n=======\n" + laidOut.text();
    assertThat(shape(laidOut)).as("%s", what).isEqualTo(shape(source));
    assertThat(comments(laidOut.text())).as("%s", what).isEqualTo(comments(source.text()));
    assertThat(format(laidOut)).as("%s", what).isEqualTo(laidOut.text());
  }

  static List<Path> golden() {
    return Golden.programs("format", "");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void everyConstructHasOneLook(Path program) throws IOException {
    SourceText source = new SourceText(program.toString(), Files.readString(program));
    Golden.compare(program, ".out", format(source));
  }

  @Test
  void whatDoesNotParseIsLeftAlone() {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(Formatter.format(new SourceText("a.pnn", "fn fn"), diagnostics)).isEmpty();
    assertThat(diagnostics.hasErrors()).isTrue();
  }
}

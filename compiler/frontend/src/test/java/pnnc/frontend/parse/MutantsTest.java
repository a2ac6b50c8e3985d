package pnnc.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Corpus;
import pnnc.frontend.testing.Mutants;
import pnnc.frontend.testing.Places;
import pnnc.frontend.testing.Seeds;

/** Nothing that a user writes throws, hangs, or is complained of nowhere. */
class MutantsTest {
  private static final Mutants MUTANTS = new Mutants(Corpus.all());

  @Test
  void brokenProgramsAreRefusedWithAPlace() {
    check(20_000);
  }

  @Test
  @Tag("slow")
  void manyMoreBrokenProgramsAreRefusedWithAPlace() {
    check(1_000_000);
  }

  private static void check(int count) {
    Seeds.upTo(count).forEach(seed -> refuse(MUTANTS.get(seed)));
  }

  private static void refuse(SourceText source) {
    Diagnostics diagnostics = new Diagnostics();
    try {
      Parsing.parse(source, diagnostics);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(source + ":\n" + source.text(), e);
    }
    for (Diagnostic diagnostic : diagnostics.all()) {
      assertThat(Places.isInside(diagnostic, source)).as("%s in %s", diagnostic, source).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "f(",
        "a[",
        "- ",
        "not ",
        "if a then ",
        "if ",
        "a + ",
        "a ^ ",
        "a |> ",
        "a.b.",
        "fn() -> int = ",
        "{ a = ",
        "x as [",
        "a' + ",
        "[(",
        "(x: ",
        "repeat i in ",
        "\"",
        "'",
        "]",
        "}",
        "..",
      })
  void deepNestingIsRefusedAndNotSuffered(String piece) {
    SourceText source = new SourceText("deep.pnn", "fn f(x: int) -> int = " + piece.repeat(10_000));
    Diagnostics diagnostics = new Diagnostics();
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Parsing.parse(source, diagnostics));
    assertThat(diagnostics.all()).isNotEmpty().allMatch(d -> Places.isInside(d, source));
  }
}

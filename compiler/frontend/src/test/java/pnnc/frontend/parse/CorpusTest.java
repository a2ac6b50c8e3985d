package pnnc.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Corpus;

class CorpusTest {
  static List<SourceText> programs() {
    return Corpus.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyExampleIsAProgram(SourceText source) {
    Diagnostics diagnostics = new Diagnostics();
    SourceFile file = Parsing.parse(source, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(file.items()).isNotEmpty();
  }

  @Test
  void theDesignHasExamplesOfEverything() {
    assumeTrue(!Corpus.design().isEmpty(), "LANGUAGE.md is not at hand");
    assertThat(Corpus.design()).hasSizeGreaterThanOrEqualTo(4);
  }
}

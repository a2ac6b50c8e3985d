package pnnc.base.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "complie, compile",
    "COMPILE, compile",
    "inspekt, inspect",
    "exlpain, explain",
    "import-, import",
    "versoin, version",
    "x, ''",
    "e, ''",
    "i, ''",
    "verification, ''",
    "compilation, ''"
  })
  void theNearestWordIsSuggestedIfItIsNear(String word, String expected) {
    List<String> known = List.of("compile", "inspect", "import", "explain", "version");
    assertThat(Suggestion.closest(word, known).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', abc, 3", "abc, abc, 0", "abc, acb, 1", "kitten, sitting, 3"})
  void distanceCountsLetters(String a, String b, int distance) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
    assertThat(Suggestion.distance(b, a)).isEqualTo(distance);
  }
}

package pnnc.layout.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleBarTest {
  @ParameterizedTest
  @CsvSource({
    "100, 100, 100, 1 um",
    "199, 100, 100, 1 um",
    "200, 100, 200, 2 um",
    "100, 0.01, 100, 10 mm",
    "100, 0.11, 55, 500 um",
    "100, 300, 60, 0.2 um",
    "100, 0.1, 100, 1 mm"
  })
  void lengthsAreRound(double most, double perMicron, double pixels, String text) {
    assertThat(ScaleBar.of(most, perMicron)).isEqualTo(new ScaleBar(pixels, text));
  }
}

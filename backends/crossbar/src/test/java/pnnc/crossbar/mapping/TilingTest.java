package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilingTest {
  @ParameterizedTest
  @CsvSource({"784, 126, 7, 112", "10, 64, 1, 10", "65, 64, 2, 33", "1, 1, 1, 1", "128, 64, 2, 64"})
  void partsCoverAllAndAreAboutEqual(int size, int most, int count, int largest) {
    List<int[]> parts = Tiling.parts(size, most);
    assertThat(parts).hasSize(count);
    int at = 0;
    for (int[] part : parts) {
      assertThat(part[0]).isEqualTo(at);
      assertThat(part[1] - part[0]).isBetween(largest - 1, largest);
      at = part[1];
    }
    assertThat(at).isEqualTo(size);
  }
}

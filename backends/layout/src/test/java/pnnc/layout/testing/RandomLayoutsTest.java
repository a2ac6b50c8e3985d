package pnnc.layout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.layout.model.Geometry;
import pnnc.layout.model.Layout;

class RandomLayoutsTest {
  @ParameterizedTest
  @EnumSource
  void aSeedAlwaysGivesTheSame(RandomLayouts.Format format) {
    Layout once = RandomLayouts.of(5, format);
    assertThat(RandomLayouts.of(5, format)).isEqualTo(once);
    assertThat(Geometry.of(RandomLayouts.of(6, format))).isNotEqualTo(Geometry.of(once));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfElementComesUp(RandomLayouts.Format format) {
    Set<String> kinds =
        LongStream.range(0, 20)
            .mapToObj(seed -> RandomLayouts.of(seed, format))
            .flatMap(layout -> layout.cells().stream())
            .flatMap(cell -> cell.elements().stream())
            .map(e -> e.getClass().getSimpleName() + e.repetition().getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(kinds).hasSize(5 * 3);
  }
}

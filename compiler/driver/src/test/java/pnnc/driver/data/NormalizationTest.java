package pnnc.driver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.shape.Shape;

class NormalizationTest {
  @Test
  void oneMeanServesAllPixels() {
    Normalization.Channels channels = Normalization.parse("0.5, 0.25").over(Shape.of(1, 4));
    assertThat(channels.apply(255, 3)).isEqualTo(2);
  }

  @Test
  void channelsAreTheSecondDimensionIfItHasTheirSize() {
    Normalization channelsOnly = Normalization.parse("0/1/2,1");
    Normalization.Channels first = channelsOnly.over(Shape.of(1, 3, 2, 3));
    assertThat(first.apply(0, 5)).isEqualTo(-0.0);
    assertThat(first.apply(0, 6)).isEqualTo(-1);
    assertThat(first.apply(0, 17)).isEqualTo(-2);
  }

  @Test
  void otherwiseChannelsAreTheLastDimension() {
    Normalization.Channels last = Normalization.parse("0/1/2,1/1/2").over(Shape.of(1, 2, 2, 3));
    assertThat(last.apply(0, 4)).isEqualTo(-1);
    assertThat(last.apply(0, 5)).isEqualTo(-1);
    assertThatThrownBy(() -> Normalization.parse("1/2/3,1").over(Shape.of(1, 4)))
        .hasMessageContaining("3 channels, but a sample has shape [1, 4]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1,2,3", "a,1", "0,0", "nan,1", "0,inf", "1/2,1/2/3", "1/,1"})
  void nonsenseIsAUsageError(String text) {
    assertThatThrownBy(() -> Normalization.parse(text)).hasMessageStartingWith("PNN0001");
  }

  @Test
  void valuesAreKept() {
    assertThat(Normalization.parse("0.485/0.456/0.406,0.5").deviations())
        .isEqualTo(List.of(0.5, 0.5, 0.5));
  }
}

package pnnc.ir.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.block.UnitInterface.Drive;

/** Pieces of signals, and what they come to. */
class InputSlicesTest {
  private static Converter signed(int bits, double high) {
    int half = 1 << (bits - 1);
    return new Converter(bits, -half * (high / (half - 1)), high);
  }

  @ParameterizedTest
  @CsvSource({"8, 1, 7", "8, 2, 4", "8, 3, 3", "8, 7, 1", "8, 8, 1", "2, 1, 1", "5, 2, 2"})
  void everyCodeIsTheSumOfItsPieces(int bits, int shown, int count) {
    Converter converter = signed(bits, 0.2);
    InputSlices slices = new InputSlices(converter, shown);
    assertThat(slices.count()).isEqualTo(count);
    for (int code = -(1 << (bits - 1)); code < 1 << (bits - 1); code++) {
      double signal = code * converter.step();
      double sum = 0;
      for (int s = 0; s < count; s++) {
        assertThat(Math.abs(slices.signal(signal, s))).isLessThanOrEqualTo(0.2 * (1 + 1e-12));
        sum += slices.weight(s) * slices.signal(signal, s);
      }
      assertThat(sum).isCloseTo(Math.max(-0.2, signal), within(1e-12));
    }
  }

  @Test
  void aOneSidedConverterHasAllItsBits() {
    InputSlices slices = new InputSlices(new Converter(8, 0, 0.2), 1);
    assertThat(slices.count()).isEqualTo(8);
    assertThat(slices.signal(0.2, 7)).isEqualTo(0.2);
    assertThat(slices.signal(-0.1, 0)).isZero();
    assertThat(slices.weight(7) / slices.weight(0)).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1",
    "3, 0.5, 1, 1",
    "3, -1, 1, 1",
    "3, -7, 0, 1",
    "3, 0, 1, 0",
    "3, 0, 1, 25"
  })
  void whatHasNoZeroOrNoPiecesIsRefused(int bits, double low, double high, int shown) {
    assertThatThrownBy(() -> new InputSlices(new Converter(bits, low, high), shown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be shown " + shown + " bits at a time");
  }

  @Test
  void drivesThatShowPiecesHaveEqualConverters() {
    Drive one = new Drive("W0", 0, 1, 0, new Converter(8, 0, 0.2));
    Drive other = new Drive("W1", 1, 1, 0, new Converter(8, 0, 0.3));
    assertThatThrownBy(() -> new UnitInterface("u", 0, List.of(one, other), List.of(), 2))
        .hasMessageContaining("different converters");
    assertThat(new UnitInterface("u", 0, List.of(one, other), List.of(), 0).slices()).isEmpty();
    assertThat(new UnitInterface("u", 0, List.of(one), List.of(), 2).slices())
        .contains(new InputSlices(one.converter(), 2));
  }
}

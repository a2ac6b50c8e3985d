package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.shape.Shape;

/** Number formats that Java lacks, against what NumPy and ml_dtypes make of the same bits. */
class SmallFloatsTest {
  private record Row(ElementType type, String left, String right) {}

  private static List<Row> table(String name) {
    try (InputStream in = SmallFloatsTest.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(SmallFloatsTest::row).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Row row(String line) {
    String[] words = line.split(" ", 3);
    return new Row(ElementType.ofWord(words[0]).orElseThrow(), words[1], words[2]);
  }

  private static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  @Test
  void everyPatternMeansWhatNumPySays() {
    for (Row row : table("small-floats.txt")) {
      Tensor one = tensor(row.type(), Long.parseLong(row.left(), 16));
      Double expected = number(row.right());
      assertThat((Double) TensorElements.of(one).doubleAt(0)).as("%s", row).isEqualTo(expected);
    }
  }

  private static Tensor tensor(ElementType type, long bits) {
    byte[] bytes = new byte[(type.bits() + 7) / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (bits >> (8 * i));
    }
    return new Tensor(type, Shape.of(1), TensorData.of(bytes));
  }

  @Test
  void numbersAreRoundedAsNumPyRoundsThem() {
    for (Row row : table("rounding.txt")) {
      double value = number(row.left());
      long expected = Long.parseLong(row.right(), 16);
      assertThat(Numbers.encode(row.type(), value)).as("%s", row).hasValue(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"F16", "BF16", "F8E4M3FN", "F8E4M3FNUZ", "F8E5M2", "F8E5M2FNUZ", "F4E2M1", "F8E8M0"})
  void everyPatternIsReadBackFromItsText(ElementType type) {
    assertThat(LongStream.range(0, 1L << type.bits()))
        .allMatch(bits -> isReadBack(type, bits, ElementText.print(type, bits)));
  }

  private static boolean isReadBack(ElementType type, long bits, String text) {
    return ElementText.parse(type, text).equals(OptionalLong.of(bits));
  }

  @Test
  void whatAFormatLacksIsRefused() {
    assertThat(
            Stream.of(
                ElementText.parse(ElementType.F16, "65520.0"),
                ElementText.parse(ElementType.F8E4M3FN, "inf"),
                ElementText.parse(ElementType.F8E4M3FN, "480.0"),
                ElementText.parse(ElementType.F8E5M2FNUZ, "-0.0"),
                ElementText.parse(ElementType.F4E2M1, "nan"),
                ElementText.parse(ElementType.F4E2M1, "8.0"),
                ElementText.parse(ElementType.F8E8M0, "3.0"),
                ElementText.parse(ElementType.F8E8M0, "0.0"),
                ElementText.parse(ElementType.F32, "1e39")))
        .containsOnly(OptionalLong.empty());
  }
}

package pnnc.driver.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

class SampleShapeTest {
  @ParameterizedTest
  @CsvSource({
    "28 28,    N 1 28 28,  1 1 28 28",
    "784,      N 1 28 28,  1 1 28 28",
    "28 28,    N 784,      1 784",
    "28 28 1,  N 28 28,    1 28 28",
    "1 28 28,  1 784,      1 784",
    "784,      784,        784",
    "28 28,    784,        784",
    "5,        1 1 1 5,    1 1 1 5",
    "50 12,    N T 12,     1 50 12",
    "600,      N T 12,     1 50 12",
    "7 9,      N H W,      1 7 9",
    "7,        ? ?,        1 7",
    "7,        N,          7",
    "'',       N,          1",
    "3 32 32,  N 3 32 32,  1 3 32 32",
    "3072,     N 3 32 32,  1 3 32 32"
  })
  void fits(String block, String input, String sample) {
    assertThat(fit(block, input)).contains(shape(sample));
  }

  @ParameterizedTest
  @CsvSource({
    "32 32 3,  N 3 32 32",
    "2 392,    N 28 28",
    "783,      N 784",
    "601,      N T 12",
    "12,       N H W",
    "0,        N T 12",
    "2 2,      3",
    "4,        N 2",
    "28 28,    16 28 28"
  })
  void doesNotFit(String block, String input) {
    assertThat(fit(block, input)).isEmpty();
  }

  @Test
  void anInputOfUnknownRankTakesAnything() {
    InputSpec input = new InputSpec("x", ElementType.F32, Optional.empty());
    assertThat(SampleShape.fit(input, Shape.of(2, 3))).contains(Shape.of(1, 2, 3));
  }

  private static Optional<Shape> fit(String block, String input) {
    InputSpec spec = new InputSpec("x", ElementType.F32, Optional.of(shape(input)));
    return SampleShape.fit(spec, shape(block));
  }

  private static Shape shape(String text) {
    return new Shape(
        Arrays.stream(text.split(" ", -1))
            .filter(word -> !word.isEmpty())
            .map(SampleShapeTest::dim)
            .toList());
  }

  private static Dim dim(String word) {
    if (word.equals("?")) {
      return Dim.unknown();
    }
    return Character.isDigit(word.charAt(0)) ? Dim.of(Long.parseLong(word)) : Dim.of(word);
  }
}

package pnnc.base.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private static final Shape IMAGES = Shape.of(Dim.of("N"), Dim.of(3), Dim.unknown());

  @Test
  void sizesAreKnownOnlyWhenAllAre() {
    assertThat(Shape.of(2, 3).sizes()).hasValue(new long[] {2, 3});
    assertThat(Shape.of(2, 3).elements()).hasValue(6);
    assertThat(IMAGES.isKnown()).isFalse();
    assertThat(IMAGES.sizes()).isEmpty();
    assertThat(IMAGES.elements()).isEmpty();
  }

  @Test
  void aScalarHasOneElementAndAnEmptyArrayNone() {
    assertThat(Shape.SCALAR.elements()).hasValue(1);
    assertThat(Shape.of(5, 0, 7).elements()).hasValue(0);
  }

  @Test
  void elementsAreNotCountedBeyondLong() {
    assertThat(Shape.of(1L << 31, 1L << 31).elements()).hasValue(1L << 62);
    assertThat(Shape.of(1L << 32, 1L << 31).elements()).isEmpty();
    assertThat(Shape.of(Long.MAX_VALUE, Long.MAX_VALUE).elements()).isEmpty();
    assertThat(Shape.of(Long.MAX_VALUE, Long.MAX_VALUE, 0).elements()).hasValue(0);
  }

  @Test
  void axesCountFromTheEndWhenNegative() {
    assertThat(IMAGES.dim(-2)).isEqualTo(Dim.of(3));
    assertThat(IMAGES.dim(0)).isEqualTo(Dim.of("N"));
    assertThatThrownBy(() -> IMAGES.dim(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void namesAreBoundWhereTheyOccur() {
    assertThat(Shape.of(Dim.of("N"), Dim.of("M"), Dim.of("N")).bind(Map.of("N", 8L)))
        .isEqualTo(Shape.of(Dim.of(8), Dim.of("M"), Dim.of(8)));
  }

  @Test
  void shapesArePrintedAsPeopleWriteThem() {
    assertThat(IMAGES).hasToString("[N, 3, ?]");
    assertThat(Shape.SCALAR).hasToString("[]");
    assertThat(Shape.ofRank(2)).hasToString("[?, ?]");
  }

  @Test
  void dimensionsKnowWhatTheyAre() {
    assertThat(Dim.of(4).size()).hasValue(4);
    assertThat(Dim.of(4).is(4)).isTrue();
    assertThat(Dim.of("N").symbol()).contains("N");
    assertThat(Dim.of("N").is(4)).isFalse();
    assertThat(Dim.unknown().size()).isEmpty();
    assertThatThrownBy(() -> Dim.of(-1)).hasMessage("negative dimension: -1");
    assertThatThrownBy(() -> Dim.of("")).isInstanceOf(IllegalArgumentException.class);
  }
}

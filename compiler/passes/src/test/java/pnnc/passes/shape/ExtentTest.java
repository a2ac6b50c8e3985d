package pnnc.passes.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pnnc.base.shape.Dim;

/** Sizes are computed with as far as they are known, and never wrongly. */
class ExtentTest {
  private static final Extent N = Extent.of(Dim.of("N"));
  private static final Extent S = Extent.of(Dim.of("S"));

  @Test
  void equalNamesAreEqualSizes() {
    assertThat(N.minus(N)).isEqualTo(Extent.ZERO);
    assertThat(N.times(S)).isEqualTo(S.times(N));
    assertThat(N.plus(S).minus(S).toDim()).isEqualTo(Dim.of("N"));
  }

  @Test
  void dividesOnlyWithoutRemainder() {
    assertThat(N.times(12).dividedBy(N)).isEqualTo(Extent.of(12));
    assertThat(N.times(12).dividedBy(Extent.of(4))).isEqualTo(N.times(3));
    assertThat(N.dividedBy(Extent.of(2))).isEqualTo(Extent.UNKNOWN);
    assertThat(N.dividedBy(S)).isEqualTo(Extent.UNKNOWN);
    assertThat(N.dividedBy(Extent.ZERO)).isEqualTo(Extent.UNKNOWN);
  }

  @Test
  void roundsTheConstantPart() {
    assertThat(Extent.of(-3).floorDividedBy(2)).isEqualTo(Extent.of(-2));
    assertThat(Extent.of(5).ceilDividedBy(2)).isEqualTo(Extent.of(3));
    assertThat(N.times(2).plus(3).floorDividedBy(2)).isEqualTo(N.plus(1));
    assertThat(N.plus(1).floorDividedBy(2)).isEqualTo(Extent.UNKNOWN);
  }

  @Test
  void boundsHoldWhateverTheNamesStandFor() {
    assertThat(N.plus(2).isAtLeast(Extent.of(2))).isTrue();
    assertThat(N.isAtLeast(Extent.ONE)).as("a size may be 0").isFalse();
    assertThat(N.times(N).plus(S).isAtLeast(S)).isTrue();
    assertThat(Extent.UNKNOWN.isAtLeast(Extent.ZERO)).isFalse();
  }

  @Test
  void overflowIsUnknown() {
    Extent large = Extent.of(Long.MAX_VALUE);
    assertThat(large.plus(1)).isEqualTo(Extent.UNKNOWN);
    assertThat(large.times(large)).isEqualTo(Extent.UNKNOWN);
    assertThat(large.times(0)).isEqualTo(Extent.ZERO);
    assertThat(Extent.of(Long.MIN_VALUE).minus(Extent.ONE)).isEqualTo(Extent.UNKNOWN);
  }

  @Test
  void growthIsBounded() {
    Extent power = N.plus(1);
    for (int i = 0; i < 100; i++) {
      power = power.times(N.plus(S).plus(i));
    }
    assertThat(power).isEqualTo(Extent.UNKNOWN);
  }

  @Test
  void onlyNumbersAndNamesAreDimensions() {
    assertThat(Extent.of(7).toDim()).isEqualTo(Dim.of(7));
    assertThat(N.toDim()).isEqualTo(Dim.of("N"));
    assertThat(N.times(2).toDim()).isEqualTo(Dim.unknown());
    assertThat(Extent.of(-1).toDim()).isEqualTo(Dim.unknown());
  }
}

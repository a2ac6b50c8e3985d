package pnnc.layout.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.units.Micrometres;

class TransformTest {
  @ParameterizedTest
  @CsvSource({
    "R0, 3, 5", "R90, -5, 3", "R180, -3, -5", "R270, 5, -3",
    "M0, 3, -5", "M90, 5, 3", "M180, -3, 5", "M270, -5, -3"
  })
  void cellsAreMirroredAtTheXAxisAndThenTurned(Orientation orientation, int x, int y) {
    assertThat(Transform.of(orientation, new Point(10, 20)).apply(new Point(3, 5)))
        .isEqualTo(new Point(10 + x, 20 + y));
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void oneAfterTheOtherIsBothInOne(Orientation outer) {
    Transform second = Transform.of(outer, new Point(-7, 11));
    for (Orientation inner : Orientation.values()) {
      Transform first = Transform.of(inner, new Point(100, 1));
      Point p = new Point(17, -4);
      assertThat(second.after(first).apply(p)).isEqualTo(second.apply(first.apply(p)));
      assertThat(second.after(first).orientation()).isEqualTo(outer.after(inner));
    }
  }

  @Test
  void anyAngleIsRightToTheGrid() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      Transform t =
          new Transform(
              random.nextBoolean(),
              random.nextDouble() * 360,
              0.5 + random.nextDouble(),
              new Point(random.nextInt(1000), random.nextInt(1000)));
      Transform u = Transform.of(Orientation.M90, new Point(3, 4));
      Point p = new Point(random.nextInt(100_000), random.nextInt(100_000));
      Point once = t.after(u).apply(p);
      Point twice = t.apply(u.apply(p));
      assertThat(Math.hypot(once.x() - twice.x(), once.y() - twice.y())).isLessThan(1.5);
    }
  }

  @Test
  void placesBeyond32BitsAreRefused() {
    Transform far = Transform.shift(Integer.MAX_VALUE, 0);
    assertThatThrownBy(() -> far.apply(new Point(1, 0))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Grid.NANOMETRE.snap(new Micrometres(3e6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bits");
  }

  @ParameterizedTest
  @CsvSource({"0.0005, 1", "-0.0005, 0", "1.2344, 1234", "-2, -2000"})
  void micronsSnapToTheNearestPoint(double microns, int dbu) {
    assertThat(Grid.NANOMETRE.snap(new Micrometres(microns))).isEqualTo(dbu);
  }
}

package pnnc.layout.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;

class CurveTest {
  private static final double QUARTER = Math.PI / 2;

  private static final Map<String, Curve> CURVES =
      Map.of(
          "straight", Curve.straight(1000),
          "bend", Curve.bend(5000, QUARTER),
          "right bend", Curve.bend(5000, -3),
          "euler", Curve.euler(5000, QUARTER, 1),
          "partial euler", Curve.euler(5000, -Math.PI, 0.3),
          "no euler", Curve.euler(5000, 1, 0),
          "cosine", Curve.cosine(20_000, 5000),
          "sine", Curve.sine(20_000, -5000),
          "bezier", Curve.bezier(20_000, 5000));

  @Test
  void aCircleIsACircle() {
    Curve bend = Curve.bend(5000, QUARTER);
    assertThat(bend.length()).isEqualTo(5000 * QUARTER);
    Curve.Pose end = bend.at(bend.length());
    assertThat(end.x()).isCloseTo(5000, within(1e-9));
    assertThat(end.y()).isCloseTo(5000, within(1e-9));
    assertThat(end.angle()).isCloseTo(QUARTER, within(1e-15));
  }

  /** The end of a clothoid of the angle 1/2 from the Fresnel integrals' power series. */
  @Test
  void anEulerBendEndsWhereFresnelSays() {
    Curve bend = Curve.euler(1000, 1, 1);
    double a = 2000;
    double x = 0;
    double y = 0;
    double term = 1;
    for (int n = 0; n < 30; n++) {
      double part = term * 1000 / (2 * n + 1) * (n % 4 == 0 || n % 4 == 1 ? 1 : -1);
      if (n % 2 == 0) {
        x += part;
      } else {
        y += part;
      }
      term *= 0.5 / (n + 1);
    }
    assertThat(bend.length()).isEqualTo(a);
    assertThat(bend.at(1000).x()).isCloseTo(x, within(1e-9));
    assertThat(bend.at(1000).y()).isCloseTo(y, within(1e-9));
    assertThat(bend.at(1000).curvature()).isCloseTo(1e-3, within(1e-12));
    assertThat(bend.at(2000).angle()).isCloseTo(1, within(1e-12));
    Curve.Pose end = bend.at(2000);
    assertThat(end.y() / end.x()).isCloseTo(Math.tan(0.5), within(1e-12));
  }

  @Test
  void withoutClothoidsAnEulerBendIsACircle() {
    Curve euler = Curve.euler(5000, -1, 0);
    Curve circle = Curve.bend(5000, -1);
    assertThat(euler.length()).isEqualTo(circle.length());
    assertThat(euler.at(2000).x()).isCloseTo(circle.at(2000).x(), within(1e-9));
    assertThat(euler.at(2000).y()).isCloseTo(circle.at(2000).y(), within(1e-9));
  }

  @Test
  void everyCurveIsWhatItSaysOfItself() {
    CURVES.forEach(
        (name, curve) -> {
          double h = curve.length() / 2000;
          double way = 0;
          for (int i = 1; i < 2000; i++) {
            Curve.Pose before = curve.at((i - 1) * h);
            Curve.Pose here = curve.at(i * h);
            Curve.Pose next = curve.at((i + 1) * h);
            way += Math.hypot(here.x() - before.x(), here.y() - before.y());
            assertThat(Math.atan2(next.y() - before.y(), next.x() - before.x()))
                .as("%s at %d: angle", name, i)
                .isCloseTo(Math.IEEEremainder(here.angle(), 2 * Math.PI), within(1e-5));
            assertThat((next.angle() - before.angle()) / (2 * h))
                .as("%s at %d: curvature", name, i)
                .isCloseTo(here.curvature(), within(curve.greatestCurvature() / 200 + 1e-12));
            assertThat(Math.abs(here.curvature()))
                .isLessThanOrEqualTo(curve.greatestCurvature() * (1 + 1e-6));
          }
          assertThat(way + h).as("%s: length", name).isCloseTo(curve.length(), within(1e-6 * way));
        });
  }

  @Test
  void theEndsOfAnSAreWhereTheyShouldBe() {
    for (String name : new String[] {"cosine", "sine", "bezier"}) {
      Curve s = CURVES.get(name);
      Curve.Pose end = s.at(s.length());
      assertThat(end.x()).isCloseTo(20_000, within(1e-8));
      assertThat(Math.abs(end.y())).isCloseTo(5000, within(1e-8));
      assertThat(end.angle()).isCloseTo(0, within(1e-9));
      assertThat(s.at(0).angle()).isCloseTo(0, within(1e-9));
    }
    assertThat(Curve.sine(100, 10).at(0).curvature()).isCloseTo(0, within(1e-12));
    /* A raised cosine is most bent at its ends, by (y/2)(π/x)². */
    assertThat(Curve.cosine(20_000, 5000).greatestCurvature())
        .isCloseTo(2500 * Math.pow(Math.PI / 20_000, 2), within(1e-12));
  }

  @Test
  void aRibbonStaysWithinItsTolerance() {
    CURVES.forEach(
        (name, curve) -> {
          Outline outline = Ribbon.taper(curve, 500, 900, 0.5, new Point(1000, -2000), 0.3);
          int n = outline.size();
          for (int i = 0; i <= 3000; i++) {
            double t = i / 3000.0;
            Curve.Pose p = curve.at(curve.length() * t);
            for (int side = -1; side <= 1; side += 2) {
              double half = side * (500 + 400 * t) / 2;
              double x = p.x() - half * Math.sin(p.angle());
              double y = p.y() + half * Math.cos(p.angle());
              double px = 1000 + x * Math.cos(0.3) - y * Math.sin(0.3);
              double py = -2000 + x * Math.sin(0.3) + y * Math.cos(0.3);
              assertThat(distance(outline, n, px, py))
                  .as("%s at %s", name, t)
                  .isLessThan(Math.sqrt(0.5) + 0.5);
            }
          }
        });
  }

  private static double distance(Outline o, int n, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      int j = (i + 1) % n;
      double dx = (double) o.x(j) - o.x(i);
      double dy = (double) o.y(j) - o.y(i);
      double t = ((x - o.x(i)) * dx + (y - o.y(i)) * dy) / (dx * dx + dy * dy);
      t = Math.max(0, Math.min(1, t));
      least = Math.min(least, Math.hypot(x - o.x(i) - t * dx, y - o.y(i) - t * dy));
    }
    return least;
  }

  @Test
  void straightRibbonsAreBoxesAndTapers() {
    assertThat(Ribbon.around(Curve.straight(100), 10, new Point(0, 0), 0))
        .isEqualTo(Outline.of(0, -5, 100, -5, 100, 5, 0, 5));
    assertThat(Ribbon.taper(Curve.straight(100), 10, 20, 0.5, new Point(0, 0), QUARTER))
        .isEqualTo(Outline.of(5, 0, 10, 100, -10, 100, -5, 0));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> Curve.bend(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Curve.euler(1, 1, 1.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Curve.straight(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ribbon.around(Curve.bend(1e12, 6), 1e9, new Point(0, 0), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ribbon.around(Curve.straight(1e10), 2, new Point(0, 0), 0))
        .isInstanceOf(ArithmeticException.class);
  }
}

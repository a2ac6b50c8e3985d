package pnnc.layout.drc;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Polygon;

/** Areas of holes, what lies in them included. */
final class HoleCheck {
  private HoleCheck() {}

  static Check of(Rule.Hole rule) {
    BigInteger twiceLeast = BigInteger.valueOf(rule.least()).shiftLeft(1);
    return Check.whole(
        rule,
        (drawn, sink) -> {
          for (Polygon p : drawn.shapes(rule.layer()).all()) {
            p.holes().forEach(h -> hole(h, twiceLeast, sink));
          }
        });
  }

  private static void hole(Outline hole, BigInteger twiceLeast, Consumer<Marker> sink) {
    BigInteger twice = Areas.twice(hole);
    if (twice.compareTo(twiceLeast) < 0) {
      sink.accept(
          Marker.polygon(Marker.reversed(hole), OptionalDouble.of(twice.doubleValue() / 2)));
    }
  }
}

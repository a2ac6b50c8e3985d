package pnnc.layout.drc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/** Rules about single shapes. */
final class ShapeChecks {
  private ShapeChecks() {}

  static Check area(Rule.Area r) {
    return Check.local(
        r,
        1,
        drawn ->
            drawn.shapes(r.layer()).all().stream()
                .filter(p -> isBelow(p, r.least()))
                .map(p -> Finding.of(Marker.polygon(p.outer(), OptionalDouble.of(area(p)))))
                .toList());
  }

  private static boolean isBelow(Polygon p, long least) {
    return isBelow(Areas.twice(p), least);
  }

  private static boolean isBelow(BigInteger twiceArea, long least) {
    return twiceArea.compareTo(BigInteger.valueOf(least).shiftLeft(1)) < 0;
  }

  private static double area(Polygon p) {
    return Areas.twice(p).doubleValue() / 2;
  }

  static Check size(Rule.Size r) {
    return Check.local(
        r,
        r.side() + 1,
        drawn ->
            drawn.shapes(r.layer()).all().stream()
                .filter(p -> !isSquare(p, r.side()))
                .map(p -> Finding.of(Marker.polygon(p.outer(), OptionalDouble.empty())))
                .toList());
  }

  private static boolean isSquare(Polygon p, long side) {
    Box b = p.outer().bounds();
    return isBox(p) && b.width() == side && b.height() == side;
  }

  private static boolean isBox(Polygon p) {
    return p.holes().isEmpty() && isBox(p.outer());
  }

  private static boolean isBox(Outline o) {
    return o.size() == 4
        && (o.x(0) == o.x(1) || o.y(0) == o.y(1))
        && (o.x(1) == o.x(2) || o.y(1) == o.y(2))
        && (o.x(2) == o.x(3) || o.y(2) == o.y(3));
  }

  /** A box that goes on beyond a window may be none. */
  static Check rectangle(Rule.Rectangle r) {
    return Check.local(
        r,
        1,
        drawn ->
            drawn.shapes(r.layer()).all().stream()
                .filter(p -> !isGood(p, r) || !drawn.isComplete(p.outer().bounds()))
                .map(p -> Finding.of(Marker.polygon(p.outer(), aspect(p, r))))
                .toList());
  }

  private static boolean isGood(Polygon p, Rule.Rectangle r) {
    Box b = p.outer().bounds();
    return isBox(p)
        && (r.mostAspect().isEmpty()
            || Math.max(b.width(), b.height())
                <= r.mostAspect().getAsDouble() * Math.min(b.width(), b.height()));
  }

  private static OptionalDouble aspect(Polygon p, Rule.Rectangle r) {
    Box b = p.outer().bounds();
    return isBox(p) && r.mostAspect().isPresent()
        ? OptionalDouble.of(
            (double) Math.max(b.width(), b.height()) / Math.min(b.width(), b.height()))
        : OptionalDouble.empty();
  }

  static Check maxWidth(Rule.MaxWidth r) {
    return Check.rounding(
        r,
        2 * r.most() + 2,
        drawn ->
            Shapes.of(Opening.of(drawn.region(r.layer()), r.most())).all().stream()
                .map(p -> Finding.of(Marker.polygon(p.outer(), OptionalDouble.empty())))
                .toList());
  }

  static Check partner(Rule.Partner r) {
    return Check.local(
        r,
        1,
        drawn -> {
          Region outside = drawn.region(r.first()).minus(drawn.region(r.second()));
          Shapes first = drawn.shapes(r.first());
          List<Finding> found = new ArrayList<>();
          for (int i : new Contacts(first, drawn.shapes(r.second())).apart(outside)) {
            Outline outline = first.all().get(i).outer();
            found.add(Finding.of(Marker.polygon(outline, OptionalDouble.empty())));
          }
          return found;
        });
  }

  static Check exclusion(Rule.Exclusion r) {
    return Check.local(
        r,
        1,
        drawn ->
            Shapes.of(drawn.region(r.first()).intersection(drawn.region(r.second()))).all().stream()
                .map(p -> Finding.of(Marker.polygon(p.outer(), OptionalDouble.of(area(p)))))
                .toList());
  }
}

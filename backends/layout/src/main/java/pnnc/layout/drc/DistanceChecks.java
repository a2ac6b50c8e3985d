package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.process.Rule;
import pnnc.layout.drc.PairSearch.Limit;
import pnnc.layout.drc.PairSearch.Relation;
import pnnc.layout.drc.Sight.Screen;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/** Rules about the distance of two borders. */
final class DistanceChecks {
  private DistanceChecks() {}

  static Check width(Rule.Width r) {
    return oneLayer(r, r.layer(), Relation.WIDTH, limit(r.least(), r.curves()));
  }

  static Check space(Rule.Space r) {
    return oneLayer(r, r.layer(), Relation.SPACE, limit(r.least(), r.curves()));
  }

  private static Limit limit(long least, Rule.Curves curves) {
    return new Limit(least - curves.slack(), curves.facing());
  }

  private static Check oneLayer(Rule rule, String layer, Relation relation, Limit limit) {
    return Check.local(
        rule,
        limit.dbu(),
        drawn -> {
          Borders b = drawn.borders(layer);
          return PairSearch.visible(relation, b, b, limit, Screen.of(b))
              .map(p -> p.finding(true))
              .toList();
        });
  }

  /** From what of a shape a square of more than {@code wide} covers. */
  static Check wideSpace(Rule.WideSpace r) {
    return Check.rounding(
        r,
        2 * r.wide() + r.least() + 2,
        drawn -> {
          Region region = drawn.region(r.layer());
          Borders wide = Borders.of(Opening.of(region, r.wide()));
          Borders all = drawn.borders(r.layer());
          return PairSearch.visible(
                  Relation.SPACE, wide, all, Limit.of(r.least()), Screen.entered(all))
              .map(p -> p.finding(true))
              .distinct()
              .toList();
        });
  }

  /** Of shapes that do not touch each other. */
  static Check separation(Rule.Separation r) {
    return Check.local(
        r,
        r.least(),
        drawn -> {
          Shapes ofA = drawn.shapes(r.first());
          Shapes ofB = drawn.shapes(r.second());
          Borders a = ofA.borders();
          Borders b = ofB.borders();
          Contacts contacts = new Contacts(ofA, ofB);
          return PairSearch.visible(Relation.SPACE, a, b, Limit.of(r.least()), Screen.own(a, b))
              .filter(p -> !contacts.touch(a.owner(p.first()), b.owner(p.second())))
              .map(
                  p ->
                      with(
                          p.finding(false),
                          ofA.all().get(a.owner(p.first())),
                          ofB.all().get(b.owner(p.second()))))
              .toList();
        });
  }

  /** Needs to know all of two shapes. */
  private static Finding with(Finding finding, Polygon a, Polygon b) {
    Box both = a.outer().bounds().union(b.outer().bounds());
    return new Finding(finding.marker(), finding.support().union(both));
  }

  /** Of the insides of two layers; where borders only meet there is no overlap. */
  static Check overlap(Rule.Overlap r) {
    return Check.local(
        r,
        r.least(),
        drawn -> {
          Borders a = drawn.borders(r.first());
          Borders b = drawn.borders(r.second());
          Crossings crossings =
              new Crossings(() -> drawn.region(r.first()).intersection(drawn.region(r.second())));
          return PairSearch.visible(Relation.WIDTH, a, b, Limit.of(r.least()), Screen.of(a, b))
              .filter(p -> !p.isMeeting() || crossings.isOne(p.near()))
              .map(p -> p.finding(false))
              .toList();
        });
  }

  /**
   * From the borders of the second within the first to those of the first; and where the first ends
   * within the second.
   */
  static Check extension(Rule.Extension r) {
    return Check.local(
        r,
        r.least(),
        drawn -> {
          List<Finding> found = new ArrayList<>(DeadEnds.of(drawn, r.first(), r.second()));
          found.addAll(margins(drawn, r.second(), r.first(), r.least()));
          return found;
        });
  }

  /** Where borders of {@code inner} within {@code outer} are too close to those of that. */
  static List<Finding> margins(Drawn drawn, String inner, String outer, long least) {
    Borders a = drawn.borders(inner);
    Borders b = drawn.borders(outer);
    return PairSearch.visible(Relation.MARGIN, a, b, Limit.of(least), Screen.of(b))
        .map(p -> p.finding(false))
        .toList();
  }
}

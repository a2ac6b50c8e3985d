package pnnc.layout.drc;

import java.util.List;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;

/** How each kind of rule is checked. */
final class Checks {
  private Checks() {}

  /** The checks of all rules of a process, in its order. */
  static List<Check> of(ProcessRules process) {
    return process.rules().stream().map(Checks::of).toList();
  }

  private static Check of(Rule rule) {
    if (rule instanceof Rule.OneLayer) {
      return oneLayer(rule);
    } else if (rule instanceof Rule.Separation r) {
      return DistanceChecks.separation(r);
    } else if (rule instanceof Rule.Enclosure r) {
      return EnclosureCheck.of(r);
    } else if (rule instanceof Rule.Overlap r) {
      return DistanceChecks.overlap(r);
    } else if (rule instanceof Rule.Extension r) {
      return DistanceChecks.extension(r);
    } else if (rule instanceof Rule.Partner r) {
      return ShapeChecks.partner(r);
    } else if (rule instanceof Rule.Exclusion r) {
      return ShapeChecks.exclusion(r);
    }
    throw new IllegalArgumentException("no check of " + rule);
  }

  private static Check oneLayer(Rule rule) {
    if (rule instanceof Rule.Width r) {
      return DistanceChecks.width(r);
    } else if (rule instanceof Rule.Space r) {
      return DistanceChecks.space(r);
    } else if (rule instanceof Rule.WideSpace r) {
      return DistanceChecks.wideSpace(r);
    } else if (rule instanceof Rule.MaxWidth r) {
      return ShapeChecks.maxWidth(r);
    } else if (rule instanceof Rule.Area r) {
      return ShapeChecks.area(r);
    } else if (rule instanceof Rule.Hole r) {
      return HoleCheck.of(r);
    } else if (rule instanceof Rule.Size r) {
      return ShapeChecks.size(r);
    } else if (rule instanceof Rule.Rectangle r) {
      return ShapeChecks.rectangle(r);
    } else if (rule instanceof Rule.Angles r) {
      return EdgeChecks.angles(r);
    } else if (rule instanceof Rule.OnGrid r) {
      return EdgeChecks.onGrid(r);
    } else if (rule instanceof Rule.ArraySpace r) {
      return ArrayCheck.of(r);
    }
    return DensityCheck.of((Rule.Density) rule);
  }
}

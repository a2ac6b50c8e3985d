package pnnc.layout.drc;

import java.util.List;
import pnnc.base.process.Rule;

/**
 * How one rule is checked.
 *
 * @param reach dbu: what lies further from a finding than this has no say in it
 * @param pitch findings are the same wherever a cell is moved by multiples of this, dbu
 * @param isLocal whether it can be decided near each place; otherwise it needs the whole layer
 * @param finder names what breaks the rule, and where a window is too small to say
 */
record Check(Rule rule, long reach, long pitch, boolean isLocal, Finder finder) {
  /** Finds what breaks a rule, in any order, perhaps more than once. */
  interface Finder {
    List<Finding> find(Drawn drawn);
  }

  static Check local(Rule rule, long reach, Finder finder) {
    return new Check(rule, reach, 1, true, finder);
  }

  static Check global(Rule rule, Finder finder) {
    return new Check(rule, 0, 1, false, finder);
  }

  /** Whether markers of two borders are of one layer. */
  boolean isOfOneLayer() {
    return rule instanceof Rule.OneLayer;
  }
}

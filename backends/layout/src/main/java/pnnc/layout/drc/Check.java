package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

  /** Finds what breaks a rule in a whole layer: each marker once, in any order. */
  interface WholeFinder extends Finder {
    /** Names the markers, which may be more than can be kept. */
    void find(Drawn drawn, Consumer<Marker> sink);

    @Override
    default List<Finding> find(Drawn drawn) {
      List<Finding> all = new ArrayList<>();
      find(drawn, m -> all.add(Finding.of(m)));
      return all;
    }
  }

  static Check local(Rule rule, long reach, Finder finder) {
    return new Check(rule, reach, 1, true, finder);
  }

  static Check whole(Rule rule, WholeFinder finder) {
    return new Check(rule, 0, 1, false, finder);
  }

  /** Names what breaks the rule in a whole layer, if that is needed. */
  void find(Drawn drawn, Consumer<Marker> sink) {
    ((WholeFinder) finder).find(drawn, sink);
  }

  /** Whether markers of two borders are of one layer. */
  boolean isOfOneLayer() {
    return rule instanceof Rule.OneLayer;
  }
}

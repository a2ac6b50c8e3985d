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
 * @param scope what must be drawn to decide it at a place
 * @param finder names what breaks the rule, and where a window is too small to say
 */
record Check(Rule rule, long reach, long pitch, Scope scope, Finder finder) {
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

  /** What must be drawn to decide a rule at a place. */
  enum Scope {
    /** What is near. */
    NEAR,
    /** The same if the layer stands along the axes; else all, since what is found is rounded. */
    NEAR_ALONG_AXES,
    /** The whole layer. */
    ALL
  }

  static Check local(Rule rule, long reach, Finder finder) {
    return new Check(rule, reach, 1, Scope.NEAR, finder);
  }

  /** Rounds at other angles, so that a place depends on all around it and on how cells lie. */
  static Check rounding(Rule rule, long reach, Finder finder) {
    return new Check(rule, reach, 1, Scope.NEAR_ALONG_AXES, finder);
  }

  static Check whole(Rule rule, WholeFinder finder) {
    return new Check(rule, 0, 1, Scope.ALL, finder);
  }

  /** Names what breaks the rule in a whole layer: each marker once, in any order. */
  void find(Drawn drawn, Consumer<Marker> sink) {
    if (finder instanceof WholeFinder whole) {
      whole.find(drawn, sink);
    } else {
      FlatCheck.markers(finder.find(drawn)).forEach(sink);
    }
  }

  /** Whether markers of two borders are of one layer. */
  boolean isOfOneLayer() {
    return rule instanceof Rule.OneLayer;
  }
}

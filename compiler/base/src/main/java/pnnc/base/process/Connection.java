package pnnc.base.process;

import java.util.List;
import java.util.OptionalDouble;

/** Where current gets from one layer to another. Shapes of one layer that touch are one anyway. */
public sealed interface Connection {
  /** The layers that it joins, the cut last. */
  List<String> layers();

  /**
   * A cut between two layers: what it overlaps of both is joined.
   *
   * @param ohms resistance of one cut
   * @param lowerPad side of a lone pad of the lower layer around a cut, in dbu: as large as its
   *     enclosure and its own rules want it
   * @param upperPad of the upper layer, the same
   */
  record Cut(
      String name,
      String cut,
      String lower,
      String upper,
      OptionalDouble ohms,
      long lowerPad,
      long upperPad)
      implements Connection {
    @Override
    public List<String> layers() {
      return List.of(lower, upper, cut);
    }
  }

  /** Two layers that are joined where they overlap. */
  record Touch(String first, String second) implements Connection {
    @Override
    public List<String> layers() {
      return List.of(first, second);
    }
  }
}

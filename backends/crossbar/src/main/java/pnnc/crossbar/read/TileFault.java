package pnnc.crossbar.read;

import java.util.List;
import pnnc.layout.extract.Finding;
import pnnc.layout.geometry.Point;

/**
 * Something drawn in a tile that no crossbar can be.
 *
 * @param names of lines, or the cell
 * @param at in the tile's coordinates, dbu
 */
record TileFault(Kind kind, List<String> names, Point at) {
  /** What is wrong. */
  enum Kind {
    /** Two lines are one net. */
    SHORT("%s are joined"),
    /** A line is in pieces. */
    OPEN("%s is in pieces"),
    /** A label names nothing. */
    LOOSE("the label %s lies on no wire"),
    /** A line without crossings. */
    BARE("%s meets no cell"),
    /** A device with a missing end. */
    ENDS("a %s has not the ends that it needs"),
    /** A cell is joined to one line in two ways, or to two lines of a kind. */
    TWICE("a cell %s meets two lines of a kind, or one line twice"),
    /** A device that is part of no cell. */
    OWN("a %s is drawn outside of cells"),
    /** A cell at the border conducts. */
    STRAY("a cell %s conducts from a line to none"),
    /** A cell that is to be written and cannot. */
    MEMORY("the cell between %s has not one memory"),
    /** A transistor that another row switches, or none. */
    GATE("the cell between %s has no gate of its row");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  TileFault {
    names = List.copyOf(names);
  }

  static TileFault of(Finding finding) {
    Kind kind =
        switch (finding.kind()) {
          case SHORT -> Kind.SHORT;
          case OPEN -> Kind.OPEN;
          case LOOSE_LABEL -> Kind.LOOSE;
          case ENDS -> Kind.ENDS;
        };
    return new TileFault(
        kind, finding.names(), new Point(finding.at().left(), finding.at().bottom()));
  }

  @Override
  public String toString() {
    return kind.text.formatted(String.join(" and ", names));
  }
}

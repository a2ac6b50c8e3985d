package pnnc.frontend.format;

/** What a layout is made of, in order. */
sealed interface Piece {
  /** Characters of one line. */
  record Text(String text) implements Piece {}

  /** A line may end here; {@code flat} stands here if it does not. */
  record Break(String flat) implements Piece {}

  /** A line ends here, and with {@code isWide} an empty one follows. */
  record End(boolean isWide) implements Piece {}

  /** A comment; what follows begins a line. {@code isAlone}: and so does it. */
  record Comment(String text, boolean isAlone) implements Piece {}

  /** Brackets of the layout itself. */
  enum Mark implements Piece {
    /** The breaks from here to the matching end are all taken or none. */
    GROUP,
    GROUP_END,
    /** Lines that begin behind this are two columns further in. */
    INDENT,
    INDENT_END
  }
}

package pnnc.frontend.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.grammar.PnncLexer;

/** Collects the pieces of a layout, and with each word the remarks around it. */
final class Pieces {
  private final Gaps gaps;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Piece> behind = new ArrayList<>();
  private TerminalNode last;
  private boolean isGlued = true;
  private int said = -2;

  Pieces(Gaps gaps) {
    this.gaps = gaps;
  }

  /** All pieces, those behind the last word too. */
  List<Piece> finished() {
    if (place() != said) {
      remarksAlone(place(), false);
    }
    pieces.addAll(behind);
    return pieces;
  }

  /** The position of the last word; −1 before the first. */
  int place() {
    return last == null ? -1 : last.getSymbol().getTokenIndex();
  }

  /** The next word needs no blank in front. */
  void glue() {
    isGlued = true;
  }

  /** A line ends, and with {@code isWide} an empty one follows. */
  void end(boolean isWide) {
    add(new Piece.End(isWide));
    isGlued = true;
  }

  /** The remarks of a gap that begin lines; the one behind a word went with the word. */
  void remarksAlone(int word, boolean isFirst) {
    boolean opens = isFirst;
    for (Gaps.Remark remark : gaps.behind(word).remarks()) {
      if (remark.isAlone()) {
        end(remark.isWide() && !opens);
        add(new Piece.Comment(remark.text(), true));
        opens = false;
      }
    }
    said = word;
  }

  void word(TerminalNode node) {
    Token token = node.getSymbol();
    if (token.getType() == PnncLexer.PERCENT && isNumber(last)) {
      // On the number's own line the sign would mean percent.
      end(false);
    }
    String blank = !isGlued && last != null && Spacing.isApart(last, node) ? " " : "";
    add(new Piece.Text(blank + Spacing.spelled(token)));
    last = node;
    isGlued = false;
    remarksBehind(token);
  }

  private void remarksBehind(Token token) {
    for (Gaps.Remark remark : gaps.behind(token.getTokenIndex()).remarks()) {
      if (!remark.isAlone()) {
        behind.add(new Piece.Comment(remark.text(), false));
      }
    }
  }

  /** A remark behind a word stands behind all groups that end with the word: it breaks none. */
  void add(Piece piece) {
    boolean endsGroup = piece == Piece.Mark.GROUP_END || piece == Piece.Mark.INDENT_END;
    if (!endsGroup) {
      pieces.addAll(behind);
      behind.clear();
    }
    pieces.add(piece);
  }

  private static boolean isNumber(TerminalNode word) {
    return word != null && word.getSymbol().getType() == PnncLexer.NUMBER;
  }

  /** Remarks on lines of their own in front of the next word, in the middle of a statement. */
  void remarksBefore() {
    int word = place();
    if (word == said) {
      return;
    }
    gaps.behind(word).remarks().stream()
        .filter(Gaps.Remark::isAlone)
        .forEach(remark -> add(new Piece.Comment(remark.text(), true)));
  }

  /** A comma behind the last element is left out; what was remarked behind it is not. */
  void drop(TerminalNode comma) {
    remarksBefore();
    last = comma;
    remarksBehind(comma.getSymbol());
  }

  /** A line may end here. */
  void mayBreak(String flat) {
    add(new Piece.Break(flat));
    isGlued = true;
  }

  void endGroup() {
    add(Piece.Mark.INDENT_END);
    add(Piece.Mark.GROUP_END);
  }
}

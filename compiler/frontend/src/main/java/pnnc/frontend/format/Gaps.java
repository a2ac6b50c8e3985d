package pnnc.frontend.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pnnc.grammar.PnncLexer;

/** What stands between the words that count: comments and empty lines. */
final class Gaps {
  /**
   * A comment.
   *
   * @param isAlone whether it is the first on its line
   * @param isWide whether an empty line stands before it
   */
  record Remark(String text, boolean isAlone, boolean isWide) {}

  /**
   * What stands behind one word and before the next.
   *
   * @param newlines how many lines end behind the last remark, or in all without one
   */
  record Gap(List<Remark> remarks, int newlines, boolean endsLine) {}

  private final List<Token> words;

  Gaps(List<Token> words) {
    this.words = words;
  }

  /** The gap behind the word at {@code at}; from the beginning of the file for −1. */
  Gap behind(int at) {
    List<Remark> remarks = new ArrayList<>();
    int newlines = at < 0 ? 1 : 0;
    boolean endsLine = false;
    int next = at + 1;
    for (; next < words.size() && isIdle(words.get(next).getType()); next++) {
      Token word = words.get(next);
      if (word.getType() == PnncLexer.NEWLINE) {
        newlines++;
        endsLine = true;
      } else if (isComment(word.getType())) {
        remarks.add(new Remark(word.getText().stripTrailing(), newlines > 0, newlines > 1));
        newlines = 0;
      }
    }
    return new Gap(List.copyOf(remarks), newlines, endsLine);
  }

  private static boolean isComment(int type) {
    return type == PnncLexer.COMMENT || type == PnncLexer.DOC_COMMENT;
  }

  private static boolean isIdle(int type) {
    return isComment(type)
        || type == PnncLexer.NEWLINE
        || type == PnncLexer.BLANK
        || type == PnncLexer.SEMICOLON;
  }
}

package pnnc.frontend.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Puts pieces on lines: a group that fits stays on its line, otherwise all its breaks are taken.
 */
final class Printer {
  private final int columns;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Boolean> broken = new ArrayDeque<>();
  private int indent;
  private int lineStart;
  private int lineIndent;
  private boolean mustEnd;

  Printer(int columns) {
    this.columns = columns;
  }

  String print(List<Piece> pieces) {
    broken.push(true);
    for (int at = 0; at < pieces.size(); at++) {
      print(pieces, at);
    }
    endLine();
    return out.toString();
  }

  private void print(List<Piece> pieces, int at) {
    Piece piece = pieces.get(at);
    if (piece instanceof Piece.Text text) {
      write(text.text());
    } else if (piece instanceof Piece.Break gap) {
      breakOrBlank(gap);
    } else if (piece instanceof Piece.End end) {
      endLine();
      out.append(end.isWide() && !out.isEmpty() ? "\n" : "");
      lineStart = out.length();
    } else if (piece instanceof Piece.Comment comment) {
      comment(comment);
    } else {
      mark((Piece.Mark) piece, pieces, at);
    }
  }

  private void mark(Piece.Mark mark, List<Piece> pieces, int at) {
    switch (mark) {
      case GROUP -> broken.push(broken.peek() && !fits(pieces, at));
      case GROUP_END -> broken.pop();
      case INDENT -> indent += 2;
      case INDENT_END -> indent -= 2;
    }
  }

  private void breakOrBlank(Piece.Break gap) {
    if (broken.peek()) {
      endLine();
    } else if (!isLineEmpty()) {
      out.append(gap.flat());
    }
  }

  private void comment(Piece.Comment comment) {
    if (comment.isAlone()) {
      endLine();
      write(comment.text());
    } else {
      out.append(isLineEmpty() ? " ".repeat(lineIndent) : " ").append(comment.text());
    }
    mustEnd = true;
  }

  private void write(String text) {
    if (mustEnd) {
      endLine();
    }
    out.append(isLineEmpty() ? " ".repeat(lineIndent) + text.stripLeading() : text);
  }

  private boolean isLineEmpty() {
    return out.length() == lineStart;
  }

  private void endLine() {
    mustEnd = false;
    lineIndent = indent;
    if (isLineEmpty()) {
      return;
    }
    int end = out.length();
    while (end > lineStart && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append('\n');
    lineStart = out.length();
  }

  /** Whether the group that begins at {@code group}, and what must follow it, fit on this line. */
  private boolean fits(List<Piece> pieces, int group) {
    int left = columns - Math.max(out.length() - lineStart, lineIndent);
    int depth = 0;
    for (int at = group; at < pieces.size(); at++) {
      Piece piece = pieces.get(at);
      boolean isInside = depth > 0 || at == group;
      if (piece instanceof Piece.Text text) {
        left -= text.text().length();
      } else if (piece instanceof Piece.Break gap) {
        if (!isInside) {
          return true;
        }
        left -= gap.flat().length();
      } else if (piece instanceof Piece.End || piece instanceof Piece.Comment) {
        return !isInside;
      } else {
        depth += piece == Piece.Mark.GROUP ? 1 : piece == Piece.Mark.GROUP_END ? -1 : 0;
        if (!isInside && piece == Piece.Mark.GROUP) {
          depth = 0;
        }
      }
      if (left < 0) {
        return false;
      }
    }
    return true;
  }
}

package pnnc.frontend.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.frontend.parse.Parsing;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser;

/** Walks the parse tree and says where lines end, where they may, and what belongs together. */
final class Layout {
  private final Gaps gaps;
  private final Parsing.Words words;
  private final Pieces out;

  Layout(Parsing.Words words) {
    this.words = words;
    this.gaps = new Gaps(words.words());
    this.out = new Pieces(gaps);
  }

  List<Piece> pieces() {
    lines(words.tree().item(), -1);
    return out.finished();
  }

  /** Each of {@code lines} on its own, the first behind the word at {@code before}. */
  private void lines(List<? extends ParserRuleContext> lines, int before) {
    int place = before;
    boolean isFirst = true;
    for (ParserRuleContext line : lines) {
      Gaps.Gap gap = gaps.behind(place);
      out.remarksAlone(place, isFirst);
      boolean opens = isFirst && gap.remarks().stream().noneMatch(Gaps.Remark::isAlone);
      out.end(gap.newlines() > 1 && !opens);
      walk(line);
      place = line.getStop().getTokenIndex();
      isFirst = false;
    }
  }

  private void braces(ParserRuleContext context, List<? extends ParserRuleContext> lines) {
    Set<ParseTree> all = new HashSet<>(lines);
    for (ParseTree child : context.children) {
      if (child instanceof TerminalNode word && word.getSymbol().getType() == PnncLexer.LBRACE) {
        out.word(word);
        inside(context, lines, word.getSymbol().getTokenIndex());
      } else if (!isLine(child, all)) {
        walk(child);
      }
    }
  }

  private static boolean isLine(ParseTree child, Set<ParseTree> lines) {
    return child instanceof PnncParser.SeparatorContext || lines.contains(child);
  }

  private void inside(
      ParserRuleContext context, List<? extends ParserRuleContext> lines, int brace) {
    Token close = context.getStop();
    Gaps.Gap first = gaps.behind(brace);
    boolean isOneLine = !first.endsLine() && first.remarks().isEmpty() && !lines.isEmpty();
    out.add(Piece.Mark.GROUP);
    out.add(Piece.Mark.INDENT);
    if (isOneLine && !hasRemarks(brace, close.getTokenIndex())) {
      oneLine(lines);
    } else {
      lines(lines, brace);
      out.remarksAlone(lines.isEmpty() ? brace : out.place(), lines.isEmpty());
    }
    out.add(Piece.Mark.INDENT_END);
    boolean isEmpty = lines.isEmpty() && first.remarks().isEmpty();
    boolean isOpen = !isOneLine || hasRemarks(brace, close.getTokenIndex());
    if (isOpen && !isEmpty) {
      out.end(false);
    } else if (!isEmpty) {
      out.add(new Piece.Break(" "));
    }
    out.glue();
    out.add(Piece.Mark.GROUP_END);
  }

  private boolean hasRemarks(int from, int to) {
    return words.words().subList(from, to).stream()
        .anyMatch(w -> w.getType() == PnncLexer.COMMENT || w.getType() == PnncLexer.DOC_COMMENT);
  }

  private void oneLine(List<? extends ParserRuleContext> lines) {
    boolean isFirst = true;
    for (ParserRuleContext line : lines) {
      out.add(new Piece.Break(isFirst ? " " : "; "));
      out.glue();
      walk(line);
      isFirst = false;
    }
  }

  private void walk(ParseTree tree) {
    if (tree instanceof TerminalNode node) {
      if (node.getSymbol().getType() != Token.EOF
          && node.getSymbol().getType() != PnncLexer.NEWLINE) {
        out.remarksBefore();
        out.word(node);
      }
    } else if (!blocks(tree) && !Brackets.isBracketed(tree)) {
      expression((ParserRuleContext) tree);
    } else if (Brackets.isBracketed(tree)) {
      bracketed((ParserRuleContext) tree);
    }
  }

  private boolean blocks(ParseTree tree) {
    if (tree instanceof PnncParser.BlockContext block) {
      braces(block, block.statement());
    } else if (tree instanceof PnncParser.RecordContext block) {
      braces(block, block.entry());
    } else if (tree instanceof PnncParser.FieldsContext block) {
      braces(block, block.fieldDeclaration());
    } else if (tree instanceof PnncParser.PlaceContext block) {
      braces(block, block.placement());
    } else if (tree instanceof PnncParser.CheckContext block) {
      braces(block, block.checkEntry());
    } else if (tree instanceof PnncParser.CornerContext block) {
      braces(block, block.cornerEntry());
    } else {
      return false;
    }
    return true;
  }

  /** Elements between brackets: all on one line, or each on its own. */
  private void bracketed(ParserRuleContext context) {
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (Brackets.isDropped(context, i)) {
        out.drop((TerminalNode) child);
      } else if (Brackets.isOpening(context, child)) {
        walk(child);
        out.add(Piece.Mark.GROUP);
        out.add(Piece.Mark.INDENT);
        mayBreakInside(context);
      } else if (Brackets.isClosing(context, child)) {
        out.remarksBefore();
        out.add(Piece.Mark.INDENT_END);
        mayBreakInside(context);
        out.word((TerminalNode) child);
        out.add(Piece.Mark.GROUP_END);
      } else {
        walk(child);
        if (Brackets.isComma(child) && !Brackets.isClosing(context, context.getChild(i + 1))) {
          out.mayBreak(" ");
        }
      }
    }
  }

  /** Braces of symbols take no newlines at their ends. */
  private void mayBreakInside(ParserRuleContext context) {
    boolean isSymbols =
        context instanceof PnncParser.SymbolTypeContext
            || context instanceof PnncParser.SymbolFieldContext;
    if (isSymbols) {
      out.glue();
    } else {
      out.mayBreak("");
    }
  }

  private void expression(ParserRuleContext context) {
    if (Breaks.isDeclaration(context)) {
      declaration(context);
      return;
    }
    boolean isGroup = Breaks.isGroup(context);
    if (isGroup) {
      out.add(Piece.Mark.GROUP);
      out.add(Piece.Mark.INDENT);
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      if (Breaks.isBefore(context, i)) {
        out.mayBreak(" ");
      }
      walk(context.getChild(i));
    }
    if (isGroup) {
      out.endGroup();
    }
  }

  /**
   * The conditions begin a line if the signature is too long for one. The body is no part of it.
   */
  private void declaration(ParserRuleContext context) {
    int body = context.getChildCount() - 1;
    out.add(Piece.Mark.GROUP);
    for (ParseTree child : context.children.subList(0, body)) {
      boolean isWhere = child instanceof PnncParser.WhereContext;
      if (isWhere) {
        out.add(Piece.Mark.INDENT);
        out.mayBreak(" ");
      }
      walk(child);
      if (isWhere) {
        out.add(Piece.Mark.INDENT_END);
      }
    }
    out.add(Piece.Mark.GROUP_END);
    walk(context.getChild(body));
  }
}

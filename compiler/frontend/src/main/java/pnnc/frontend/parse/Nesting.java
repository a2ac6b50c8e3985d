package pnnc.frontend.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncLexer;

/**
 * Refuses programs nested deeper than the parser, and all who walk its tree, have stack for. Depth
 * is bounded from above by the words alone: the open brackets, and the operators met since the last
 * comma, semicolon or newline of each.
 */
final class Nesting {
  /** Brackets open at once. */
  static final int MOST_BRACKETS = 200;

  /** Operators, calls and members in one expression, over all brackets that are open. */
  static final int MOST_LINKS = 1000;

  private final Deque<Integer> linksOutside = new ArrayDeque<>();
  private int links;

  private Nesting() {}

  /** Whether a program is nested too deep; then it has been said. */
  static boolean refuses(SourceText source, List<Token> words, Diagnostics diagnostics) {
    Nesting nesting = new Nesting();
    for (Token word : words) {
      if (!TokenStage.isHidden(word) && nesting.isTooDeep(word.getType())) {
        Span span = new Span(source, word.getStartIndex(), word.getStopIndex() + 1);
        diagnostics.add(nesting.fault().at(span.place()));
        return true;
      }
    }
    return false;
  }

  private Diagnostic fault() {
    return linksOutside.size() > MOST_BRACKETS
        ? DiagnosticCode.NESTING.error(MOST_BRACKETS, "brackets inside each other")
        : DiagnosticCode.NESTING.error(MOST_LINKS, "operators in one expression");
  }

  private boolean isTooDeep(int type) {
    switch (type) {
      case PnncLexer.LPAREN, PnncLexer.LBRACKET, PnncLexer.LBRACE -> {
        links++;
        linksOutside.push(links);
      }
      case PnncLexer.RPAREN, PnncLexer.RBRACKET, PnncLexer.RBRACE ->
          links = linksOutside.isEmpty() ? 0 : linksOutside.pop();
      case PnncLexer.COMMA, PnncLexer.SEMICOLON, PnncLexer.NEWLINE ->
          links = linksOutside.isEmpty() ? 0 : linksOutside.peek();
      default -> links += isLink(type) ? 1 : 0;
    }
    return linksOutside.size() > MOST_BRACKETS || links > MOST_LINKS;
  }

  static boolean isLink(int type) {
    boolean isOperator = type >= PnncLexer.PIPE && type <= PnncLexer.TICK;
    boolean isPrefix =
        type == PnncLexer.NOT
            || type == PnncLexer.IF
            || type == PnncLexer.ELSE
            || type == PnncLexer.FN
            || type == PnncLexer.REPEAT
            || type == PnncLexer.RANGE
            || type == PnncLexer.LIST
            || type == PnncLexer.WITH;
    return isOperator || isPrefix || type == PnncLexer.AND || type == PnncLexer.OR;
  }
}

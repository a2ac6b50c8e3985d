package pnnc.frontend.format;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser;

/** Where the lines of expressions and declarations may end; a statement must go on from there. */
final class Breaks {
  private Breaks() {}

  /** Whether the breaks of {@code context} are taken together. */
  static boolean isGroup(ParserRuleContext context) {
    // Links of a chain, a + b + c or else if, break together.
    boolean isLink =
        context.getParent() != null && context.getParent().getClass() == context.getClass();
    boolean isChain =
        context instanceof PnncParser.PipelineContext
            || context instanceof PnncParser.OperationContext
            || context instanceof PnncParser.IfExpressionContext;
    return (isChain && !isLink && context.getChildCount() > 2)
        || context instanceof PnncParser.WhereContext
        || (context instanceof PnncParser.BodyContext body && body.block() == null);
  }

  /** Whether {@code context} has a signature and, as its last child, a body. */
  static boolean isDeclaration(ParserRuleContext context) {
    return context instanceof PnncParser.FunctionContext
        || context instanceof PnncParser.NetContext;
  }

  /** Whether a line may end before child {@code i}, where a blank is otherwise. */
  static boolean isBefore(ParserRuleContext context, int i) {
    if (i == 0) {
      return false;
    }
    int type = type(context.getChild(i));
    int before = type(context.getChild(i - 1));
    if (context instanceof PnncParser.PipelineContext) {
      return type == PnncLexer.PIPE;
    }
    if (context instanceof PnncParser.IfExpressionContext) {
      return type == PnncLexer.THEN || type == PnncLexer.ELSE;
    }
    if (context instanceof PnncParser.WhereContext) {
      return before == PnncLexer.COMMA;
    }
    if (context instanceof PnncParser.BodyContext) {
      return before == PnncLexer.ASSIGN;
    }
    return context instanceof PnncParser.OperationContext && i == 2 && isLooseOperator(before);
  }

  private static boolean isLooseOperator(int type) {
    return switch (type) {
      case PnncLexer.STAR,
          PnncLexer.SLASH,
          PnncLexer.PERCENT,
          PnncLexer.PLUS,
          PnncLexer.MINUS,
          PnncLexer.PLUSMINUS,
          PnncLexer.OTHERWISE,
          PnncLexer.EQ,
          PnncLexer.NE,
          PnncLexer.LE,
          PnncLexer.GE,
          PnncLexer.LT,
          PnncLexer.GT,
          PnncLexer.AND,
          PnncLexer.OR ->
          true;
      default -> false;
    };
  }

  private static int type(ParseTree child) {
    return child instanceof TerminalNode node ? node.getSymbol().getType() : 0;
  }
}

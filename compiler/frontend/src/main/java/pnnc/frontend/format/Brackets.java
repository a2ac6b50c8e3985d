package pnnc.frontend.format;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser;

/** Elements with commas between brackets. */
final class Brackets {
  private Brackets() {}

  /** Whether the children of {@code tree} are, or end in, elements in brackets. */
  static boolean isBracketed(ParseTree tree) {
    return tree instanceof PnncParser.ArgumentsContext
        || tree instanceof PnncParser.ParametersContext
        || tree instanceof PnncParser.IndexingContext
        || tree instanceof PnncParser.TupleContext
        || tree instanceof PnncParser.ListContext
        || tree instanceof PnncParser.SetContext
        || tree instanceof PnncParser.TensorTypeContext
        || tree instanceof PnncParser.TupleTypeContext
        || tree instanceof PnncParser.SymbolTypeContext
        || tree instanceof PnncParser.SymbolFieldContext
        || tree instanceof PnncParser.StateContext
        || tree instanceof PnncParser.PatternContext
        || (tree instanceof PnncParser.UseContext use && use.LBRACE() != null);
  }

  static boolean isOpening(ParserRuleContext context, ParseTree child) {
    int type = type(child);
    return type == PnncLexer.LPAREN
        || type == PnncLexer.LBRACKET
        || (type == PnncLexer.LBRACE && context.getParent() != null);
  }

  static boolean isClosing(ParserRuleContext context, ParseTree child) {
    int type = type(child);
    return type == PnncLexer.RPAREN
        || type == PnncLexer.RBRACKET
        || (type == PnncLexer.RBRACE && context.getParent() != null);
  }

  static boolean isComma(ParseTree child) {
    return type(child) == PnncLexer.COMMA;
  }

  /** Whether child {@code i} is a comma behind the last element that means nothing. */
  static boolean isDropped(ParserRuleContext context, int i) {
    if (!isComma(context.getChild(i))) {
      return false;
    }
    int next = i + 1;
    while (context.getChild(next) instanceof PnncParser.NewlinesContext) {
      next++;
    }
    boolean isLast = isClosing(context, context.getChild(next));
    boolean isOneTuple =
        context instanceof PnncParser.TupleContext tuple && tuple.argument().size() == 1;
    return isLast && !isOneTuple;
  }

  private static int type(ParseTree child) {
    return child instanceof TerminalNode node ? node.getSymbol().getType() : 0;
  }
}

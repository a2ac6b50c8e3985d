package pnnc.frontend.format;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.frontend.parse.Quantities;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser;

/** Which words stand apart, and how they are spelled. */
final class Spacing {
  private Spacing() {}

  /** Whether a blank stands between two words that follow each other on a line. */
  static boolean isApart(TerminalNode left, TerminalNode right) {
    return !hugsNext(left) && !hugsPrevious(right, type(left));
  }

  private static int type(TerminalNode word) {
    return word.getSymbol().getType();
  }

  private static boolean hugsNext(TerminalNode word) {
    ParseTree parent = word.getParent();
    return switch (type(word)) {
      case PnncLexer.LPAREN, PnncLexer.LBRACKET, PnncLexer.DOT -> true;
      case PnncLexer.LBRACE -> !isBlock(parent);
      case PnncLexer.MINUS -> !(parent instanceof PnncParser.SumContext);
      case PnncLexer.DOTS -> parent instanceof PnncParser.DimensionsContext;
      case PnncLexer.CARET -> true;
      case PnncLexer.SLASH, PnncLexer.STAR -> parent instanceof PnncParser.UnitFieldContext;
      default -> false;
    };
  }

  private static boolean hugsPrevious(TerminalNode word, int previous) {
    ParseTree parent = word.getParent();
    return switch (type(word)) {
      case PnncLexer.COMMA,
          PnncLexer.RPAREN,
          PnncLexer.RBRACKET,
          PnncLexer.DOT,
          PnncLexer.TICK,
          PnncLexer.QUESTION ->
          true;
      case PnncLexer.RBRACE -> !isBlock(parent);
      case PnncLexer.COLON ->
          !(parent instanceof PnncParser.TargetContext
              || parent instanceof PnncParser.DeviceContext
              || parent instanceof PnncParser.TechnologyContext);
      case PnncLexer.LPAREN ->
          parent instanceof PnncParser.ArgumentsContext
              || parent instanceof PnncParser.ParametersContext;
      case PnncLexer.LBRACKET ->
          parent instanceof PnncParser.IndexingContext
              || parent instanceof PnncParser.TensorTypeContext
              || parent instanceof PnncParser.PatternStepContext;
      // Without the blank, the exponent would belong to the unit.
      case PnncLexer.CARET -> previous != PnncLexer.QUANTITY;
      case PnncLexer.SLASH, PnncLexer.STAR -> parent instanceof PnncParser.UnitFieldContext;
      default -> false;
    };
  }

  /** Whether the braces of {@code context} hold lines, not elements with commas. */
  static boolean isBlock(ParseTree context) {
    return context instanceof PnncParser.BlockContext
        || context instanceof PnncParser.RecordContext
        || context instanceof PnncParser.FieldsContext
        || context instanceof PnncParser.PlaceContext
        || context instanceof PnncParser.CheckContext
        || context instanceof PnncParser.CornerContext;
  }

  /** The canonical spelling of a word. */
  static String spelled(Token word) {
    if (word.getType() == PnncLexer.QUANTITY) {
      Quantities.Parts parts = Quantities.split(word.getText());
      return parts.number() + " " + parts.unit();
    }
    return word.getType() == PnncLexer.PLUSMINUS ? "+-" : word.getText();
  }
}

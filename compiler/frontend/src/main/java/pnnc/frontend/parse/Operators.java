package pnnc.frontend.parse;

import pnnc.frontend.ast.Operator;
import pnnc.grammar.PnncLexer;

/** Which operator a word is. */
final class Operators {
  private Operators() {}

  /** The infix operator of token type {@code type}. */
  static Operator of(int type) {
    return switch (type) {
      case PnncLexer.CARET -> Operator.POWER;
      case PnncLexer.STAR -> Operator.TIMES;
      case PnncLexer.SLASH -> Operator.DIVIDE;
      case PnncLexer.PERCENT -> Operator.REMAINDER;
      case PnncLexer.TIMES -> Operator.BY;
      case PnncLexer.PLUS -> Operator.PLUS;
      case PnncLexer.MINUS -> Operator.MINUS;
      case PnncLexer.PLUSMINUS -> Operator.TOLERANCE;
      case PnncLexer.OTHERWISE -> Operator.OTHERWISE;
      case PnncLexer.EQ -> Operator.EQUAL;
      case PnncLexer.NE -> Operator.NOT_EQUAL;
      case PnncLexer.LE -> Operator.AT_MOST;
      case PnncLexer.GE -> Operator.AT_LEAST;
      case PnncLexer.LT -> Operator.BELOW;
      case PnncLexer.GT -> Operator.ABOVE;
      case PnncLexer.IN -> Operator.IN;
      case PnncLexer.AND -> Operator.AND;
      case PnncLexer.OR -> Operator.OR;
      default -> throw new IllegalArgumentException("no operator of type " + type);
    };
  }
}

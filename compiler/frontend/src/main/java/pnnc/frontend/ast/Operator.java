package pnnc.frontend.ast;

/** Infix operators. */
public enum Operator {
  POWER("^"),
  TIMES("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  BY("x"),
  PLUS("+"),
  MINUS("-"),
  TOLERANCE("+-"),
  OTHERWISE("??"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  AT_MOST("<="),
  AT_LEAST(">="),
  BELOW("<"),
  ABOVE(">"),
  IN("in"),
  AND("and"),
  OR("or");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As the user writes it. */
  public String symbol() {
    return symbol;
  }
}

package pnnc.layout.spice;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * Works out expressions of {@code + - * /}, parentheses, numbers with suffixes and names of
 * parameters, in doubles and in the usual order.
 */
public final class SpiceExpression {
  private static final int DEEPEST = 64;

  private final String text;
  private final Map<String, Double> parameters;
  private int at;
  private int depth;

  private SpiceExpression(String text, Map<String, Double> parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  /**
   * The number that {@code value} is.
   *
   * @param parameters what names in lower case stand for
   * @throws DiagnosedException without a place, if it is no such expression, has a name that is not
   *     known, or gives no finite number
   */
  public static double evaluate(SpiceValue value, Map<String, Double> parameters) {
    if (value instanceof SpiceValue.Literal number) {
      return number.value();
    }
    return new SpiceExpression(((SpiceValue.Expression) value).text(), parameters).run();
  }

  private double run() {
    double value = sum();
    if (at < text.length()) {
      throw fault("`%s` is not understood".formatted(text.substring(at)));
    }
    if (!Double.isFinite(value)) {
      throw fault("the result is " + value);
    }
    return value;
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private double sum() {
    if (++depth > DEEPEST) {
      throw new DiagnosedException(
          DiagnosticCode.SPICE_LIMIT.error("an expression", DEEPEST + " levels"));
    }
    double value = product();
    for (char c = peek(); c == '+' || c == '-'; c = peek()) {
      at++;
      double next = product();
      value = c == '+' ? value + next : value - next;
    }
    depth--;
    return value;
  }

  private double product() {
    double value = signed();
    for (char c = peek(); c == '*' || c == '/'; c = peek()) {
      at++;
      if (peek() == c) {
        throw fault("`%s%s` is not understood".formatted(c, c));
      }
      double next = signed();
      value = c == '*' ? value * next : value / next;
    }
    return value;
  }

  private double signed() {
    boolean isNegative = false;
    for (char c = peek(); c == '+' || c == '-'; c = peek()) {
      at++;
      isNegative ^= c == '-';
    }
    double value = atom();
    return isNegative ? -value : value;
  }

  private double atom() {
    if (peek() == '(') {
      at++;
      double value = sum();
      if (peek() != ')') {
        throw fault("a parenthesis is not closed");
      }
      at++;
      return value;
    }
    int start = at;
    while (at < text.length() && isWordPart(start)) {
      at++;
    }
    String word = text.substring(start, at);
    return SpiceSyntax.looksLikeNumber(word) ? number(word) : parameter(word);
  }

  /** Whether the character here goes on with the word: the sign of an exponent does. */
  private boolean isWordPart(int start) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c) || c == '_' || c == '.') {
      return true;
    }
    boolean isSign = (c == '+' || c == '-') && at > start && (text.charAt(at - 1) | 0x20) == 'e';
    return isSign
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1))
        && isPlain(text, start, at - 1);
  }

  private double number(String word) {
    OptionalDouble value = SpiceSyntax.number(word);
    if (value.isEmpty()) {
      throw fault("`%s` is no finite number".formatted(word));
    }
    return value.getAsDouble();
  }

  private double parameter(String word) {
    Double value = parameters.get(word.toLowerCase(Locale.ROOT));
    if (word.isEmpty() || value == null) {
      String what = word.isEmpty() ? "a number is missing" : "`%s` is not known".formatted(word);
      throw fault(what);
    }
    return value;
  }

  private DiagnosedException fault(String why) {
    return new DiagnosedException(DiagnosticCode.SPICE_EXPRESSION.error(text, why));
  }

  private static boolean isPlain(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }
}

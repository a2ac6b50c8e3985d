package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import pnnc.grammar.PnncLexer;

/**
 * Joins a number and the unit behind it: {@code 2 dB/cm}, {@code 2.5 mm^2}, {@code 3 %}. Only the
 * first blank may be there: {@code 2 dB / cm} divides. Whether the unit exists is not asked.
 */
public final class Quantities {
  private static final String DIGITS = "[0-9](?:_?[0-9])*";
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?<number>0x[0-9a-fA-F_]+|%1$s(?:\\.%1$s)?(?:[eE][+-]?%1$s)?)[^%%\\p{L}_\u00B0]*(?<unit>.+)"
              .formatted(DIGITS));

  /** A quantity taken apart: {@code 2.5} and {@code mm^2}. */
  public record Parts(String number, String unit) {}

  private final List<CommonToken> words;
  private final List<CommonToken> joined;

  private Quantities(List<CommonToken> words) {
    this.words = words;
    this.joined = new ArrayList<>(words.size());
  }

  /** The number and the unit of the word {@code quantity}. */
  public static Parts split(String quantity) {
    Matcher parts = QUANTITY.matcher(quantity);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a quantity: " + quantity);
    }
    return new Parts(parts.group("number"), parts.group("unit"));
  }

  static List<CommonToken> join(List<CommonToken> words) {
    return new Quantities(words).joined();
  }

  private List<CommonToken> joined() {
    int at = 0;
    while (at < words.size()) {
      int end = type(at) == PnncLexer.NUMBER ? end(at) : at;
      joined.add(end > at ? quantity(at, end) : words.get(at));
      at = end + 1;
    }
    return joined;
  }

  private CommonToken quantity(int from, int to) {
    CommonToken token = new CommonToken(words.get(from));
    token.setType(PnncLexer.QUANTITY);
    token.setStopIndex(words.get(to).getStopIndex());
    return token;
  }

  /** The last word of the quantity whose number is at {@code number}; the number without a unit. */
  private int end(int number) {
    int unit = type(number + 1) == PnncLexer.BLANK ? number + 2 : number + 1;
    if (type(unit) != PnncLexer.ID && type(unit) != PnncLexer.PERCENT) {
      return number;
    }
    int end = power(unit);
    while (isFraction(end + 1) && type(end + 2) == PnncLexer.ID) {
      end = power(end + 2);
    }
    return end;
  }

  private boolean isFraction(int at) {
    return type(at) == PnncLexer.SLASH || type(at) == PnncLexer.STAR;
  }

  /** The end of {@code um^-1}, which begins at {@code unit}. */
  private int power(int unit) {
    if (type(unit + 1) != PnncLexer.CARET) {
      return unit;
    }
    int exponent = type(unit + 2) == PnncLexer.MINUS ? unit + 3 : unit + 2;
    return type(exponent) == PnncLexer.NUMBER ? exponent : unit;
  }

  private int type(int at) {
    return at < words.size() ? words.get(at).getType() : Token.EOF;
  }
}

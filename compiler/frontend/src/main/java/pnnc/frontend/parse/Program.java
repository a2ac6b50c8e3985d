package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncLexer;

/**
 * The words of a file that the parser sees, and which of them have been struck out because they are
 * faulty: so that what follows from a fault is not reported again.
 */
final class Program {
  /**
   * What lies between separators at one depth of braces: from the first to behind the last word.
   */
  record Region(int from, int to) {}

  private final SourceText source;
  private final List<Token> words = new ArrayList<>();
  private final BitSet struck = new BitSet();

  Program(SourceText source, List<Token> all) {
    this.source = source;
    all.stream().filter(word -> !TokenStage.isHidden(word)).forEach(words::add);
  }

  SourceText source() {
    return source;
  }

  /** How many words there are, EOF among them. */
  int size() {
    return words.size();
  }

  Token word(int at) {
    return words.get(at);
  }

  /** The type of the word at {@code at}; EOF outside the file. */
  int type(int at) {
    return at < 0 || at >= words.size() ? Token.EOF : words.get(at).getType();
  }

  /** The position of {@code word}, which must be one of these. */
  int indexOf(Token word) {
    int low = 0;
    int high = words.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (words.get(middle).getStartIndex() < word.getStartIndex()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isStruck(int at) {
    return struck.get(at);
  }

  /** Whether any word from {@code from} to before {@code to} was struck out. */
  boolean isStruck(int from, int to) {
    int next = struck.nextSetBit(from);
    return next >= 0 && next < to;
  }

  boolean isWhole() {
    return struck.isEmpty();
  }

  /** Hides {@code region} from the parser. Separators stay. */
  void strike(Region region) {
    for (int at = region.from; at < region.to; at++) {
      if (!isSeparator(at) && type(at) != Token.EOF) {
        struck.set(at);
        ((WritableToken) words.get(at)).setChannel(PnncLexer.BLANKS);
      }
    }
  }

  boolean isSeparator(int at) {
    return type(at) == PnncLexer.NEWLINE || type(at) == PnncLexer.SEMICOLON;
  }

  /** The statement around {@code at}; a separator or closing brace belongs to what it ends. */
  Region statement(int at) {
    int from = enclosingBrace(at) + 1;
    int depth = 0;
    for (int place = from; place < words.size(); place++) {
      boolean isEnd = isSeparator(place) || type(place) == PnncLexer.RBRACE;
      if (depth == 0 && isEnd && place >= at) {
        return new Region(from, place);
      }
      if (depth == 0 && isSeparator(place)) {
        from = place + 1;
      }
      depth = Math.max(0, depth + Brackets.step(type(place)));
    }
    return new Region(from, words.size());
  }

  /** The brace that is open at {@code at}; −1 if none is. */
  private int enclosingBrace(int at) {
    int depth = 0;
    for (int place = at - 1; place >= 0; place--) {
      depth += braces(type(place));
      if (depth > 0) {
        return place;
      }
    }
    return -1;
  }

  /** 1 for an opening brace, −1 for a closing one. */
  static int braces(int type) {
    return switch (type) {
      case PnncLexer.LBRACE -> 1;
      case PnncLexer.RBRACE -> -1;
      default -> 0;
    };
  }

  /**
   * Where the word at {@code at} stands; ends of lines and the end of the file behind what they
   * end.
   */
  Span span(int at) {
    Token word = words.get(at);
    if (type(at) == Token.EOF || type(at) == PnncLexer.NEWLINE) {
      int end = at == 0 ? 0 : words.get(at - 1).getStopIndex() + 1;
      int from = type(at - 1) == PnncLexer.NEWLINE ? span(at - 1).from() : end;
      return new Span(source, from, from);
    }
    return new Span(source, word.getStartIndex(), word.getStopIndex() + 1);
  }

  /** The last word before {@code at} that is no newline; −1 if there is none. */
  int wordBefore(int at) {
    int before = at - 1;
    while (type(before) == PnncLexer.NEWLINE) {
      before--;
    }
    return before;
  }
}

package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import pnnc.frontend.source.SourceText;
import pnnc.grammar.PnncLexer;

/**
 * The words that the parser gets to see: newlines that end no statement are hidden among the blanks
 * ({@link Newlines}), and a number with a unit is one word ({@link Quantities}). Nothing is lost:
 * the words, hidden ones too, still make up the text.
 */
public final class TokenStage implements TokenSource {
  private final CharStream text;
  private final List<Token> words;
  private int next;

  /** The words of {@code source}. */
  public TokenStage(SourceText source) {
    text = new Utf16Stream(source);
    words = Newlines.hideIdle(Quantities.join(lex(source)));
  }

  private static List<CommonToken> lex(SourceText source) {
    PnncLexer lexer = new PnncLexer(new Utf16Stream(source));
    lexer.removeErrorListeners();
    List<CommonToken> all = new ArrayList<>(source.text().length() / 3 + 1);
    Token token;
    do {
      token = lexer.nextToken();
      all.add((CommonToken) token);
    } while (token.getType() != Token.EOF);
    return all;
  }

  /** All of them, in order; the last is EOF. */
  public List<Token> words() {
    return List.copyOf(words);
  }

  /** Whether blanks or a comment are all that {@code token} is. */
  static boolean isHidden(Token token) {
    return token.getChannel() != Token.DEFAULT_CHANNEL;
  }

  @Override
  public Token nextToken() {
    Token token = words.get(next);
    next = Math.min(next + 1, words.size() - 1);
    return token;
  }

  @Override
  public int getLine() {
    return words.get(next).getLine();
  }

  @Override
  public int getCharPositionInLine() {
    return words.get(next).getCharPositionInLine();
  }

  @Override
  public CharStream getInputStream() {
    return text;
  }

  @Override
  public String getSourceName() {
    return text.getSourceName();
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    throw new UnsupportedOperationException("the words are made already");
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return CommonTokenFactory.DEFAULT;
  }
}

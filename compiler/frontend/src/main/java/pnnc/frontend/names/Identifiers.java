package pnnc.frontend.names;

import java.util.List;
import org.antlr.v4.runtime.Token;
import pnnc.frontend.parse.TokenStage;
import pnnc.frontend.source.SourceText;
import pnnc.grammar.PnncLexer;

/** Which texts are names. */
public final class Identifiers {
  private Identifiers() {}

  /** Whether {@code text} can be the name of anything. */
  public static boolean isName(String text) {
    List<Token> words = new TokenStage(new SourceText("name", text)).words();
    int type = words.get(0).getType();
    boolean isPlain = type == PnncLexer.ID || (type >= PnncLexer.TIMES && type <= PnncLexer.LIST);
    return words.size() == 2 && isPlain && !text.isEmpty();
  }
}

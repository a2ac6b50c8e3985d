package pnnc.frontend.names;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import pnnc.frontend.parse.TokenStage;
import pnnc.frontend.source.SourceText;
import pnnc.grammar.PnncLexer;

/**
 * What the words in front of a place tell, for texts that need not parse.
 *
 * @param from where the word at the place begins; the place itself if there is none
 * @param to where that word ends
 * @param kind what the language wants there
 * @param isPiped whether {@code |>} stands before
 * @param call the innermost call that is open
 * @param names the words of the declaration so far that could be names
 */
public record Lookback(
    int from, int to, Kind kind, boolean isPiped, Optional<CallSite> call, Set<String> names) {
  /** What can stand at a place. */
  public enum Kind {
    /** Nothing: a comment, a string, a number. */
    NOTHING,
    /** A declaration. */
    ITEM,
    /** A name that a {@code use} takes. */
    USED,
    /** Something behind a dot. */
    MEMBER,
    TYPE,
    VALUE
  }

  private static final Set<Integer> LITERALS =
      Set.of(PnncLexer.STRING, PnncLexer.UNCLOSED_STRING, PnncLexer.NUMBER, PnncLexer.QUANTITY);
  private static final Set<Integer> ITEMS =
      Set.of(
          PnncLexer.FN,
          PnncLexer.NET,
          PnncLexer.SCHEMA,
          PnncLexer.TARGET,
          PnncLexer.DEVICE,
          PnncLexer.TECHNOLOGY,
          PnncLexer.PLACE,
          PnncLexer.CHECK,
          PnncLexer.USE);

  /** From the words of {@code source} that begin before {@code offset}. */
  public static Lookback at(SourceText source, int offset) {
    List<Token> words = new TokenStage(source).words();
    List<Token> before = new ArrayList<>();
    int from = offset;
    int to = offset;
    for (Token word : words) {
      boolean touches = word.getStartIndex() < offset && offset <= word.getStopIndex() + 1;
      if (touches && isNothing(word, offset)) {
        return new Lookback(offset, offset, Kind.NOTHING, false, Optional.empty(), Set.of());
      }
      if (word.getStartIndex() <= offset && offset <= word.getStopIndex() + 1 && isWord(word)) {
        from = word.getStartIndex();
        to = word.getStopIndex() + 1;
      } else if (word.getStopIndex() < offset && word.getChannel() == Token.DEFAULT_CHANNEL) {
        before.add(word);
      }
    }
    int start = from;
    before.removeIf(w -> w.getStopIndex() >= start || w.getType() == Token.EOF);
    return new Reader(before).read(from, to);
  }

  private static boolean isNothing(Token word, int offset) {
    boolean isComment = word.getChannel() == PnncLexer.COMMENTS;
    boolean isClosed = word.getType() == PnncLexer.STRING && offset == word.getStopIndex() + 1;
    return (isComment || LITERALS.contains(word.getType())) && !isClosed;
  }

  private static boolean isWord(Token word) {
    String text = word.getText();
    return word.getType() != Token.EOF
        && !text.isEmpty()
        && word.getChannel() == Token.DEFAULT_CHANNEL
        && Character.isLetter(text.codePointAt(0));
  }

  /** The words before the place, read once from the front. */
  private static final class Reader {
    private final List<Token> words;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int item;

    Reader(List<Token> words) {
      this.words = words;
    }

    Lookback read(int from, int to) {
      for (int i = 0; i < words.size(); i++) {
        nest(i);
      }
      int last = type(words.size() - 1);
      Optional<CallSite> call = call();
      return new Lookback(from, to, kind(last, call), last == PnncLexer.PIPE, call, names());
    }

    private void nest(int at) {
      int type = type(at);
      if (isOpening(type)) {
        open.push(at);
      } else if (isClosing(type) && !open.isEmpty()) {
        open.pop();
      } else if (ITEMS.contains(type) && isFirst(at) && type(at - 1) != PnncLexer.DOT) {
        boolean isNested = type == PnncLexer.FN && !open.isEmpty();
        if (!isNested) {
          open.clear();
          item = at;
        }
      }
    }

    private boolean isFirst(int at) {
      int before = type(at - 1);
      return at == 0 || before == PnncLexer.NEWLINE || before == PnncLexer.SEMICOLON;
    }

    private static boolean isOpening(int type) {
      return type == PnncLexer.LPAREN || type == PnncLexer.LBRACKET || type == PnncLexer.LBRACE;
    }

    private static boolean isClosing(int type) {
      return type == PnncLexer.RPAREN || type == PnncLexer.RBRACKET || type == PnncLexer.RBRACE;
    }

    private int type(int at) {
      return at < 0 || at >= words.size() ? Token.EOF : words.get(at).getType();
    }

    private Kind kind(int last, Optional<CallSite> call) {
      boolean isUse = type(item) == PnncLexer.USE;
      if (isUse && !endsLine(last)) {
        return Kind.USED;
      }
      if (last == PnncLexer.DOT) {
        return Kind.MEMBER;
      }
      if (open.isEmpty() && (words.isEmpty() || endsLine(last))) {
        return Kind.ITEM;
      }
      boolean isSignature = call.isEmpty() && last == PnncLexer.COLON;
      boolean isDimension = isDimension();
      return isSignature || isDimension || last == PnncLexer.ARROW || last == PnncLexer.AS
          ? Kind.TYPE
          : Kind.VALUE;
    }

    private static boolean endsLine(int last) {
      return last == PnncLexer.NEWLINE || last == PnncLexer.SEMICOLON;
    }

    /** {@code x: f32[}: brackets that follow a colon, an arrow or `as` and a name. */
    private boolean isDimension() {
      if (open.isEmpty() || type(open.peek()) != PnncLexer.LBRACKET) {
        return false;
      }
      int before = type(open.peek() - 2);
      return before == PnncLexer.ARROW
          || before == PnncLexer.AS
          || (before == PnncLexer.COLON && isParameters(open));
    }

    private boolean isParameters(Deque<Integer> nested) {
      return nested.stream()
          .filter(at -> type(at) == PnncLexer.LPAREN)
          .findFirst()
          .filter(at -> callee(at).isEmpty())
          .isPresent();
    }

    private Optional<CallSite> call() {
      for (int at : open) {
        if (type(at) == PnncLexer.LBRACE) {
          return Optional.empty();
        }
        List<Integer> callee = type(at) == PnncLexer.LPAREN ? callee(at) : List.of();
        if (!callee.isEmpty()) {
          return Optional.of(site(at, callee));
        }
      }
      return Optional.empty();
    }

    /** The words of the name before the parenthesis at {@code at}; none for a declaration. */
    private List<Integer> callee(int at) {
      List<Integer> names = new ArrayList<>();
      int next = at - 1;
      while (next >= 0 && isWord(words.get(next))) {
        names.add(next);
        if (type(next - 1) != PnncLexer.DOT) {
          break;
        }
        next -= 2;
      }
      int before = names.isEmpty() ? at : names.get(names.size() - 1);
      boolean declares = Set.of(PnncLexer.FN, PnncLexer.NET).contains(type(before - 1));
      boolean isKeyword = !names.isEmpty() && names.size() == 1 && isKeyword(type(names.get(0)));
      if (declares || isKeyword) {
        return List.of();
      }
      Collections.reverse(names);
      return names;
    }

    private static boolean isKeyword(int type) {
      return type >= PnncLexer.USE && type <= PnncLexer.AT;
    }

    private CallSite site(int paren, List<Integer> callee) {
      int depth = 0;
      int index = 0;
      Set<String> given = new HashSet<>();
      Optional<String> argument = Optional.empty();
      for (int i = paren + 1; i < words.size(); i++) {
        int type = type(i);
        depth += isOpening(type) ? 1 : isClosing(type) ? -1 : 0;
        if (depth == 0 && type == PnncLexer.COMMA) {
          index++;
          argument = Optional.empty();
        } else if (depth == 0 && type == PnncLexer.COLON) {
          argument = Optional.of(words.get(i - 1).getText());
          given.add(argument.get());
        }
      }
      int last = callee.get(callee.size() - 1);
      return new CallSite(
          callee.stream().map(i -> words.get(i).getText()).toList(),
          words.get(last).getStartIndex(),
          type(callee.get(0) - 1) == PnncLexer.PIPE,
          index,
          given,
          argument);
    }

    private Set<String> names() {
      Set<String> names = new LinkedHashSet<>();
      for (int i = item; i < words.size(); i++) {
        if (type(i) == PnncLexer.ID && type(i - 1) != PnncLexer.DOT) {
          names.add(words.get(i).getText());
        }
      }
      return names;
    }
  }
}

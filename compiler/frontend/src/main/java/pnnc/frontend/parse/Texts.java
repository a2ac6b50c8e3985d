package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser.MemberContext;
import pnnc.grammar.PnncParser.NameContext;
import pnnc.grammar.PnncParser.PathContext;
import pnnc.grammar.PnncParser.PlainNameContext;

/** Where words stand and what they say: what every part of the tree builder needs. */
final class Texts {
  private final SourceText source;
  private final List<Token> words;
  private final Consumer<Diagnostic> diagnostics;

  Texts(SourceText source, List<Token> words, Consumer<Diagnostic> diagnostics) {
    this.source = source;
    this.words = words;
    this.diagnostics = diagnostics;
  }

  SourceText source() {
    return source;
  }

  void report(Diagnostic diagnostic) {
    diagnostics.accept(diagnostic);
  }

  Span span(Token token) {
    int from = Math.min(token.getStartIndex(), source.text().length());
    return new Span(source, from, Math.max(from, token.getStopIndex() + 1));
  }

  Span span(ParserRuleContext context) {
    return span(context.getStart()).to(span(context.getStop()));
  }

  Name name(NameContext context) {
    return new Name(span(context), context.getText());
  }

  Name name(PlainNameContext context) {
    return new Name(span(context), context.getText());
  }

  Name name(MemberContext context) {
    return new Name(span(context), context.getText());
  }

  List<Name> names(List<NameContext> contexts) {
    return contexts.stream().map(this::name).toList();
  }

  PathName path(PathContext context) {
    List<Name> names = new ArrayList<>(List.of(name(context.name())));
    context.member().forEach(member -> names.add(name(member)));
    return new PathName(span(context), names);
  }

  /** The text of a string literal, escapes resolved. */
  String string(TerminalNode literal) {
    return new Escapes(source, diagnostics).resolve(span(literal.getSymbol()));
  }

  /**
   * The {@code ///} lines right above {@code context}, without slashes; empty if there are none.
   */
  String doc(ParserRuleContext context) {
    List<String> lines = new ArrayList<>();
    int at = skipBlanks(context.getStart().getTokenIndex() - 1);
    while (type(at) == PnncLexer.NEWLINE) {
      int comment = skipBlanks(at - 1);
      at = skipBlanks(comment - 1);
      boolean isAlone = at < 0 || type(at) == PnncLexer.NEWLINE;
      if (type(comment) != PnncLexer.DOC_COMMENT || !isAlone) {
        break;
      }
      lines.add(words.get(comment).getText().substring(3).stripTrailing());
    }
    Collections.reverse(lines);
    return String.join("\n", lines.stream().map(Texts::withoutBlank).toList());
  }

  private static String withoutBlank(String line) {
    return line.startsWith(" ") ? line.substring(1) : line;
  }

  private int skipBlanks(int at) {
    return type(at) == PnncLexer.BLANK ? at - 1 : at;
  }

  private int type(int at) {
    return at < 0 ? Token.EOF : words.get(at).getType();
  }
}

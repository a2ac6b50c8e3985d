package pnnc.frontend.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.grammar.PnncLexer;

/** Finds brackets that are not closed, or close nothing, item by item. */
final class Brackets {
  private final Program program;
  private final Consumer<Diagnostic> report;

  Brackets(Program program, Consumer<Diagnostic> report) {
    this.program = program;
    this.report = report;
  }

  /** Whether the brackets of {@code item} match; if not, the first that does not has been said. */
  boolean match(Program.Region item) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = item.from(); at < item.to(); at++) {
      int type = program.isStruck(at) ? Token.EOF : program.type(at);
      if (closing(type) != 0) {
        open.push(at);
      } else if (isClosing(type)) {
        if (open.isEmpty()) {
          report.accept(
              DiagnosticCode.BRACKET_STRAY
                  .error(program.word(at).getText())
                  .at(program.span(at).place()));
          return false;
        }
        if (closing(program.type(open.peek())) != type) {
          report.accept(unclosed(open.peek(), at));
          return false;
        }
        open.pop();
      }
    }
    open.stream().reduce((inner, outer) -> outer).ifPresent(at -> report.accept(atEnd(at, item)));
    return open.isEmpty();
  }

  private Diagnostic unclosed(int open, int found) {
    String missing = Vocabulary.name(closing(program.type(open)));
    return DiagnosticCode.BRACKET_UNCLOSED
        .error(program.word(open).getText(), missing, Vocabulary.found(program.word(found)))
        .at(program.span(found).place())
        .related(program.span(open).place(), "opened here");
  }

  private Diagnostic atEnd(int open, Program.Region item) {
    int end = Math.min(item.to(), program.size() - 1);
    int last = program.wordBefore(end);
    boolean isLast = end == program.size() - 1;
    String found = isLast ? "the end of the file" : Vocabulary.found(program.word(end));
    String missing = Vocabulary.name(closing(program.type(open)));
    return DiagnosticCode.BRACKET_UNCLOSED
        .error(program.word(open).getText(), missing, found)
        .at((isLast ? program.span(Math.max(last, open)) : program.span(end)).place())
        .related(program.span(open).place(), "opened here");
  }

  /** What closes the bracket of type {@code type}; 0 if it is none. */
  private static int closing(int type) {
    return switch (type) {
      case PnncLexer.LPAREN -> PnncLexer.RPAREN;
      case PnncLexer.LBRACKET -> PnncLexer.RBRACKET;
      case PnncLexer.LBRACE -> PnncLexer.RBRACE;
      default -> 0;
    };
  }

  private static boolean isClosing(int type) {
    return type == PnncLexer.RPAREN || type == PnncLexer.RBRACKET || type == PnncLexer.RBRACE;
  }

  /** 1 for what opens, −1 for what closes. */
  static int step(int type) {
    return closing(type) != 0 ? 1 : isClosing(type) ? -1 : 0;
  }
}

package pnnc.frontend.parse;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/** Tells the user where the parser stumbled. */
final class SyntaxFaults extends BaseErrorListener {
  private final SourceText source;
  private final Diagnostics diagnostics;

  SyntaxFaults(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      Object offending,
      int line,
      int column,
      String message,
      RecognitionException fault) {
    Token token = (Token) offending;
    int from = Math.min(token.getStartIndex(), source.text().length());
    Span span = new Span(source, from, Math.max(from, token.getStopIndex() + 1));
    diagnostics.add(DiagnosticCode.SYNTAX.error("something else", span.text()).at(span.place()));
  }
}

package pnnc.frontend.parse;

import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.SourceText;
import pnnc.grammar.PnncParser;

/** Reads a text as a program. */
public final class Parsing {
  private Parsing() {}

  /**
   * The syntax tree of {@code source}. Faults go to {@code diagnostics}, each with its place; items
   * with faults are left out of the result.
   */
  public static SourceFile parse(SourceText source, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    if (Limits.refuses(source, found)) {
      found.all().forEach(diagnostics::add);
      return new SourceFile(source, List.of(), List.of());
    }
    TokenStage stage = new TokenStage(source);
    if (Nesting.refuses(source, stage.words(), found)) {
      found.all().forEach(diagnostics::add);
      return new SourceFile(source, List.of(), List.of());
    }
    CommonTokenStream words = new CommonTokenStream(stage);
    PnncParser.FileContext tree = tree(source, words, found);
    SourceFile file = new AstBuilder(new Texts(source, words, found)).file(tree);
    found.all().forEach(diagnostics::add);
    return file;
  }

  private static PnncParser.FileContext tree(
      SourceText source, CommonTokenStream words, Diagnostics diagnostics) {
    PnncParser parser = new PnncParser(words);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return parser.file();
    } catch (ParseCancellationException e) {
      return again(source, parser, words, diagnostics);
    }
  }

  /** Slower, but it knows what is wrong. */
  private static PnncParser.FileContext again(
      SourceText source, PnncParser parser, CommonTokenStream words, Diagnostics diagnostics) {
    words.seek(0);
    parser.reset();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    parser.setErrorHandler(new org.antlr.v4.runtime.DefaultErrorStrategy());
    parser.addErrorListener(new SyntaxFaults(source, diagnostics));
    return parser.file();
  }
}

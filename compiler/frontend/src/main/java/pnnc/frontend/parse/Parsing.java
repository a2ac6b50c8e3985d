package pnnc.frontend.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.SourceText;
import pnnc.grammar.PnncParser;

/** Reads a text as a program. */
public final class Parsing {
  private Parsing() {}

  /**
   * The syntax tree of {@code source}. Faults go to {@code diagnostics}, each with its place, in
   * the order of the text; items with faults are left out of the result.
   */
  public static SourceFile parse(SourceText source, Diagnostics diagnostics) {
    if (Limits.refuses(source, diagnostics)) {
      return new SourceFile(source, List.of(), List.of());
    }
    List<Token> words = new TokenStage(source).words();
    return Nesting.refuses(source, words, diagnostics)
        ? new SourceFile(source, List.of(), List.of())
        : parse(source, words, diagnostics);
  }

  private static SourceFile parse(SourceText source, List<Token> words, Diagnostics diagnostics) {
    Program program = new Program(source, words);
    Sorted found = new Sorted();
    PnncParser.FileContext tree;
    try {
      tree = tree(words, PredictionMode.SLL);
    } catch (ParseCancellationException notSll) {
      Repair.run(program, found);
      tree = repaired(words);
    }
    SourceFile file = new AstBuilder(new Texts(source, words, found), program).file(tree);
    found.into(diagnostics);
    return file;
  }

  /**
   * The words of {@code source}, hidden ones too, and how the grammar reads them.
   *
   * @param tree its words know their position in {@code words}
   */
  public record Words(List<Token> words, PnncParser.FileContext tree) {}

  /** The words of {@code source}; empty if it is faulty, and then the faults have been reported. */
  public static Optional<Words> words(SourceText source, Diagnostics diagnostics) {
    Diagnostics found = new Diagnostics();
    parse(source, found);
    found.all().forEach(diagnostics::add);
    if (found.hasErrors()) {
      return Optional.empty();
    }
    List<Token> words = new TokenStage(source).words();
    return Optional.of(new Words(words, repaired(words)));
  }

  private static PnncParser.FileContext repaired(List<Token> words) {
    try {
      return tree(words, PredictionMode.SLL);
    } catch (ParseCancellationException notSll) {
      try {
        return tree(words, PredictionMode.LL);
      } catch (ParseCancellationException e) {
        throw new CompilerBug("parse", "what is left of a repaired program does not parse", e);
      }
    }
  }

  /** Whether the quick way of reading takes {@code words}; if not, the thorough one still may. */
  static boolean isProgram(List<Token> words) {
    try {
      tree(words, PredictionMode.SLL);
      return true;
    } catch (ParseCancellationException notSll) {
      return false;
    }
  }

  private static PnncParser.FileContext tree(List<Token> words, PredictionMode mode) {
    PnncParser parser = new PnncParser(new CommonTokenStream(new ListTokenSource(words)));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(mode);
    parser.setErrorHandler(new BailErrorStrategy());
    return parser.file();
  }
}

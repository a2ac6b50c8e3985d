package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser;

/**
 * Finds every fault of a program that does not parse: the first fault of an item is reported, the
 * statement it stands in struck out, and the item read again, until it reads. What stumbles only
 * because something was struck out right before it is no fault of the user's.
 */
final class Repair {
  /** Faults reported of one file. */
  private static final int MOST_FAULTS = 40;

  private final Program program;
  private final Consumer<Diagnostic> diagnostics;
  private int reported;

  private Repair(Program program, Consumer<Diagnostic> diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
  }

  /** Reports the faults of {@code program}, and strikes out enough of it that the rest parses. */
  static void run(Program program, Consumer<Diagnostic> diagnostics) {
    Repair repair = new Repair(program, diagnostics);
    repair.items().forEach(repair::item);
  }

  private void report(Diagnostic diagnostic) {
    if (reported < MOST_FAULTS) {
      diagnostics.accept(diagnostic);
    }
    reported++;
  }

  private List<Program.Region> items() {
    List<Program.Region> items = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int at = 1; at < program.size(); at++) {
      boolean isFirst = program.isSeparator(at - 1);
      boolean isOutside = depth <= 0 || program.word(at).getCharPositionInLine() == 0;
      if (isFirst && isOutside && beginsItem(at)) {
        items.add(new Program.Region(from, at));
        from = at;
        depth = 0;
      }
      depth += Program.braces(program.type(at));
    }
    items.add(new Program.Region(from, program.size()));
    return items;
  }

  private boolean beginsItem(int at) {
    int type = program.type(at);
    int behind = program.type(at + 1);
    boolean isName = behind == PnncLexer.ID || behind == PnncLexer.STRING;
    boolean isWord = type >= PnncLexer.USE && type <= PnncLexer.CHECK && type != PnncLexer.AS;
    return isName && (isWord || type == PnncLexer.ID);
  }

  private void item(Program.Region item) {
    if (reported >= MOST_FAULTS) {
      program.strike(item);
      return;
    }
    characters(item);
    if (!new Brackets(program, this::report).match(item)) {
      program.strike(item);
    }
    boolean isWhole;
    do {
      isWhole = fault(item).map(fault -> blame(item, fault)).isEmpty();
    } while (!isWhole);
  }

  private void characters(Program.Region item) {
    for (int at = item.from(); at < item.to(); at++) {
      int type = program.type(at);
      if ((type == PnncLexer.STRAY || type == PnncLexer.UNCLOSED_STRING) && !program.isStruck(at)) {
        Program.Region statement = within(program.statement(at), item);
        Characters.report(program, statement, this::report);
        program.strike(statement);
      }
    }
  }

  private static Program.Region within(Program.Region inner, Program.Region outer) {
    return new Program.Region(
        Math.max(inner.from(), outer.from()), Math.min(inner.to(), outer.to()));
  }

  private boolean blame(Program.Region item, Stumble stumble) {
    int at = Math.max(item.from(), Math.min(stumble.at(), item.to()));
    boolean follows = program.isStruck(Math.max(item.from(), lastSeen(at)), at);
    if (!follows) {
      report(Hints.of(program, stumble));
    }
    Program.Region statement = within(program.statement(at), item);
    boolean isStuck = follows || !hasWords(statement);
    program.strike(isStuck ? enclosing(statement, item) : statement);
    return true;
  }

  private int lastSeen(int at) {
    int before = at - 1;
    while (before >= 0 && (program.isStruck(before) || program.isSeparator(before))) {
      before--;
    }
    return before;
  }

  private boolean hasWords(Program.Region region) {
    for (int at = region.from(); at < region.to(); at++) {
      if (!program.isStruck(at) && !program.isSeparator(at) && program.type(at) != Token.EOF) {
        return true;
      }
    }
    return false;
  }

  /** The smallest statement around {@code inner} with words left; in doubt the whole item. */
  private Program.Region enclosing(Program.Region inner, Program.Region item) {
    Program.Region region = inner;
    while (!hasWords(region)) {
      int brace = region.from() - 1;
      while (brace >= item.from() && program.type(brace) != PnncLexer.LBRACE) {
        brace = program.statement(brace).from() - 1;
      }
      if (brace < item.from()) {
        return item;
      }
      region = within(program.statement(brace), item);
    }
    return region;
  }

  /** Where the item does not parse; empty if it does. */
  private Optional<Stumble> fault(Program.Region item) {
    List<Token> words = new ArrayList<>();
    for (int at = item.from(); at < item.to(); at++) {
      if (!program.isStruck(at)) {
        words.add(program.word(at));
      }
    }
    CommonToken end = new CommonToken(program.word(Math.min(item.to(), program.size() - 1)));
    end.setType(Token.EOF);
    end.setChannel(Token.DEFAULT_CHANNEL);
    words.add(end);
    return Parsing.isProgram(words) ? Optional.empty() : stumble(words, end, item);
  }

  private Optional<Stumble> stumble(List<Token> words, Token end, Program.Region item) {
    PnncParser parser = new PnncParser(new CommonTokenStream(new ListTokenSource(words)));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    parser.setErrorHandler(new StrictErrors());
    try {
      parser.file();
      return Optional.empty();
    } catch (ParseCancellationException e) {
      RecognitionException fault = (RecognitionException) e.getCause();
      Token found = fault.getOffendingToken();
      int at = found == end ? item.to() : program.indexOf(found);
      return Optional.of(
          new Stumble(Math.min(at, program.size() - 1), Expectations.at(fault, parser)));
    }
  }
}

package pnnc.frontend.parse;

import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Suggestion;
import pnnc.frontend.source.Span;
import pnnc.grammar.PnncLexer;

/** What to say where the parser stumbled: likely mistakes by name, everything else as it is. */
final class Hints {
  private static final List<String> ITEMS =
      List.of("use", "fn", "net", "target", "device", "technology", "schema", "place", "check");

  private final Program program;
  private final Stumble stumble;
  private final Program.Region statement;
  private final int at;
  private final int type;

  private Hints(Program program, Stumble stumble) {
    this.program = program;
    this.stumble = stumble;
    this.at = stumble.at();
    this.type = program.type(at);
    this.statement = program.statement(at);
  }

  static Diagnostic of(Program program, Stumble stumble) {
    Hints hints = new Hints(program, stumble);
    return List.<Optional<Diagnostic>>of(
            hints.foreignWord(),
            hints.singleQuotes(),
            hints.percent(),
            hints.assignment(),
            hints.equality(),
            hints.separator(),
            hints.missingElse(),
            hints.operand(),
            hints.colon())
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(hints::plain);
  }

  private Diagnostic error(DiagnosticCode code, int place, Object... values) {
    return code.error(values).at(program.span(place).place());
  }

  private String text(int place) {
    return program.word(place).getText();
  }

  private Diagnostic plain() {
    int before = program.wordBefore(at);
    boolean isBehindMark = before >= statement.from() && isMark(program.type(before));
    String wanted =
        program.type(before) == PnncLexer.PIPE
            ? "a function"
            : Vocabulary.expected(stumble.expected());
    String where = isBehindMark ? " after `%s`".formatted(text(before)) : "";
    String found = Vocabulary.found(program.word(at));
    Diagnostic diagnostic = misspelt(error(DiagnosticCode.SYNTAX, at, wanted + where, found));
    Span place = program.span(at);
    boolean isMember = program.type(at) >= PnncLexer.USE && program.type(at) <= PnncLexer.AT;
    return isMember && stumble.wants(PnncLexer.ID) && place.to() > place.from()
        ? diagnostic.help("`%s` is a word of the language and cannot be a name".formatted(text(at)))
        : diagnostic;
  }

  /** Where a declaration begins, a name is a word of the language with a slip. */
  private Diagnostic misspelt(Diagnostic diagnostic) {
    return type == PnncLexer.ID && stumble.wants(PnncLexer.NET)
        ? Suggestion.closest(text(at), ITEMS)
            .map(w -> diagnostic.help("did you mean `%s`?".formatted(w)))
            .orElse(diagnostic)
        : diagnostic;
  }

  private static boolean isMark(int type) {
    boolean isValue =
        type == PnncLexer.NUMBER
            || type == PnncLexer.STRING
            || type == PnncLexer.ID
            || type == PnncLexer.QUANTITY
            || type == PnncLexer.NEWLINE
            || (type >= PnncLexer.TIMES && type <= PnncLexer.LIST);
    return !isValue;
  }

  private Optional<Diagnostic> foreignWord() {
    for (int place : List.of(at, program.wordBefore(at))) {
      if (place < statement.from() || program.type(place) != PnncLexer.ID) {
        continue;
      }
      boolean isFirst = place == first();
      Optional<String> remedy = ForeignWords.remedy(text(place), isFirst);
      if (remedy.isPresent()) {
        return remedy.map(r -> error(DiagnosticCode.FOREIGN_WORD, place, text(place)).help(r));
      }
    }
    return Optional.empty();
  }

  private int first() {
    int first = statement.from();
    while (first < at && program.isSeparator(first)) {
      first++;
    }
    return first;
  }

  private Optional<Diagnostic> singleQuotes() {
    boolean isQuote = type == PnncLexer.TICK && stumble.wants(PnncLexer.STRING);
    return isQuote
        ? Optional.of(
            error(DiagnosticCode.SINGLE_QUOTES, at, text(at))
                .help("write `\"…\"`; `w'` transposes `w`"))
        : Optional.empty();
  }

  private Optional<Diagnostic> percent() {
    // The name x is the sign between sizes as well: `7 % x` stumbles only behind it.
    int value = program.type(at - 1) == PnncLexer.TIMES ? at - 1 : at;
    int before = value - 1;
    boolean isPercent =
        program.type(before) == PnncLexer.QUANTITY
            && text(before).endsWith("%")
            && (value < at || beginsValue());
    if (!isPercent) {
      return Optional.empty();
    }
    String number = text(before).substring(0, text(before).length() - 1).strip();
    return Optional.of(
        error(DiagnosticCode.PERCENT_BEFORE_VALUE, before, text(before))
            .help("the remainder is written `(%s) %% %s`".formatted(number, text(value))));
  }

  private boolean beginsValue() {
    return switch (type) {
      case PnncLexer.ID, PnncLexer.NUMBER, PnncLexer.QUANTITY, PnncLexer.LPAREN -> true;
      default -> false;
    };
  }

  private Optional<Diagnostic> assignment() {
    if (type != PnncLexer.ASSIGN) {
      return Optional.empty();
    }
    int asked =
        lastOf(PnncLexer.IF, PnncLexer.THEN, PnncLexer.ELSE, PnncLexer.WHERE, PnncLexer.REQUIRE);
    boolean isCondition =
        program.type(asked) == PnncLexer.IF
            || program.type(asked) == PnncLexer.WHERE
            || program.type(asked) == PnncLexer.REQUIRE;
    if (asked >= 0 && isCondition) {
      return Optional.of(
          error(DiagnosticCode.ASSIGN_FOR_EQUAL, at, text(asked)).help("write `==` to compare"));
    }
    boolean isArgument = program.type(opener()) == PnncLexer.LPAREN;
    if (isArgument) {
      return Optional.of(
          error(DiagnosticCode.ARGUMENT_ASSIGN, at, text(at - 1))
              .help("write `%s: …`".formatted(text(at - 1))));
    }
    return stumble.wants(PnncLexer.SEMICOLON)
        ? Optional.of(plain().help("only names stand before `=`: `y = …` or `(a, b) = …`"))
        : Optional.empty();
  }

  private Optional<Diagnostic> equality() {
    return type == PnncLexer.EQ && stumble.wants(PnncLexer.ASSIGN)
        ? Optional.of(error(DiagnosticCode.EQUAL_FOR_ASSIGN, at, text(at - 1)).help("write `=`"))
        : Optional.empty();
  }

  private Optional<Diagnostic> separator() {
    int opener = opener();
    boolean isInside = opener >= 0 && program.type(opener) != PnncLexer.LBRACE;
    if (type == PnncLexer.SEMICOLON && isInside) {
      return Optional.of(
          error(DiagnosticCode.SEPARATOR, at, "`;`", "between `( )` and `[ ]`").help("write `,`"));
    }
    boolean isStatement =
        type == PnncLexer.COMMA && !isInside && stumble.wants(PnncLexer.SEMICOLON);
    return isStatement
        ? Optional.of(
            error(DiagnosticCode.SEPARATOR, at, "`,`", "between statements")
                .help("write `;` or begin a new line"))
        : Optional.empty();
  }

  private Optional<Diagnostic> missingElse() {
    int condition = lastOf(PnncLexer.IF);
    return stumble.wants(PnncLexer.ELSE) && condition >= 0
        ? Optional.of(
            error(DiagnosticCode.ELSE_MISSING, condition, Vocabulary.found(program.word(at)))
                .related(program.span(at).place(), "expected `else` here")
                .help("every `if` has a value, so it says both: `if c then a else b`"))
        : Optional.empty();
  }

  private Optional<Diagnostic> operand() {
    boolean isLoose = type == PnncLexer.IF || type == PnncLexer.REPEAT || type == PnncLexer.FN;
    return isLoose
            && at > statement.from()
            && Nesting.isLink(program.type(at - 1))
            && stumble.wants(PnncLexer.NUMBER)
        ? Optional.of(
            error(DiagnosticCode.OPERAND_LOOSE, at, text(at), text(at - 1))
                .help("write `(%s …)`".formatted(text(at))))
        : Optional.empty();
  }

  private Optional<Diagnostic> colon() {
    if (type != PnncLexer.COLON) {
      return Optional.empty();
    }
    if (program.type(at + 1) == PnncLexer.ASSIGN && program.type(at - 1) == PnncLexer.ID) {
      return Optional.of(
          plain().help("a name is bound by `=` alone: `%s = …`".formatted(text(at - 1))));
    }
    if (stumble.wants(PnncLexer.ARROW)) {
      return Optional.of(
          plain().help("the result's type stands behind `->`: `fn f(x: int) -> int`"));
    }
    boolean isBlock = stumble.wants(PnncLexer.LBRACE) || stumble.wants(PnncLexer.THEN);
    String remedy =
        stumble.wants(PnncLexer.THEN) ? "write `if c then a else b`" : "write `{ … }` around it";
    return isBlock
        ? Optional.of(error(DiagnosticCode.COLON_BLOCK, at, text(at - 1)).help(remedy))
        : Optional.empty();
  }

  /** The last of the words of these types before the fault, in its statement; −1 if none. */
  private int lastOf(int... types) {
    for (int place = at - 1; place >= statement.from(); place--) {
      for (int wanted : types) {
        if (program.type(place) == wanted) {
          return place;
        }
      }
    }
    return -1;
  }

  /** The bracket that the fault stands in; −1 if it is outside. */
  private int opener() {
    int depth = 0;
    for (int place = at - 1; place >= 0; place--) {
      depth += Brackets.step(program.type(place));
      if (depth > 0) {
        return place;
      }
    }
    return -1;
  }
}

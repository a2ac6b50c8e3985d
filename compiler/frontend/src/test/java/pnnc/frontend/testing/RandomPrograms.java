package pnnc.frontend.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pnnc.frontend.source.SourceText;

/**
 * Programs that follow the grammar, with comments, blanks and newlines where they may stand; most
 * mean nothing. The same for the same seed.
 */
public final class RandomPrograms {
  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "w",
          "linear",
          "x",
          "limit",
          "range",
          "each",
          "source",
          "\u00E4\u03A9",
          "T",
          "N",
          "i_1");
  private static final List<String> MEMBERS =
      List.of("a", "bias", "where", "then", "in", "device", "if", "x", "at", "none", "record");

  /** At the beginning of a line `where` and `then` go on with the line before. */
  private static final List<String> KINDS = List.of("layer", "in", "device", "limit", "x");

  private static final List<String> INFIX =
      List.of("^", "*", "/", "+", "-", "+-", "??", "and", "or", " x ");
  private static final List<String> LITERALS =
      List.of(
          "0",
          "42",
          "1_000",
          "0.5",
          "1e-5",
          "0x1F",
          "2 dB/cm",
          "3 %",
          "2.5 mm^2",
          "200MS/s",
          "7 \u00B5m",
          "\"s\"",
          "\"\\n\\u{3A9} \\\"\"",
          "true",
          "false",
          "none");

  private final Random random;
  private int budget;

  private RandomPrograms(long seed) {
    this.random = new Random(seed);
  }

  /** A program of {@code items} items. */
  public static SourceText get(long seed, int items) {
    RandomPrograms programs = new RandomPrograms(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items; i++) {
      programs.budget = 60;
      text.append(programs.doc()).append(programs.item()).append(programs.newline());
    }
    return new SourceText("random-%d.pnn".formatted(seed), text.toString());
  }

  @SafeVarargs
  private String one(Supplier<String>... ways) {
    budget--;
    return ways[budget < 0 ? 0 : random.nextInt(ways.length)].get();
  }

  private String of(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private boolean maybe() {
    return budget > 0 && random.nextInt(3) == 0;
  }

  private String opt(Supplier<String> part) {
    return maybe() ? part.get() : "";
  }

  /** {@code least} to three parts. */
  private String some(int least, String between, Supplier<String> part) {
    int count = least + (budget > 0 ? random.nextInt(4 - least) : 0);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(part.get());
    }
    return String.join(between, parts);
  }

  private String comma() {
    return "," + (maybe() ? gap() : " ");
  }

  private String gap() {
    return random.nextInt(4) == 0
        ? " // c %d\n  ".formatted(random.nextInt(9))
        : random.nextInt(3) == 0 ? "\n\n" : " ";
  }

  private String newline() {
    return switch (random.nextInt(6)) {
      case 0 -> "\n\n\n";
      case 1 -> " // behind\n";
      case 2 -> "\n  // alone\n";
      case 3 -> "\n";
      case 4 -> "\r\n";
      default -> "\n\n";
    };
  }

  private String doc() {
    return opt(() -> "/// what it is\n");
  }

  private String braces(int least, Supplier<String> line) {
    List<String> lines = new ArrayList<>();
    for (int i = least + random.nextInt(3); i > 0; i--) {
      lines.add(line.get());
    }
    if (lines.isEmpty()) {
      return maybe() ? "{ // empty\n}" : "{}";
    }
    boolean isOneLine = random.nextInt(3) == 0 && lines.stream().noneMatch(l -> l.contains("//"));
    return isOneLine
        ? "{ " + String.join("; ", lines) + " }"
        : "{"
            + lines.stream().map(l -> newline() + l).collect(Collectors.joining())
            + newline()
            + "}";
  }

  private String name() {
    return of(NAMES);
  }

  private String plainName() {
    String name = name();
    return name.equals("x") ? "y" : name;
  }

  private String member() {
    return of(MEMBERS);
  }

  private String path() {
    return name() + opt(() -> "." + member());
  }

  private String item() {
    return switch (random.nextInt(9)) {
      case 0 -> use();
      case 1 -> "fn " + name() + signature() + (maybe() ? " = " + expression() : " " + block());
      case 2 ->
          "net "
              + name()
              + parameters()
              + " -> "
              + type()
              + opt(() -> " opset 17")
              + opt(this::where)
              + block();
      case 3 -> "schema " + name() + " " + fields();
      case 4 -> "target " + name() + " : " + path() + " " + record();
      case 5 -> "device " + name() + opt(() -> ": " + path()) + record();
      case 6 -> "technology " + name() + opt(() -> " : " + path()) + " " + record();
      case 7 -> "place " + name() + " " + braces(0, this::placement);
      default -> "check \"t\" for " + name() + " on " + path() + " " + braces(0, this::checkEntry);
    };
  }

  private String use() {
    return switch (random.nextInt(3)) {
      case 0 ->
          "use \"f.pnn\"."
              + "{"
              + some(1, comma(), () -> name() + opt(() -> " as " + name()))
              + "}";
      case 1 -> "use std." + member() + " as " + name();
      default -> "use std." + member() + ".{ " + some(1, ", ", this::name) + opt(() -> ",") + " }";
    };
  }

  private String signature() {
    return parameters() + " -> " + type() + opt(this::where);
  }

  private String where() {
    return (maybe() ? "\n" : " ") + "where " + some(1, comma(), this::expression) + " ";
  }

  private String parameters() {
    return "("
        + some(0, comma(), () -> name() + ": " + type() + opt(() -> " = " + expression()))
        + ")";
  }

  private String type() {
    return one(
        this::name,
        () -> name() + "[" + some(0, comma(), () -> maybe() ? ".." + name() : expression()) + "]",
        () -> "q(8 bit, scale: s)[" + expression() + "]",
        () -> "(" + some(1, ", ", () -> opt(() -> member() + ": ") + type()) + ")",
        () -> "{" + some(1, ", ", this::name) + "}",
        () -> "[" + type() + "]",
        () -> name() + "?",
        () -> "int | " + type());
  }

  private String block() {
    return " " + braces(1, this::statement);
  }

  private String statement() {
    return one(
        this::expression,
        () -> name() + " = " + expression(),
        () -> "(" + some(1, ", ", this::name) + ") =" + gap() + expression(),
        () -> "weights " + name() + " = " + expression());
  }

  private String expression() {
    return one(
        this::operation,
        this::operation,
        () -> operation() + (maybe() ? "\n" : " ") + "|> " + postfix() + " |>" + gap() + name(),
        () -> "if " + expression() + " then " + expression() + gap() + "else " + expression(),
        () ->
            "repeat "
                + name()
                + " in "
                + operation()
                + " .. "
                + operation()
                + " from "
                + state()
                + block(),
        () -> "fn" + parameters() + " -> " + type() + " = " + expression(),
        () -> operation() + " .. " + operation() + opt(() -> " by " + operation()));
  }

  private String state() {
    return maybe() ? "(" + some(1, ", ", () -> name() + " = " + expression()) + ")" : name();
  }

  private String operation() {
    return one(
        this::postfix,
        () -> "-" + operation(),
        () -> "not " + postfix(),
        () -> postfix() + of(List.of(" == ", "<", " in ", ">= ")) + postfix(),
        () -> "(" + operation() + ") as " + type(),
        () -> "(" + gap() + operation() + gap() + ") " + of(INFIX) + " " + postfix());
  }

  private String postfix() {
    return one(
        this::primary,
        () -> name() + "." + member(),
        () -> name() + "?." + member(),
        () -> name() + "[" + some(1, comma(), this::index) + "]",
        () -> name() + arguments(),
        () -> name() + "." + member() + arguments() + "'",
        () -> name() + " with " + record());
  }

  private String index() {
    return one(this::expression, () -> "..", () -> ".. " + operation(), () -> operation() + " ..");
  }

  private String arguments() {
    return "(" + some(0, comma(), this::argument) + opt(() -> ",").replace(",", "") + ")";
  }

  private String argument() {
    return opt(() -> member() + ": ") + expression();
  }

  private String primary() {
    return one(
        this::name,
        () -> of(LITERALS),
        () -> "(" + some(1, comma(), this::argument) + ",)",
        () -> "[" + some(0, comma(), this::expression) + "]",
        () -> "{" + some(1, ", ", this::expression) + "}",
        this::record);
  }

  private String record() {
    return braces(0, this::entry);
  }

  private String entry() {
    return one(
        () ->
            doc()
                + member()
                + " = "
                + expression()
                + opt(() -> of(Arrays.asList(" source", " assumed")) + " \"why\""),
        () -> "limit " + path() + " <= " + expression() + opt(() -> " at " + expression()),
        () -> "prefer " + path() + opt(() -> " then " + path()),
        () -> of(KINDS) + " " + plainName() + " " + record());
  }

  private String fields() {
    return braces(0, this::field);
  }

  private String field() {
    return one(
        () ->
            doc()
                + member()
                + ": "
                + fieldType()
                + opt(() -> " in " + operation() + " .. " + operation())
                + opt(() -> " = " + expression())
                + opt(() -> " source \"t\""),
        () -> "each " + name() + " " + fields());
  }

  private String fieldType() {
    return one(
        this::path,
        () -> "record " + fields(),
        () -> "range " + fieldType(),
        () -> "list " + fieldType(),
        () -> "{" + some(1, ", ", this::name) + "}",
        () -> "dB/cm",
        () -> "K^-1",
        () -> "%",
        () -> "device");
  }

  private String placement() {
    return one(
        () ->
            of(List.of("linear", "*", "**.conv", "a.b[0 .. 3].c", "\"head/**\""))
                + " on "
                + path());
  }

  private String checkEntry() {
    return one(
        () -> member() + " = " + expression(),
        this::requirement,
        () ->
            "corner "
                + name()
                + opt(() -> " draws 64")
                + " "
                + braces(0, () -> maybe() ? requirement() : member() + " = " + expression()),
        () -> "faults 20");
  }

  private String requirement() {
    return "require "
        + opt(() -> "each " + name() + " ")
        + operation()
        + opt(() -> " confidence 95 %");
  }
}

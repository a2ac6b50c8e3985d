package pnnc.frontend.testing;

import java.util.List;
import java.util.Random;
import pnnc.frontend.source.SourceText;

/** Programs with something broken, the same for the same seed. */
public final class Mutants {
  private static final List<String> GARBAGE =
      List.of(
          "\0",
          "\uD800",
          "\uDC00",
          "\uFEFF",
          "\r",
          "\n",
          "\t",
          "\"",
          "'",
          "\\",
          "//",
          "///",
          "(",
          "[",
          "{",
          ")",
          "]",
          "}",
          ";",
          ",",
          "|>",
          "->",
          "=",
          "==",
          "%",
          "3",
          "3 %",
          "2 dB/cm",
          "if",
          "then",
          "else",
          "fn",
          "fn f",
          "net",
          "repeat",
          "where",
          "x",
          "..",
          "\uD835\uDC00",
          "\u00D7",
          "\u201C",
          "use",
          "((((((((",
          "[[[[[[",
          "{{{{{{",
          "- - - ",
          "not not ",
          "\"\\u{110000}\"");

  private final List<SourceText> programs;

  public Mutants(List<SourceText> programs) {
    this.programs = List.copyOf(programs);
  }

  /** The mutant of {@code seed}. */
  public SourceText get(long seed) {
    Random random = new Random(seed);
    SourceText program = programs.get(random.nextInt(programs.size()));
    String[] parts = program.text().split("(?<=\n\n)", -1);
    int part = random.nextInt(parts.length);
    boolean isWhole = random.nextInt(8) == 0;
    StringBuilder text = new StringBuilder(isWhole ? program.text() : parts[part]);
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutate(text, random);
    }
    return new SourceText("mutant-%d.pnn".formatted(seed), text.toString());
  }

  private static void mutate(StringBuilder text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    switch (random.nextInt(8)) {
      case 0 -> text.delete(from, to);
      case 1 -> deleteWord(text, from);
      case 2 -> text.setLength(from);
      case 3 -> text.insert(from, GARBAGE.get(random.nextInt(GARBAGE.size())));
      case 4 -> text.insert(from, text.substring(from, to));
      case 5 -> swap(text, from, random.nextInt(text.length() + 1));
      case 6 ->
          text.insert(
              from, GARBAGE.get(random.nextInt(GARBAGE.size())).repeat(1 + random.nextInt(40)));
      default -> text.insert(from, (char) random.nextInt(0x10000));
    }
  }

  private static void deleteWord(StringBuilder text, int at) {
    int from = at;
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    text.delete(from, to);
  }

  private static void swap(StringBuilder text, int a, int b) {
    if (a < text.length() && b < text.length()) {
      char first = text.charAt(a);
      text.setCharAt(a, text.charAt(b));
      text.setCharAt(b, first);
    }
  }
}

package pnnc.layout.spice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of a line. Parentheses and {@code =} are words, and so is all between braces. */
final class SpiceWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private int[] starts = new int[16];
  private int next;

  private SpiceWords(String line) {
    this.line = line;
  }

  static SpiceWords of(String line) {
    SpiceWords words = new SpiceWords(line);
    int at = 0;
    while (at < line.length()) {
      at = isBlank(line.charAt(at)) ? at + 1 : words.word(at);
    }
    return words;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Takes the word at {@code from}; returns its end. */
  private int word(int from) {
    char first = line.charAt(from);
    if ("{'\"".indexOf(first) >= 0) {
      return expression(from, first == '{' ? '}' : first);
    }
    int end = from;
    while (end < line.length() && SpiceNames.isNamePart(line.charAt(end))) {
      end++;
    }
    if (end > from) {
      add(from, line.substring(from, end));
      return end;
    }
    if ("()=".indexOf(first) < 0) {
      throw SpiceFault.syntax(from, "a word", "`%s`".formatted(first));
    }
    add(from, String.valueOf(first));
    return from + 1;
  }

  private int expression(int from, char closing) {
    int end = line.indexOf(closing, from + 1);
    if (end < 0) {
      throw SpiceFault.syntax(from, "`%s` behind this".formatted(closing), "the end of the line");
    }
    String text = line.substring(from + 1, end).strip();
    SpiceNames.requireExpression(text);
    add(from, "{" + text + "}");
    return end + 1;
  }

  private void add(int start, String word) {
    if (words.size() == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[words.size()] = start;
    words.add(word);
  }

  /** How many words are left. */
  int left() {
    return words.size() - next;
  }

  /** The word that comes {@code ahead} words after the next, empty behind the last. */
  String peek(int ahead) {
    return next + ahead < words.size() ? words.get(next + ahead) : "";
  }

  /** The next word. */
  String take() {
    return words.get(next++);
  }

  /** Where the next word is in the line. */
  int at() {
    return next < words.size() ? starts[next] : line.length();
  }

  /** The next word, which must be a name. */
  String name(String what) {
    if (left() == 0 || !isName(peek(0))) {
      throw fault(what);
    }
    return take();
  }

  static boolean isName(String word) {
    return !word.isEmpty() && SpiceNames.isNamePart(word.charAt(0));
  }

  /** Whether the next word is a name with {@code =} behind it. */
  boolean isParameter() {
    return isName(peek(0)) && peek(1).equals("=");
  }

  /** How many names come before the first parameter. */
  int names() {
    int count = 0;
    while (isName(peek(count)) && !peek(count + 1).equals("=")) {
      count++;
    }
    return count;
  }

  /** Takes the next word if it is {@code word}, in any case. */
  boolean skip(String word) {
    boolean isThere = peek(0).equalsIgnoreCase(word);
    next += isThere ? 1 : 0;
    return isThere;
  }

  /** All words that are left, with one blank between them. */
  String rest() {
    String rest = String.join(" ", words.subList(next, words.size()));
    next = words.size();
    return rest;
  }

  SpiceFault fault(String expected) {
    String word = peek(0);
    String found = word.isEmpty() ? "the end of the line" : "`%s`".formatted(word);
    return SpiceFault.syntax(at(), expected, found);
  }
}

package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines that are too long: before a pipe, else behind a comma inside of brackets. */
final class Layout {
  private static final int WIDTH = 100;
  private static final String MORE = "    ";

  private Layout() {}

  /** {@code start} and the code behind it. */
  static String line(String indent, String start, Code code) {
    String one = indent + start + code.text();
    if (one.length() <= WIDTH || one.contains("\n")) {
      return one;
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent + start + code.stages().get(0));
    for (String stage : code.stages().subList(1, code.stages().size())) {
      String next = " |> " + stage;
      if (line.length() + next.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent + MORE + next.substring(1));
      } else {
        line.append(next);
      }
    }
    lines.add(line.toString());
    return String.join("\n", lines.stream().map(l -> folded(l, indent, 0)).toList());
  }

  /**
   * A line broken behind commas in brackets, or behind operators, as far out as can be.
   *
   * @param open brackets that are open where it begins
   */
  private static String folded(String line, String indent, int open) {
    if (line.length() <= WIDTH) {
      return line;
    }
    int depth = open;
    boolean quoted = false;
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < line.length() - 1 && (i < WIDTH || best < 0); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"' && (i == 0 || line.charAt(i - 1) != '\\');
      if (!quoted) {
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        if (canBreak(line, i, depth) && depth <= least && i > indent.length() + MORE.length()) {
          best = i;
          least = depth;
        }
      }
    }
    if (best < 0) {
      return line;
    }
    String rest = indent + MORE + MORE + line.substring(best + 2);
    boolean shorter = rest.length() < line.length();
    return line.substring(0, best + 1) + "\n" + (shorter ? folded(rest, indent, least) : rest);
  }

  private static boolean canBreak(String line, int at, int depth) {
    if (line.charAt(at + 1) != ' ') {
      return false;
    }
    boolean isOperator = "+*/".indexOf(line.charAt(at)) >= 0 && line.charAt(at - 1) == ' ';
    return (line.charAt(at) == ',' && depth > 0) || isOperator;
  }
}

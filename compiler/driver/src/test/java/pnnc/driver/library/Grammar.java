package pnnc.driver.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a grammar file, by the headings that its comments make. */
final class Grammar {
  /**
   * A rule.
   *
   * @param section the heading above it
   * @param doc the comment on it; may be empty
   * @param text without labels and actions
   */
  record Rule(String section, String name, String doc, String text) {}

  private static final Pattern HEADING = Pattern.compile("// -{4} (.+?) -+");
  private static final Pattern RULE = Pattern.compile("(fragment )?([A-Za-z_]+)(:.*)?");
  private static final Pattern LABEL = Pattern.compile(" +# \\w+");
  private static final Pattern SIDE = Pattern.compile("<assoc=\\w+>| -> channel\\(\\w+\\)");

  private static final Pattern WORD = Pattern.compile("\\b[A-Z_]{2,}\\b");
  private static final Pattern ONE_SPELLING = Pattern.compile("([A-Z]+): ('[^']+')");

  private Grammar() {}

  /** {@code rule} with the words that have one spelling as they are spelled. */
  static Rule spelled(Rule rule, List<Rule> words) {
    Map<String, String> spellings = new HashMap<>();
    for (Rule word : words) {
      Matcher one = ONE_SPELLING.matcher(word.text());
      if (one.matches()) {
        spellings.put(one.group(1), one.group(2));
      }
    }
    spellings.put("TICK", "'\\''");
    String text =
        WORD.matcher(rule.text())
            .replaceAll(
                m -> Matcher.quoteReplacement(spellings.getOrDefault(m.group(), m.group())));
    return new Rule(rule.section(), rule.name(), rule.doc(), text);
  }

  /** The rules of {@code text}, in order; rules begin at the margin and end with a semicolon. */
  static List<Rule> rules(String text) {
    List<Rule> rules = new ArrayList<>();
    String section = "files";
    List<String> doc = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (open.isEmpty() && heading.matches()) {
        section = heading.group(1);
      } else if (open.isEmpty() && line.startsWith("/**")) {
        doc.add(line.replaceAll("^/\\*\\*|\\*/$", "").strip());
      } else if (!open.isEmpty() || begins(line)) {
        open.add(line);
        if (ends(line)) {
          rule(section, doc, open).ifPresent(rules::add);
          open.clear();
          doc.clear();
        }
      } else if (!line.isBlank()) {
        doc.clear();
      }
    }
    return rules;
  }

  private static boolean begins(String line) {
    return RULE.matcher(line).matches() && !line.startsWith("lexer") && !line.startsWith("parser");
  }

  /** A semicolon in quotes ends nothing. */
  private static boolean ends(String line) {
    return line.replace("';'", "").stripTrailing().endsWith(";");
  }

  private static Optional<Rule> rule(String section, List<String> doc, List<String> lines) {
    Matcher name = RULE.matcher(lines.get(0));
    if (!name.matches()) {
      return Optional.empty();
    }
    List<String> kept =
        lines.stream()
            .map(l -> LABEL.matcher(SIDE.matcher(l).replaceAll("")).replaceAll("").stripTrailing())
            .filter(l -> !l.strip().equals(";"))
            .toList();
    String text = String.join("\n", kept).replaceAll(";$", "").stripTrailing();
    return Optional.of(new Rule(section, name.group(2), String.join(" ", doc), text));
  }
}

package pnnc.frontend.textmate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a lexer grammar in ANTLR's notation, as regular expressions. */
final class LexerRules {
  private static final Pattern RULE =
      Pattern.compile(
          "(?m)^(?:fragment )?([A-Z_]+)\\s*:((?:[^;'\\[]|'(?:\\\\.|[^'])*'|\\[(?:\\\\.|[^\\]])*\\])*);");
  private static final Pattern PART =
      Pattern.compile("'((?:\\\\.|[^'])*)'|(~?\\[(?:\\\\.|[^\\]])*\\])|([A-Z_]+)|->.*|(\\S)");

  private final Map<String, String> bodies = new LinkedHashMap<>();

  LexerRules(String grammar) {
    Matcher rule = RULE.matcher(grammar.replaceAll("(?s)/\\*.*?\\*/|(?m)//[^'\\n]*$", ""));
    while (rule.find()) {
      bodies.put(rule.group(1), rule.group(2).strip());
    }
  }

  /** The texts of the rules that are one literal matching {@code form}, in order. */
  List<String> literals(String form) {
    List<String> found = new ArrayList<>();
    for (String body : bodies.values()) {
      Matcher literal = Pattern.compile("'((?:\\\\.|[^'])*)'").matcher(body);
      if (literal.lookingAt() && literal.group(1).matches(form)) {
        found.add(literal.group(1).replace("\\'", "'"));
      }
    }
    return found;
  }

  /** The rule {@code name} as a regular expression. */
  String regex(String name) {
    Matcher part = PART.matcher(bodies.get(name));
    StringBuilder regex = new StringBuilder();
    while (part.find()) {
      if (part.group(1) != null) {
        regex.append(quoted(part.group(1)));
      } else if (part.group(2) != null) {
        regex.append(
            part.group(2).startsWith("~") ? "[^" + part.group(2).substring(2) : part.group(2));
      } else if (part.group(3) != null) {
        regex.append("(?:").append(regex(part.group(3))).append(')');
      } else if (part.group(4) != null) {
        regex.append(part.group(4));
      }
    }
    return regex.toString();
  }

  static String quoted(String literal) {
    return literal.replaceAll("(?<!\\\\)[.*+?^$|(){}\\[\\]]", "\\\\$0");
  }
}

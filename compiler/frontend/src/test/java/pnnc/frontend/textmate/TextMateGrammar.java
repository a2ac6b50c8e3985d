package pnnc.frontend.textmate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the TextMate grammar. */
final class TextMateGrammar {
  private final LexerRules rules;
  private final List<String> patterns = new ArrayList<>();

  private TextMateGrammar(LexerRules rules) {
    this.rules = rules;
  }

  /** The TextMate grammar, as JSON, for the lexer grammar {@code antlr}. */
  static String of(String antlr) {
    TextMateGrammar grammar = new TextMateGrammar(new LexerRules(antlr));
    grammar.comments();
    grammar.strings();
    grammar.numbers();
    grammar.words();
    grammar.operators();
    return """
        {
          "name": "pnn",
          "scopeName": "source.pnn",
          "fileTypes": ["pnn"],
          "patterns": [
        %s
          ]
        }
        """
        .formatted(String.join(",\n", grammar.patterns));
  }

  private void comments() {
    match("comment.line.documentation.pnn", rules.regex("DOC_COMMENT"), Map.of());
    match("comment.line.double-slash.pnn", rules.regex("COMMENT"), Map.of());
  }

  private void strings() {
    patterns.add(
        """
            {
              "name": "string.quoted.double.pnn",
              "begin": "\\"",
              "end": "\\"|$",
              "patterns": [
                { "name": "constant.character.escape.pnn", "match": %s },
                { "name": "invalid.illegal.escape.pnn", "match": %s }
              ]
            }"""
            .formatted(
                json("\\\\(?:[nt\\\\\"]|u\\{[0-9a-fA-F]{1,6}\\})"), json(rules.regex("ESCAPE"))));
  }

  private void numbers() {
    String number = "(?<![\\p{L}\\p{N}_])((?>" + rules.regex("NUMBER") + "))";
    String id = rules.regex("ID");
    String hard = words("[a-z]+");
    String unit =
        "(?:%%|(?!(?:%s)\\b)%s(?:\\^-?[0-9]+)?(?:[/*]%s(?:\\^-?[0-9]+)?)*)".formatted(hard, id, id);
    match(
        "meta.quantity.pnn",
        number + "[ \\t]*(" + unit + ")",
        Map.of("1", "constant.numeric.pnn", "2", "keyword.other.unit.pnn"));
    match("constant.numeric.pnn", number, Map.of());
  }

  private void words() {
    String name = "(" + rules.regex("ID") + ")";
    match(
        "meta.declaration.pnn",
        "\\b(fn|net|schema|target|device|technology|place)\\s+" + name,
        Map.of("1", "keyword.declaration.pnn", "2", "entity.name.pnn"));
    match("constant.language.pnn", "(?<!\\.)\\b(?:true|false|none)\\b", Map.of());
    match("variable.other.member.pnn", "(?<=(?<!\\.)\\.)" + rules.regex("ID"), Map.of());
    match("keyword.control.pnn", "\\b(?:" + words("[a-z]+") + ")\\b", Map.of());
    match("variable.other.pnn", rules.regex("ID"), Map.of());
  }

  private void operators() {
    String all =
        rules.literals("[^a-z0-9\"/].*|/").stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(LexerRules::quoted)
            .collect(Collectors.joining("|"));
    match("keyword.operator.pnn", all, Map.of());
  }

  private String words(String form) {
    return String.join("|", rules.literals(form));
  }

  private void match(String scope, String regex, Map<String, String> captures) {
    String groups =
        new TreeMap<>(captures)
            .entrySet().stream()
                .map(e -> "\"%s\": { \"name\": \"%s\" }".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    String more = captures.isEmpty() ? "" : ", \"captures\": { " + groups + " }";
    patterns.add("    { \"name\": \"%s\", \"match\": %s%s }".formatted(scope, json(regex), more));
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

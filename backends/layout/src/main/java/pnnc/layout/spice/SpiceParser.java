package pnnc.layout.spice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.Decimal;

/** Lines to cards. */
final class SpiceParser {
  private SpiceParser() {}

  /** The card that a line is; {@code .end} is none. */
  static SpiceCard parse(String line) {
    if (line.charAt(0) != '.') {
      return element(SpiceWords.of(line));
    }
    String keyword = SpiceSyntax.keyword(line);
    if (SpiceSyntax.isControl(line)) {
      return new SpiceCard.Control(line.replaceAll("[ \t]+", " "));
    }
    return switch (keyword) {
      case ".subckt" -> begin(behind(keyword, line));
      case ".ends" -> new SpiceCard.End(end(behind(keyword, line)));
      // Models may have commas between their parameters, which elsewhere can be a part of names.
      case ".model" -> model(behind(keyword, line.replace(',', ' ')));
      case ".param" -> new SpiceCard.Parameters(parameters(behind(keyword, line), ""));
      default -> throw unknown(keyword);
    };
  }

  private static SpiceWords behind(String keyword, String line) {
    SpiceWords words = SpiceWords.of(line);
    return words.skip(keyword) ? words : SpiceWords.of("");
  }

  private static SpiceCard begin(SpiceWords words) {
    return new SpiceCard.Begin(words.name("a name"), names(words), parameters(words, "params:"));
  }

  private static SpiceFault unknown(String keyword) {
    return SpiceSyntax.isInclude(keyword)
        ? new SpiceFault(0, DiagnosticCode.SPICE_INCLUDE, keyword)
        : new SpiceFault(0, DiagnosticCode.SPICE_UNSUPPORTED, "`" + keyword + "`");
  }

  /** The name behind {@code .ends}; {@code .} stands for that of the subcircuit. */
  private static String end(SpiceWords words) {
    String name = words.left() == 0 ? "." : words.name("a name");
    requireEnd(words);
    return name;
  }

  private static void requireEnd(SpiceWords words) {
    if (words.left() > 0) {
      throw words.fault("the end of the line");
    }
  }

  private static List<String> names(SpiceWords words) {
    List<String> names = new ArrayList<>();
    for (int count = words.names(); count > 0; count--) {
      if (words.peek(0).equalsIgnoreCase("params:")) {
        break;
      }
      names.add(words.take());
    }
    return names;
  }

  /** All parameters up to the end, perhaps behind a word. */
  private static List<SpiceParameter> parameters(SpiceWords words, String before) {
    if (!before.isEmpty()) {
      words.skip(before);
    }
    List<SpiceParameter> parameters = new ArrayList<>();
    while (words.isParameter()) {
      parameters.add(parameter(words));
    }
    requireEnd(words);
    return parameters;
  }

  private static SpiceParameter parameter(SpiceWords words) {
    String name = words.take();
    words.take();
    return new SpiceParameter(name, value(words));
  }

  /** A number, an expression in braces, or a bare word, which is an expression too. */
  private static SpiceValue value(SpiceWords words) {
    String word = words.peek(0);
    if (word.startsWith("{")) {
      words.take();
      return new SpiceValue.Expression(word.substring(1, word.length() - 1));
    }
    int at = words.at();
    words.name("a value");
    return SpiceSyntax.looksLikeNumber(word) && !isSum(word)
        ? number(word, at)
        : new SpiceValue.Expression(word);
  }

  /** Whether a word has an operator other than the signs that a number may have. */
  private static boolean isSum(String word) {
    String rest = word.substring(Decimal.length(word));
    return rest.chars().anyMatch(c -> "+-*/".indexOf(c) >= 0);
  }

  private static SpiceValue number(String word, int at) {
    OptionalDouble number = SpiceSyntax.number(word);
    if (number.isEmpty()) {
      throw new SpiceFault(at, DiagnosticCode.SPICE_NUMBER, word);
    }
    return SpiceValue.of(number.getAsDouble());
  }

  private static SpiceCard model(SpiceWords words) {
    String name = words.name("a name");
    String type = words.name("a type of model");
    boolean isClosed = words.skip("(");
    List<SpiceParameter> parameters = new ArrayList<>();
    while (words.isParameter()) {
      parameters.add(parameter(words));
    }
    if (isClosed && !words.skip(")")) {
      throw words.fault("`)`");
    }
    requireEnd(words);
    return new SpiceCard.Model(name, type, parameters);
  }

  private static SpiceCard element(SpiceWords words) {
    String name = words.name("an element");
    Optional<SpiceKind> kind = SpiceKind.of(name.charAt(0));
    if (kind.isEmpty()) {
      String what = "elements `%s`".formatted(name.toUpperCase(Locale.ROOT).charAt(0));
      throw new SpiceFault(0, DiagnosticCode.SPICE_UNSUPPORTED, what);
    }
    return kind.get() == SpiceKind.SUBCIRCUIT
        ? subcircuit(name, words)
        : element(name, kind.get(), words);
  }

  private static SpiceElement subcircuit(String name, SpiceWords words) {
    List<String> nodes = names(words);
    if (nodes.isEmpty()) {
      throw words.fault("a subcircuit");
    }
    String model = nodes.remove(nodes.size() - 1);
    return SpiceElement.modelled(name, nodes, model, parameters(words, "params:"));
  }

  private static SpiceElement element(String name, SpiceKind kind, SpiceWords words) {
    List<String> nodes = new ArrayList<>();
    while (nodes.size() < kind.nodes()) {
      if (words.isParameter()) {
        throw words.fault("a node");
      }
      nodes.add(words.name("a node"));
    }
    Optional<String> model = Optional.empty();
    if (kind == SpiceKind.DIODE || kind == SpiceKind.MOSFET) {
      model = Optional.of(words.name("a model"));
    }
    Optional<SpiceValue> value = valueOf(kind, words);
    if (kind.isPassive() && SpiceWords.isName(words.peek(0)) && !words.isParameter()) {
      model = Optional.of(words.take());
    }
    String source = kind.isSource() ? words.rest() : "";
    return new SpiceElement(name, nodes, value, model, source, parameters(words, ""));
  }

  /** The value, if one comes: a number or an expression in braces. */
  private static Optional<SpiceValue> valueOf(SpiceKind kind, SpiceWords words) {
    boolean isNamed = kind.isSource() && words.skip("dc") && !words.skip("=");
    String word = words.peek(0);
    boolean isValue = word.startsWith("{") || SpiceSyntax.looksLikeNumber(word);
    if (isValue && kind != SpiceKind.MOSFET && !words.isParameter()) {
      return Optional.of(value(words));
    }
    if (isNamed || kind.isControlled()) {
      throw words.fault("a value");
    }
    return Optional.empty();
  }
}

package pnnc.driver.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.driver.library.StandardFacts.Field;
import pnnc.driver.library.StandardFacts.Module;
import pnnc.driver.library.StandardFacts.Part;
import pnnc.driver.library.StandardFacts.Symbol;

/** What is known of the standard library, for people. */
final class StandardText {
  /** More answers than these are listed, not told. */
  private static final int MOST_TOLD = 8;

  private static final int WIDEST_COLUMN = 34;

  private StandardText() {}

  /** All modules and what they declare. */
  static String list(List<Module> modules) {
    List<String> parts = modules.stream().map(StandardText::module).toList();
    return String.join("\n", parts);
  }

  /** What was found. */
  static String of(StandardFacts.Answer answer) {
    List<String> parts = new ArrayList<>();
    answer.symbols().forEach(s -> parts.add(symbol(s)));
    answer.modules().forEach(m -> parts.add(module(m)));
    boolean isShort = answer.fields().size() <= MOST_TOLD;
    if (isShort) {
      answer.fields().forEach(f -> parts.add(part(f)));
    } else {
      parts.add(rows(answer.fields().stream().map(StandardText::row).toList()));
    }
    return String.join("\n", parts);
  }

  private static String module(Module module) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Symbol symbol : module.symbols()) {
      String last = symbol.name().substring(symbol.name().lastIndexOf('.') + 1);
      String kind = symbol.kind().equals("fn") ? "" : symbol.kind() + " ";
      String doc = StandardFacts.sentence(symbol.doc());
      rows.putIfAbsent(kind + last, List.of(kind + last, doc));
    }
    String summary = module.summary().isEmpty() ? "" : "  " + module.summary() + "\n";
    return "%s (%s)\n%s%s"
        .formatted(module.name(), module.file(), summary, rows(List.copyOf(rows.values())));
  }

  private static String symbol(Symbol symbol) {
    StringBuilder text = new StringBuilder(symbol.signature()).append('\n');
    symbol.doc().lines().forEach(l -> text.append("  ").append(l.strip()).append('\n'));
    text.append("  %s, %s:%d\n".formatted(symbol.name(), symbol.file(), symbol.line()));
    if (!symbol.fields().isEmpty()) {
      text.append('\n').append(rows(symbol.fields().stream().map(StandardText::row).toList()));
    }
    if (symbol.source() != null) {
      text.append('\n').append(symbol.source().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static List<String> row(Field field) {
    return List.of(field.path(), declaration(field), remark(field));
  }

  private static List<String> row(Part part) {
    return List.of(part.of() + "." + part.field().path(), declaration(part.field()), "");
  }

  private static String part(Part part) {
    Field field = part.field();
    String link = field.value() == null ? ": " : " = ";
    StringBuilder text = new StringBuilder(part.of()).append('.').append(field.path());
    text.append(link).append(declaration(field)).append('\n');
    field.doc().lines().forEach(l -> text.append("  ").append(l.strip()).append('\n'));
    String origin = origin(field);
    text.append(origin.isEmpty() ? "" : "  " + origin + "\n");
    return text.append(
            "  field of %s %s, %s:%d\n"
                .formatted(part.kind(), part.of(), field.file(), field.line()))
        .toString();
  }

  /** {@code bit in 1 bit .. 16 bit = 8 bit}, or the value. */
  private static String declaration(Field field) {
    if (field.value() != null) {
      return field.value();
    }
    String range = field.range() == null ? "" : " in " + field.range();
    String otherwise = field.otherwise() == null ? "" : " = " + field.otherwise();
    return field.type() + range + otherwise;
  }

  private static String remark(Field field) {
    return field.doc().isEmpty() ? origin(field) : StandardFacts.sentence(field.doc());
  }

  private static String origin(Field field) {
    if (field.source() != null) {
      return "source: " + field.source();
    }
    return field.assumed() == null ? "" : "assumed: " + field.assumed();
  }

  /** Columns side by side; a cell that is too wide pushes the rest of its row. */
  private static String rows(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (int i = 0; i < row.size(); i++) {
        line.append(' ').append(row.get(i));
        boolean isLast = i == row.size() - 1;
        line.append(" ".repeat(isLast ? 0 : Math.max(1, width(rows, i) - row.get(i).length() + 1)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    int widest = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
    return Math.min(WIDEST_COLUMN, widest);
  }
}

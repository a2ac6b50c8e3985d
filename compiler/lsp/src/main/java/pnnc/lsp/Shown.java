package pnnc.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.ProgramNames;

/** Declarations as people read them. */
final class Shown {
  private Shown() {}

  /** {@code fn linear(x: T[..B, I], w: T[O, I]) -> T[..B, O]}; one line. */
  static String header(Item item) {
    String name = item.name().text();
    if (item instanceof Item.Function f) {
      return "fn %s(%s) -> %s%s".formatted(name, list(f.parameters()), type(f.result()), where(f));
    }
    if (item instanceof Item.Net n) {
      return "net %s(%s) -> %s".formatted(name, list(n.parameters()), type(n.result()));
    }
    if (item instanceof Item.Hardware h) {
      String kind = h.kind().name().toLowerCase(Locale.ROOT);
      return "%s %s%s".formatted(kind, name, h.parent().map(p -> " : " + p).orElse(""));
    }
    return (item instanceof Item.Schema ? "schema " : "") + name;
  }

  private static String where(Item.Function f) {
    return f.where().isEmpty()
        ? ""
        : f.where().stream()
            .map(w -> line(w.span().text()))
            .collect(Collectors.joining(", ", " where ", ""));
  }

  private static String list(List<Parameter> parameters) {
    return parameters.stream().map(Shown::parameter).collect(Collectors.joining(", "));
  }

  /** {@code stride: int = 1}. */
  static String parameter(Parameter parameter) {
    return line(parameter.span().text());
  }

  static String type(Type type) {
    return line(type.span().text());
  }

  /** {@code width: bit in 4 bit .. 14 bit = 8 bit}. */
  static String field(FieldDeclaration field) {
    if (field instanceof FieldDeclaration.Single s) {
      String range = s.range().map(r -> " in " + line(r.span().text())).orElse("");
      String otherwise = s.otherwise().map(o -> " = " + line(o.span().text())).orElse("");
      return "%s: %s%s%s".formatted(s.name(), line(s.type().span().text()), range, otherwise);
    }
    return "each " + field.name();
  }

  /** Text over several lines as one. */
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The declaration in one line, without what is only known where it is used. */
  static String header(Declaration declaration) {
    return switch (declaration.kind()) {
      case ITEM -> header(declaration.item().orElseThrow());
      case PARAMETER -> parameter(declaration.parameter().orElseThrow());
      case VARIABLE -> declaration.text() + ": a size or a type of the signature";
      case MODULE -> "use " + declaration.module().orElseThrow().source().name();
      case ALIAS -> header(declaration.targets().get(0));
      case BUILTIN -> declaration.text() + ": a function of the language";
      case ELEMENT_TYPE -> declaration.text() + ": a type of elements";
      case OPERATORS -> "op: the operators of ONNX";
      case VALUE, WEIGHTS -> declaration.text();
    };
  }

  /** What its author says of it. */
  static Optional<String> doc(Declaration declaration) {
    return declaration.targets().stream()
        .filter(d -> d.kind() == Declaration.Kind.ITEM)
        .flatMap(d -> d.item().stream())
        .map(Item::doc)
        .filter(d -> !d.isBlank())
        .findFirst();
  }

  /** The parameters of a function or network that is declared. */
  static List<Parameter> parameters(Declaration declaration) {
    return declaration.item().map(ProgramNames::parameters).orElse(List.of());
  }

  /** A block of code, then paragraphs. */
  static MarkupContent markdown(List<String> code, List<String> paragraphs) {
    List<String> parts = new ArrayList<>();
    if (!code.isEmpty()) {
      parts.add("```pnn\n" + String.join("\n", code) + "\n```");
    }
    parts.addAll(paragraphs);
    return new MarkupContent(MarkupKind.MARKDOWN, String.join("\n\n", parts));
  }
}

package pnnc.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.Headers;
import pnnc.frontend.names.ProgramNames;

/** Declarations as people read them. */
final class Shown {
  private Shown() {}

  /** The declaration in one line, without what is only known where it is used. */
  static String header(Declaration declaration) {
    return switch (declaration.kind()) {
      case ITEM -> Headers.of(declaration.item().orElseThrow());
      case PARAMETER -> Headers.parameter(declaration.parameter().orElseThrow());
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

package pnnc.frontend.elaborate;

import java.util.List;
import java.util.stream.Collectors;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;

/** Functions of one name: the kinds of their arguments tell which is called. */
final class Overloads {
  private static final String TENSOR = "tensor";

  private Overloads() {}

  /**
   * Whether no call can tell {@code a} from {@code b}: their parameters have the same names and are
   * of the same kinds, and as many. Sizes and element types do not choose.
   */
  static boolean areAlike(Callable a, Callable b) {
    return parameters(a).equals(parameters(b));
  }

  private static List<String> parameters(Callable f) {
    return f.parameters().stream().map(Overloads::parameter).toList();
  }

  private static String parameter(Parameter p) {
    return "%s: %s".formatted(p.name(), kind(p.type()));
  }

  private static String kind(Type type) {
    if (type instanceof Type.OptionalType o) {
      return kind(o.type()) + "?";
    }
    if (type instanceof Type.ListType l) {
      return "[%s]".formatted(kind(l.element()));
    }
    if (type instanceof Type.ChoiceType c) {
      return c.choices().stream().map(Overloads::kind).sorted().collect(Collectors.joining("|"));
    }
    if (type instanceof Type.SymbolType s) {
      return s.symbols().stream().map(Name::text).sorted().toList().toString();
    }
    if (type instanceof Type.TupleType t) {
      return "(%d)".formatted(t.fields().size());
    }
    if (type instanceof Type.QuantizedType) {
      return "q";
    }
    return type instanceof Type.NamedType n && TypeNames.KINDS.contains(n.name().text())
        ? n.name().text()
        : TENSOR;
  }
}

package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.Type;
import pnnc.ir.network.ElementType;

/** The names that types may use: those of the language, and variables, which are capitalised. */
final class TypeNames {
  /** The names of types other than those of tensors. */
  static final Set<String> KINDS = Set.of("any", "bool", "int", "params", "real", "string", "type");

  private final Diagnostics diagnostics;

  TypeNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reports every name in the signature that is none, or is there already. */
  void check(Callable function) {
    requireDistinct(function.parameters().stream().map(Parameter::name));
    function.parameters().stream().map(Parameter::type).forEach(this::check);
    check(function.result());
  }

  private void requireDistinct(Stream<Name> all) {
    Set<String> names = new HashSet<>();
    all.filter(n -> !names.add(n.text()))
        .forEach(n -> diagnostics.add(DiagnosticCode.NAME_TWICE.error(n).at(n.span().place())));
  }

  private static boolean isKnown(String element) {
    return Character.isUpperCase(element.codePointAt(0)) || ElementType.ofWord(element).isPresent();
  }

  /** Whether it has been said that {@code type} names elements that there are not. */
  static boolean isMisspelt(Type type) {
    return type instanceof Type.TensorType t && !isKnown(t.element().text());
  }

  private void check(Type type) {
    if (type instanceof Type.TensorType t) {
      name(t.element(), Set.of());
    } else if (type instanceof Type.NamedType n) {
      name(n.name(), KINDS);
    } else if (type instanceof Type.OptionalType o) {
      check(o.type());
    } else if (type instanceof Type.ListType l) {
      check(l.element());
    } else if (type instanceof Type.ChoiceType c) {
      c.choices().forEach(this::check);
    } else if (type instanceof Type.TupleType t) {
      requireDistinct(t.fields().stream().flatMap(f -> f.name().stream()));
      t.fields().forEach(f -> check(f.type()));
    }
  }

  private void name(Name name, Set<String> kinds) {
    String text = name.text();
    if (!isKnown(text) && !kinds.contains(text)) {
      List<String> known = new ArrayList<>(kinds);
      Stream.of(ElementType.values()).map(ElementType::toString).forEach(known::add);
      diagnostics.add(
          Suggest.like(
                  DiagnosticCode.NAME_UNKNOWN.error(text), text, known.stream().sorted().toList())
              .at(name.span().place()));
    }
  }
}

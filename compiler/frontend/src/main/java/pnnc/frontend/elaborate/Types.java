package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Type;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.Span;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.TensorFact;

/**
 * Holds values against the types that programs declare, and binds the variables in these: the first
 * use of {@code N} or {@code T} gives it its value, each later one must agree.
 */
final class Types {
  private final Context context;
  private final Evaluator evaluator;
  private final Emit emit;
  private final Describe describe;
  private final QuantizedTypes quantized;

  Types(Context context, Evaluator evaluator, Emit emit) {
    this.context = context;
    this.evaluator = evaluator;
    this.emit = emit;
    this.describe = new Describe(context);
    this.quantized = new QuantizedTypes(context, evaluator, emit);
  }

  /**
   * A value that is to have a declared type.
   *
   * @param what it is, in words: {@code `w` of `linear`}
   * @param at where the value stands
   * @param scope where the type's variables are bound
   * @param around what can be seen where the value stands
   * @param help for one of another kind
   */
  record Wanted(String what, Span at, Scope scope, Scope around, Optional<String> help) {
    Wanted(String what, Span at, Scope scope) {
      this(what, at, scope, scope, Optional.empty());
    }

    Wanted part(String name) {
      return new Wanted(name + " of " + what, at, scope, around, help);
    }
  }

  /** {@code value}, brought to {@code type}: numbers become tensors where tensors are declared. */
  Val accept(Type type, Val value, Wanted wanted) {
    if (value.isUnknown()) {
      return value;
    }
    if (type instanceof Type.OptionalType o) {
      return value instanceof Val.NoneVal ? value : accept(o.type(), value, wanted);
    }
    if (type instanceof Type.ChoiceType c) {
      return c.choices().stream()
          .filter(choice -> isKind(choice, value))
          .findFirst()
          .map(choice -> accept(choice, value, wanted))
          .orElseThrow(() -> mismatch(type, value, wanted));
    }
    if (!isKind(type, value)) {
      throw mismatch(type, value, wanted);
    }
    if (isNameOf(type, value)) {
      return compound(type, new Val.TupleVal(List.of(), List.of(value)), wanted);
    }
    if (type instanceof Type.TensorType t) {
      return tensor(t, value, wanted);
    }
    if (type instanceof Type.SymbolType) {
      return new Val.SymbolVal(value.word().orElseThrow());
    }
    if (type instanceof Type.QuantizedType q) {
      quantized.accept(q, (Val.TensorVal) value, wanted);
      dimensions(q.dimensions(), (Val.TensorVal) value, wanted);
      return value;
    }
    return compound(type, value, wanted);
  }

  private Val compound(Type type, Val value, Wanted wanted) {
    if (type instanceof Type.ListType l && value instanceof Val.ListVal v) {
      return new Val.ListVal(
          v.elements().stream().map(e -> accept(l.element(), e, wanted)).toList());
    }
    if (type instanceof Type.TupleType t && value instanceof Val.TupleVal given) {
      Val.TupleVal v = byName(t, given, wanted);
      List<Val> parts = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < t.fields().size(); i++) {
        Type.TupleType.Field field = t.fields().get(i);
        String name = field.name().map(Name::text).orElse("part " + (i + 1));
        field.name().ifPresent(n -> names.add(n.text()));
        parts.add(accept(field.type(), v.elements().get(i), wanted.part("`%s`".formatted(name))));
      }
      return new Val.TupleVal(names.size() == parts.size() ? names : List.of(), parts);
    }
    if (type instanceof Type.NamedType n && n.name().text().equals("real")) {
      Numbers.OptionalReal real = new Numbers(context).asReal(value);
      return real.isKnown() ? new Val.RealVal(real.value()) : Val.unknown();
    }
    return value;
  }

  /** The parts in the order of the type, if both have the same names. */
  private Val.TupleVal byName(Type.TupleType type, Val.TupleVal value, Wanted wanted) {
    List<String> names =
        type.fields().stream().flatMap(f -> f.name().stream()).map(Name::text).toList();
    List<String> given = value.names();
    if (names.isEmpty() || names.size() != given.size()) {
      return value;
    }
    if (given.containsAll(names) && names.stream().distinct().count() == names.size()) {
      return new Val.TupleVal(
          names, names.stream().map(n -> value.elements().get(given.indexOf(n))).toList());
    }
    for (int i = 0; i < given.size(); i++) {
      if (names.contains(given.get(i)) && names.indexOf(given.get(i)) != i) {
        String found = "`%s` as part %d".formatted(given.get(i), i + 1);
        throw context.fail(
            wanted.at(),
            DiagnosticCode.TYPE_MISMATCH
                .error(wanted.what(), type.span().text(), found)
                .related(type.span().place(), "declared here"));
      }
    }
    return value;
  }

  /** Whether {@code type} just gives {@code value} a name: {@code -> (scores: f32[N, 10])}. */
  private boolean isNameOf(Type type, Val value) {
    return type instanceof Type.TupleType t
        && t.fields().size() == 1
        && t.fields().get(0).name().isPresent()
        && !(value instanceof Val.TupleVal)
        && !value.isUnknown()
        && isKind(t.fields().get(0).type(), value);
  }

  /** Whether {@code value} is what {@code type} asks for, sizes and elements aside. */
  boolean isKind(Type type, Val value) {
    if (value.isUnknown()) {
      return true;
    }
    if (type instanceof Type.OptionalType o) {
      return value instanceof Val.NoneVal || isKind(o.type(), value);
    }
    if (type instanceof Type.ChoiceType c) {
      return c.choices().stream().anyMatch(choice -> isKind(choice, value));
    }
    if (type instanceof Type.SymbolType s) {
      return value
          .word()
          .filter(w -> s.symbols().stream().anyMatch(n -> n.text().equals(w)))
          .isPresent();
    }
    if (type instanceof Type.ListType l) {
      return value instanceof Val.ListVal v
          && v.elements().stream().allMatch(e -> isKind(l.element(), e));
    }
    if (type instanceof Type.TupleType t) {
      return isNameOf(type, value)
          || (value instanceof Val.TupleVal v && v.elements().size() == t.fields().size());
    }
    if (type instanceof Type.TensorType) {
      return isTensorKind(value);
    }
    return type instanceof Type.NamedType n ? isNamed(n.name().text(), value) : isQuantized(value);
  }

  private static boolean isQuantized(Val value) {
    return value instanceof Val.TensorVal t && t.scale().isPresent();
  }

  private static boolean isTensorKind(Val value) {
    return (value instanceof Val.TensorVal t && t.scale().isEmpty())
        || value instanceof Val.IntVal
        || value instanceof Val.RealVal
        || value instanceof Val.BoolVal
        || (value instanceof Val.ParamsVal p && p.group().isRandom())
        || (value instanceof Val.ParamsVal q && !q.group().isKnown())
        || (value instanceof Val.ListVal l
            && l.elements().stream()
                .allMatch(e -> e instanceof Val.IntVal || e instanceof Val.RealVal));
  }

  private static boolean isNamed(String name, Val value) {
    return switch (name) {
      case "int" -> value instanceof Val.IntVal;
      case "real" -> value instanceof Val.IntVal || value instanceof Val.RealVal;
      case "bool" -> value instanceof Val.BoolVal;
      case "string" -> value instanceof Val.StringVal;
      case "params" -> value instanceof Val.ParamsVal;
      case "type" -> value instanceof Val.TypeVal;
      case "any" -> true;
      default -> isTensorKind(value);
    };
  }

  private Failed mismatch(Type type, Val value, Wanted wanted) {
    List<String> words = words(type);
    if (value instanceof Val.SymbolVal s && words.isEmpty()) {
      Diagnostic unknown = DiagnosticCode.NAME_UNKNOWN.error(s.name());
      return context.fail(wanted.at(), Suggest.like(unknown, s.name(), wanted.around().visible()));
    }
    Diagnostic fault =
        DiagnosticCode.TYPE_MISMATCH.error(
            wanted.what(), type.span().text(), describe.value(value));
    if (value instanceof Val.SymbolVal v) {
      fault = Suggest.like(fault, v.name(), words);
    }
    if (isQuantized(value)) {
      fault = fault.help("`dequantize(…)` gives the reals that the numbers stand for");
    }
    if (wanted.help().isPresent()) {
      fault = fault.help(wanted.help().get());
    }
    if (!Library.isStandard(type.span().source())) {
      fault = fault.related(type.span().place(), "declared here");
    }
    return context.fail(wanted.at(), fault);
  }

  /** The words that a type allows. */
  static List<String> words(Type type) {
    if (type instanceof Type.SymbolType s) {
      return s.symbols().stream().map(Name::text).toList();
    }
    if (type instanceof Type.OptionalType o) {
      return words(o.type());
    }
    return type instanceof Type.ChoiceType c
        ? c.choices().stream().flatMap(choice -> words(choice).stream()).toList()
        : List.of();
  }

  private Val tensor(Type.TensorType type, Val value, Wanted wanted) {
    if (value instanceof Val.TensorVal t) {
      element(type.element(), context.fact(t).element(), wanted);
      dimensions(type.dimensions(), t, wanted);
      return value;
    }
    if (value instanceof Val.ParamsVal p) {
      return p.group().isRandom() ? random(type, p.group(), wanted) : result(type, wanted);
    }
    return literal(type, value, wanted);
  }

  /** Numbers as a tensor: of no dimensions, or a vector for a list. */
  private Val literal(Type.TensorType type, Val value, Wanted wanted) {
    Optional<ElementType> element = elementNow(type.element(), wanted.scope());
    Val.TensorVal tensor;
    if (value instanceof Val.ListVal l) {
      Numbers numbers = new Numbers(context);
      double[] all = l.elements().stream().mapToDouble(e -> numbers.asReal(e).value()).toArray();
      ElementType kind = element.orElse(ElementType.F32);
      tensor =
          new Val.TensorVal(
              context
                  .draft()
                  .constant("c", emit.tensor(kind, Shape.of(all.length), wanted.at(), all)));
    } else {
      Optional<Value> operand = emit.operand(value, element, wanted.at());
      tensor = new Val.TensorVal(operand.orElseThrow(Failed::new));
    }
    return tensor(type, tensor, wanted);
  }

  private Optional<ElementType> elementNow(Name name, Scope scope) {
    return ElementType.ofWord(name.text())
        .or(
            () ->
                scope
                    .find(name.text())
                    .flatMap(
                        v ->
                            v instanceof Val.TypeVal t ? Optional.of(t.type()) : Optional.empty()));
  }

  private void element(Name name, Optional<ElementType> found, Wanted wanted) {
    Optional<ElementType> expected = elementNow(name, wanted.scope());
    if (found.isEmpty()) {
      return;
    }
    if (expected.isEmpty()) {
      wanted.scope().bind(name.text(), new Val.TypeVal(found.get()), wanted.at());
    } else if (!expected.equals(found)) {
      Diagnostic fault =
          DiagnosticCode.ELEMENT_MISMATCH
              .error(wanted.what(), expected.get(), found.get())
              .help("convert it: `%s(…)`".formatted(expected.get()));
      throw context.fail(wanted.at(), new Mismatches(context).earlier(fault, name, wanted));
    }
  }

  private void dimensions(List<Type.Dimension> declared, Val.TensorVal value, Wanted wanted) {
    Optional<Dims> dims = context.fact(value).dims();
    if (dims.isEmpty()) {
      return;
    }
    List<Extent> sizes = dims.get().sizes();
    int many = many(declared);
    boolean fits = many < 0 ? sizes.size() == declared.size() : sizes.size() >= declared.size() - 1;
    if (!fits) {
      throw context.fail(
          wanted.at(),
          DiagnosticCode.RANK_MISMATCH.error(
              wanted.what(), shape(declared), describe.shape(dims.get())));
    }
    int extra = sizes.size() - declared.size() + 1;
    for (int i = 0, at = 0; i < declared.size(); i++) {
      if (declared.get(i) instanceof Type.Dimension.Many m) {
        pack(m, sizes.subList(at, at + extra), wanted);
        at += extra;
      } else {
        one((Type.Dimension.One) declared.get(i), sizes.get(at), wanted, value, at++);
      }
    }
  }

  private static int many(List<Type.Dimension> declared) {
    for (int i = 0; i < declared.size(); i++) {
      if (declared.get(i) instanceof Type.Dimension.Many) {
        return i;
      }
    }
    return -1;
  }

  private static String shape(List<Type.Dimension> declared) {
    return "[" + String.join(", ", declared.stream().map(d -> d.span().text()).toList()) + "]";
  }

  /** {@code ..B}: bound to all of them, or compared with what it was bound to. */
  private void pack(Type.Dimension.Many many, List<Extent> sizes, Wanted wanted) {
    Optional<Val> before = wanted.scope().own(many.name().text());
    if (before.isEmpty()) {
      List<Val> values = sizes.stream().<Val>map(Val.IntVal::new).toList();
      wanted.scope().bind(many.name().text(), new Val.ListVal(values), wanted.at());
      return;
    }
    if (before.get() instanceof Val.ListVal list) {
      boolean equal = list.elements().size() == sizes.size();
      for (int i = 0; equal && i < sizes.size(); i++) {
        equal = isEqual(list.elements().get(i), sizes.get(i));
      }
      if (!equal) {
        Diagnostic fault =
            DiagnosticCode.DIMENSIONS_DIFFER.error(
                "leading dimensions of " + wanted.what(),
                describe.shape(new Dims(extents(list))),
                describe.shape(new Dims(sizes)));
        throw context.fail(
            wanted.at(), new Mismatches(context).earlier(fault, many.name(), wanted));
      }
    }
  }

  private static List<Extent> extents(Val.ListVal list) {
    return list.elements().stream()
        .map(v -> v instanceof Val.IntVal i ? i.extent() : Extent.UNKNOWN)
        .toList();
  }

  private boolean isEqual(Val declared, Extent size) {
    return !(declared instanceof Val.IntVal i) || agrees(i.extent(), size);
  }

  /** Whether two sizes are equal, or must be taken to be. */
  private boolean agrees(Extent a, Extent b) {
    return switch (context.sizes().equate(a, b)) {
      case EQUAL -> true;
      case DIFFERENT -> false;
      // What is not known before a run is left to the run.
      case UNDECIDED ->
          !context.sizes().resolve(a).isKnown() || !context.sizes().resolve(b).isKnown();
    };
  }

  private void one(
      Type.Dimension.One one, Extent size, Wanted wanted, Val.TensorVal tensor, int index) {
    if (one.size() instanceof Expr.Reference r) {
      if (r.name().text().equals("_")) {
        return;
      }
      Optional<Val> known = wanted.scope().find(r.name().text());
      if (known.isEmpty()) {
        Scope.Axis axis = new Scope.Axis(tensor.value(), index, wanted.what());
        wanted.scope().bind(r.name().text(), new Val.IntVal(size), wanted.at(), axis);
        return;
      }
    }
    Val declared = value(one, wanted.scope());
    if (declared instanceof Val.IntVal i && !agrees(i.extent(), size)) {
      throw context.fail(
          wanted.at(),
          new Mismatches(context).dimension(one, i.extent(), size, wanted, tensor.value(), index));
    }
  }

  /** What a declared dimension is now; unknown if it uses variables that nothing has bound yet. */
  private Val value(Type.Dimension.One one, Scope scope) {
    if (!Free.isBound(one.size(), scope)) {
      return Val.unknown();
    }
    Val size = evaluator.eval(one.size(), scope);
    if (size instanceof Val.IntVal i
        && context.sizes().resolve(i.extent()).number().orElse(0) < 0) {
      String number = context.describe(i.extent());
      String text = one.span().text();
      throw context.fail(
          one.span(),
          DiagnosticCode.SIZE_NEGATIVE.error(
              text.equals(number) ? number : "`%s`, which is %s,".formatted(text, number)));
    }
    return size;
  }

  /** Random weights: their sizes are found out by their use. */
  private Val random(Type.TensorType type, WeightGroup leaf, Wanted wanted) {
    Optional<Value> before = context.random(leaf);
    if (before.isPresent()) {
      return tensor(type, new Val.TensorVal(before.get()), wanted);
    }
    if (many(type.dimensions()) >= 0) {
      throw context.fail(
          wanted.at(), DiagnosticCode.RANDOM_SHAPE.error(leaf.prefix(), type.span().text()));
    }
    List<Extent> sizes = new ArrayList<>();
    for (int i = 0; i < type.dimensions().size(); i++) {
      sizes.add(context.sizes().open(leaf.prefix() + "#" + i));
    }
    ElementType element = elementNow(type.element(), wanted.scope()).orElse(ElementType.F32);
    Value value =
        context.addRandom(
            leaf, TensorFact.of(element, new Dims(sizes)), context.blame().usersPlace(wanted.at()));
    return tensor(type, new Val.TensorVal(value), wanted);
  }

  /** Whole numbers said to stand for reals: {@code x as q(8 bit, scale: s, zero: z)[N, C]}. */
  Val ascribe(Type type, Val value, Wanted wanted) {
    if (type instanceof Type.QuantizedType q
        && value instanceof Val.TensorVal t
        && t.scale().isEmpty()) {
      Type.TensorType stored = quantized.stored(q, wanted.scope());
      return quantized.declared(q, (Val.TensorVal) accept(stored, t, wanted), wanted.scope());
    }
    return accept(type, value, wanted);
  }

  /** An input of a declared type. Variables that are not bound become rigid ones. */
  Val declared(Type type, Wanted wanted) {
    return declared(type, wanted, true);
  }

  /** What is known of a value of a declared type when its maker could not say more. */
  Val result(Type type, Wanted wanted) {
    return declared(type, wanted, false);
  }

  private Val declared(Type type, Wanted wanted, boolean isInput) {
    if (type instanceof Type.TensorType t) {
      Optional<List<Extent>> sizes = sizes(t, wanted.scope(), isInput);
      Optional<ElementType> element = elementNow(t.element(), wanted.scope());
      Value value = context.draft().fresh("declared");
      context.draft().types().define(value, TensorFact.of(element, sizes.map(Dims::new)));
      return new Val.TensorVal(value);
    }
    if (type instanceof Type.TupleType t) {
      List<Val> parts = t.fields().stream().map(f -> declared(f.type(), wanted, isInput)).toList();
      List<String> names =
          t.fields().stream().flatMap(f -> f.name().stream()).map(Name::text).toList();
      return new Val.TupleVal(names.size() == parts.size() ? names : List.of(), parts);
    }
    if (type instanceof Type.QuantizedType q && isInput) {
      Type.TensorType stored = quantized.stored(q, wanted.scope());
      Val.TensorVal value = (Val.TensorVal) declared(stored, wanted, true);
      return quantized.declared(q, value, wanted.scope());
    }
    if (type instanceof Type.NamedType n && n.name().text().equals("int")) {
      return new Val.IntVal(context.sizes().rigid(wanted.what().replace("`", "")));
    }
    if (type instanceof Type.NamedType n && n.name().text().equals("params")) {
      return new Val.ParamsVal(WeightGroup.any());
    }
    return Val.unknown();
  }

  private Optional<List<Extent>> sizes(Type.TensorType type, Scope scope, boolean isInput) {
    List<Extent> sizes = new ArrayList<>();
    for (Type.Dimension d : type.dimensions()) {
      if (d instanceof Type.Dimension.Many m
          && !isInput
          && !(scope.find(m.name().text()).orElse(Val.unknown()) instanceof Val.ListVal)) {
        return Optional.empty();
      }
      sizes.addAll(declaredSizes(d, scope, isInput));
    }
    return Optional.of(sizes);
  }

  private List<Extent> declaredSizes(Type.Dimension dimension, Scope scope, boolean isInput) {
    if (dimension instanceof Type.Dimension.Many m) {
      return scope
          .find(m.name().text())
          .map(v -> v instanceof Val.ListVal l ? extents(l) : List.<Extent>of())
          .orElseGet(
              () -> {
                // One leading dimension stands for any number of them.
                Extent lead = context.sizes().rigid(m.name().text());
                scope.bind(
                    m.name().text(), new Val.ListVal(List.of(new Val.IntVal(lead))), m.span());
                return List.of(lead);
              });
    }
    Type.Dimension.One one = (Type.Dimension.One) dimension;
    if (isInput
        && one.size() instanceof Expr.Reference r
        && !r.name().text().equals("_")
        && scope.find(r.name().text()).isEmpty()) {
      scope.bind(r.name().text(), new Val.IntVal(context.sizes().rigid(r.name().text())), r.span());
    }
    Val value = value(one, scope);
    return List.of(value instanceof Val.IntVal i ? i.extent() : Extent.UNKNOWN);
  }
}

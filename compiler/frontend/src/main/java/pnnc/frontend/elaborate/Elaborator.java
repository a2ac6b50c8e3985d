package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Type;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.ir.operators.OperatorCatalogue;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.InferTypes;
import pnnc.passes.shape.TensorFact;
import pnnc.passes.upgrade.UpgradeOpset;

/** Gives programs their meaning: networks become graphs of ONNX operators. */
public final class Elaborator {
  /** The version of the ONNX operator set that programs are written for. */
  public static final int OPSET = UpgradeOpset.TARGET;

  private final Modules modules;
  private final Diagnostics diagnostics;
  private final Findings findings;
  private final ModuleScopes scopes;
  private final Bounds bounds;
  private final Set<Span> endless = new HashSet<>();

  /** What a function is faulty of is not said again where it is called. */
  private final Set<String> said = new HashSet<>();

  private final Budget forFunctions;

  /**
   * For the program in {@code modules}.
   *
   * @param diagnostics gets every fault
   */
  public Elaborator(Modules modules, Diagnostics diagnostics) {
    this(modules, diagnostics, Findings.NONE);
  }

  /**
   * For the program in {@code modules}.
   *
   * @param diagnostics gets every fault
   * @param findings hears what every expression stands for
   */
  public Elaborator(Modules modules, Diagnostics diagnostics, Findings findings) {
    this(modules, diagnostics, findings, Bounds.DEFAULT);
  }

  Elaborator(Modules modules, Diagnostics diagnostics, Findings findings, Bounds bounds) {
    this.bounds = bounds;
    this.forFunctions = new Budget(2 * bounds.steps());
    this.modules = modules;
    this.diagnostics = diagnostics;
    this.findings = findings;
    this.scopes = new ModuleScopes(modules, diagnostics);
  }

  /** The functions that are part of the language itself. */
  public static List<String> builtins() {
    return Builtins.NAMES;
  }

  /** Domains of operators by the word behind {@code op.} that names them. */
  public static Map<String, String> domains() {
    return Members.DOMAINS;
  }

  /** Looks at every function of the main file by itself, for whatever arguments. */
  public void checkFunctions() {
    Room.run(
        () -> {
          checkEach();
          return true;
        });
  }

  private void checkEach() {
    SourceFile main = modules.main();
    Scope scope = scopes.of(main);
    for (Item item : main.items()) {
      if (item instanceof Item.Function function && !isTooLong()) {
        checkFunction(Callable.of(function, scope));
      }
    }
  }

  private Context context(WeightFiles files, int opset) {
    return context(files, opset, new Budget(bounds.steps()), false);
  }

  private Context context(WeightFiles files, int opset, Budget budget, boolean isGeneric) {
    Blame blame = new Blame(diagnostics, endless, said);
    return new Context(files, blame, findings, bounds, budget, opset, isGeneric);
  }

  /** Whether functions took more steps than there are: networks that call them would as well. */
  private boolean isTooLong() {
    return forFunctions.spentAt().isPresent();
  }

  private void checkFunction(Callable f) {
    Context context = context(WeightFiles.NONE, OPSET, forFunctions, true);
    Evaluator evaluator = new Evaluator(context);
    Types types = new Types(context, evaluator, new Emit(context));
    Scope scope = Functions.signatureScope(f);
    try {
      for (Parameter p : f.parameters()) {
        Types.Wanted wanted = new Types.Wanted(p.name().text(), p.span(), scope);
        Val value = types.declared(p.type(), wanted);
        scope.bind(p.name().text(), value, p.name().span());
        context.found(p.name().span(), value);
        if (value instanceof Val.TensorVal t) {
          context.addInput(t.value(), p);
        }
      }
      f.where().forEach(goal -> assume(goal, context, evaluator, scope));
      context.blame().enter(f.span(), f);
      Scope inside = scope.inner();
      Functions.late(f, scope).forEach(name -> inside.bind(name, Val.unknown()));
      Val result =
          f.body() instanceof Body.Block b
              ? evaluator.block(b, inside.inner())
              : evaluator.eval(((Body.Single) f.body()).value(), inside);
      types.accept(
          f.result(),
          result,
          new Types.Wanted("the result of `%s`".formatted(f.name()), f.body().span(), scope));
    } catch (Failed reported) {
      // The next function may have something to say too.
      return;
    }
  }

  /** Takes a goal for granted, as far as that helps to decide others. */
  private static void assume(Expr goal, Context context, Evaluator evaluator, Scope scope) {
    if (!(goal instanceof Expr.Binary b)
        || b.operator() != Operator.EQUAL
        || !Free.isBound(goal, scope)) {
      return;
    }
    Val right = evaluator.eval(b.right(), scope);
    boolean isZero = right.equals(Val.of(0));
    if (isZero && b.left() instanceof Expr.Binary r && r.operator() == Operator.REMAINDER) {
      Val size = evaluator.eval(r.left(), scope);
      Val divisor = evaluator.eval(r.right(), scope);
      if (size instanceof Val.IntVal s && divisor instanceof Val.IntVal d) {
        context.sizes().assumeDivisible(s.extent(), d.extent());
      }
    } else if (evaluator.eval(b.left(), scope) instanceof Val.IntVal l
        && right instanceof Val.IntVal r) {
      context.sizes().assumeEqual(l.extent(), r.extent());
    }
  }

  /** The networks of the main file, in order. */
  public List<Item.Net> nets() {
    List<Item.Net> nets = new ArrayList<>();
    for (Item item : modules.main().items()) {
      if (item instanceof Item.Net net) {
        nets.add(net);
      }
    }
    return nets;
  }

  /**
   * The network that {@code net} describes; empty if it has faults, which are then reported.
   *
   * @param sizes of dimension variables that the user has fixed
   */
  public Optional<Network> network(Item.Net net, WeightFiles files, Map<String, Long> sizes) {
    return Room.run(() -> elaborate(net, files, sizes));
  }

  private Optional<Network> elaborate(Item.Net net, WeightFiles files, Map<String, Long> sizes) {
    if (isTooLong()) {
      return Optional.empty();
    }
    int opset = opset(net);
    Context context = context(files, opset);
    try {
      Graph graph = new NetElaboration(context, scope(net), sizes).run(net);
      if (diagnostics.hasErrors()) {
        return Optional.empty();
      }
      return Optional.of(finish(graph, opset, modules.main().source().name()));
    } catch (Failed reported) {
      return Optional.empty();
    }
  }

  /**
   * Looks for the faults in {@code net} that {@link #network} reports, without making its graph or
   * its random weights.
   */
  public void check(Item.Net net, WeightFiles files) {
    Room.run(
        () -> {
          checkFaults(net, files);
          return true;
        });
  }

  private void checkFaults(Item.Net net, WeightFiles files) {
    if (isTooLong()) {
      return;
    }
    Context context = context(files, opset(net));
    try {
      new NetElaboration(context, scope(net), Map.of()).check(net);
    } catch (Failed reported) {
      // The next network may have something to say too.
      return;
    }
  }

  private Scope scope(Item.Net net) {
    return Functions.signatureScope(Callable.of(net, scopes.of(modules.main())));
  }

  private int opset(Item.Net net) {
    if (net.opset().isEmpty()) {
      return OPSET;
    }
    Expr.NumberLiteral version = net.opset().get();
    boolean isWhole = version.text().matches("[0-9]{1,4}");
    int number = isWhole ? Integer.parseInt(version.text()) : 0;
    int newest = OperatorCatalogue.published().newestVersion("").orElseThrow();
    if (number < 1 || number > newest) {
      diagnostics.add(
          DiagnosticCode.NUMBER_DOES_NOT_FIT
              .error(version.text(), "the operator sets 1 to " + newest)
              .at(version.span().place()));
      return OPSET;
    }
    return number;
  }

  private Network finish(Graph graph, int opset, String file) {
    Map<String, Integer> opsets = new LinkedHashMap<>();
    opsets.put("", opset);
    domains(graph, opsets);
    Network network = new Network(graph, List.of(), opsets, Network.Header.PNNC);
    PassContext passes = new PassContext(file, diagnostics, ConstantEvaluator.NONE);
    return new InferTypes().run(network, passes);
  }

  private static void domains(Graph graph, Map<String, Integer> opsets) {
    graph.nodes().forEach(n -> opsets.putIfAbsent(n.op().domain(), 1));
    graph.nodes().forEach(n -> n.graphs().forEach(g -> domains(g, opsets)));
  }

  /** One network on its way. */
  private static final class NetElaboration {
    private final Context context;
    private final Evaluator evaluator;
    private final Types types;
    private final Scope scope;
    private final Map<String, Long> sizes;

    /** Begins names that nobody wrote; no name of the language begins so. */
    private static final String UNNAMED = "?";

    /** Named before anything inside can take their names. */
    private List<Value> outputs = List.of();

    NetElaboration(Context context, Scope signature, Map<String, Long> sizes) {
      this.context = context;
      this.evaluator = new Evaluator(context);
      this.types = new Types(context, evaluator, new Emit(context));
      this.scope = signature;
      this.sizes = sizes;
      sizes.forEach((name, size) -> scope.bind(name, Val.of(size)));
    }

    Graph run(Item.Net net) {
      Val result = evaluate(net);
      if (context.blame().hasErrors()) {
        throw new Failed();
      }
      RandomWeights.complete(context, context.root().needed(Lambdas.values(result)));
      return build(net, result);
    }

    void check(Item.Net net) {
      evaluate(net);
      if (!context.blame().hasErrors()) {
        RandomWeights.requireSizes(context);
      }
    }

    private Val evaluate(Item.Net net) {
      requireDimensions(net, sizes.keySet());
      for (Parameter p : net.parameters()) {
        input(p);
      }
      outputs = outputs(net);
      net.where().forEach(goal -> assume(goal, context, evaluator, scope));
      List<Expr> late = net.where().stream().filter(goal -> waits(goal, net)).toList();
      net.where().stream().filter(g -> !late.contains(g)).forEach(g -> promise(g, net));
      Val result = evaluator.block(net.body(), scope.inner());
      Span at = resultSpan(net);
      if (result.hasUnknown()) {
        throw unknown(net, at);
      }
      Val accepted =
          types.accept(
              net.result(),
              result,
              new Types.Wanted("the result of `%s`".formatted(net.name()), at, scope));
      if (Lambdas.values(accepted).size() != outputs.size()) {
        throw notTensors(net, accepted, at);
      }
      late.forEach(goal -> promise(goal, net));
      return accepted;
    }

    private Failed unknown(Item.Net net, Span at) {
      return context.blame().hasErrors()
          ? new Failed()
          : context.fail(
              at,
              DiagnosticCode.RESULT_UNKNOWN.error(
                  net.name(), "it depends on what is known only in a run"));
    }

    /** Whether {@code goal} speaks of a size that only the result names. */
    private boolean waits(Expr goal, Item.Net net) {
      Set<String> names = new LinkedHashSet<>();
      Functions.collect(net.result(), names);
      return names.stream().anyMatch(n -> scope.find(n).isEmpty() && Free.mentions(goal, n));
    }

    /** What the signature promises of the inputs' sizes cannot be what is known to be wrong. */
    private void promise(Expr goal, Item.Net net) {
      Val value = evaluator.eval(goal, scope);
      if (value.isUnknown() || value.equals(new Val.BoolVal(true))) {
        return;
      }
      String text = goal.span().text();
      throw context.fail(
          goal.span(),
          value instanceof Val.BoolVal
              ? DiagnosticCode.GOAL_MISSED.error(
                  net.name(), text, evaluator.calls().functions().found(goal, scope))
              : DiagnosticCode.TYPE_MISMATCH.error(
                  "a goal", "bool", new Describe(context).value(value)));
    }

    /** A part is {@code none}, or of a kind that no run can give. */
    private Failed notTensors(Item.Net net, Val result, Span at) {
      return context.blame().hasErrors()
          ? new Failed()
          : context.fail(
              at,
              DiagnosticCode.TYPE_MISMATCH.error(
                  "the result of `%s`".formatted(net.name()),
                  "tensors",
                  new Describe(context).value(result)));
    }

    private static Span resultSpan(Item.Net net) {
      int count = net.body().statements().size();
      return count == 0 ? net.body().span() : net.body().statements().get(count - 1).span();
    }

    private void input(Parameter p) {
      p.otherwise()
          .ifPresent(
              o ->
                  context
                      .blame()
                      .report(o.span(), DiagnosticCode.NET_INPUT_DEFAULT.error(p.name())));
      Types.Wanted wanted = new Types.Wanted(p.name().text(), p.span(), scope);
      if (TypeNames.isMisspelt(p.type())) {
        throw new Failed();
      }
      if (!(types.declared(p.type(), wanted) instanceof Val.TensorVal t)
          || context.fact(t).element().isEmpty()) {
        throw context.fail(p.type().span(), DiagnosticCode.NET_INPUT.error(p.type().span().text()));
      }
      Value value = context.root().input(p.name().text(), context.fact(t));
      context.addInput(value, p);
      Val bound = new Val.TensorVal(value, t.scale());
      scope.bind(p.name().text(), bound, p.name().span());
      context.found(p.name().span(), bound);
    }

    /** Sizes that the user fixed are of dimensions in the signature. */
    private void requireDimensions(Item.Net net, Set<String> fixed) {
      Set<String> known = new LinkedHashSet<>();
      net.parameters().forEach(p -> Functions.collect(p.type(), known));
      for (String name : fixed) {
        if (!known.contains(name)) {
          context
              .blame()
              .report(
                  net.name().span(),
                  Suggest.like(DiagnosticCode.DIMENSION_UNKNOWN.error(name), name, known));
        }
      }
    }

    /** Results get the names that the signature gives them, whatever they are called inside. */
    private Graph build(Item.Net net, Val result) {
      List<Value> results = Lambdas.values(result);
      Map<Value, ValueType> declared = new LinkedHashMap<>();
      for (int i = 0; i < results.size(); i++) {
        Node node = Node.of("Identity", List.of(results.get(i)), outputs.get(i));
        context.root().add(node, context.opset(), Origin.NONE);
      }
      for (Parameter p : net.parameters()) {
        Val value = scope.find(p.name().text()).orElseThrow();
        Value input = ((Val.TensorVal) value).value();
        declared.put(input, type(context.root().fact(input)));
      }
      return context.root().build(net.name().text(), outputs, declared);
    }

    private ValueType type(TensorFact fact) {
      Optional<Shape> shape =
          fact.dims().map(d -> new Shape(d.sizes().stream().map(context.sizes()::dim).toList()));
      return fact.element()
          .<ValueType>map(e -> new ValueType.TensorType(e, shape))
          .orElse(ValueType.unknown());
    }

    /**
     * Results are called as the signature says. A value has one name in ONNX, so one that is called
     * like an input, or is not called at all, gets the next free name behind the others.
     */
    private List<Value> outputs(Item.Net net) {
      List<String> names = outputNames(net.result());
      Set<String> inputs = new HashSet<>();
      net.parameters().forEach(p -> inputs.add(p.name().text()));
      Map<Integer, Value> made = new TreeMap<>();
      for (boolean isFree : new boolean[] {true, false}) {
        for (int i = 0; i < names.size(); i++) {
          String name = names.get(i);
          if (isFree == (isWritten(name) && !inputs.contains(name))) {
            made.put(i, context.root().fresh(isWritten(name) ? name : name.substring(1)));
          }
        }
      }
      return List.copyOf(made.values());
    }

    private static boolean isWritten(String name) {
      return !name.startsWith(UNNAMED);
    }

    /** One for each tensor of the result, in order; those nobody wrote begin with UNNAMED. */
    private static List<String> outputNames(Type type) {
      if (!(type instanceof Type.TupleType t)) {
        return List.of(UNNAMED + "output");
      }
      List<String> names = new ArrayList<>();
      for (Type.TupleType.Field field : t.fields()) {
        int position = names.size();
        String name =
            field
                .name()
                .map(Name::text)
                .orElse(UNNAMED + (position == 0 ? "output" : "output_" + position));
        List<String> inner = outputNames(field.type());
        inner.forEach(
            n -> names.add(inner.size() == 1 ? name : name + "." + n.replace(UNNAMED, "")));
      }
      return names;
    }
  }
}

package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Dim;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.TensorFact;

/** What the parts of the elaborator share: where operations go, what is known of sizes, blame. */
final class Context {
  private final WeightFiles files;
  private final Findings findings;
  private final Bounds bounds;
  private final int opset;
  private final Sizes sizes;
  private final Map<WeightGroup, RandomWeights.Weight> random = new LinkedHashMap<>();
  private final List<Value> inputs = new ArrayList<>();
  private final Map<Value, Parameter> declarations = new HashMap<>();
  private final Set<Value> weights = new HashSet<>();
  private final Naming naming = new Naming();
  private Blame blame;
  private final Draft root;
  private Draft draft;
  private boolean isGeneric;
  private final Budget budget;

  /**
   * The beginning of a network.
   *
   * @param findings hears what expressions stand for
   * @param budget of calls and turns
   * @param opset the version of the ONNX operator set
   * @param isGeneric whether a function is looked at by itself: what cannot be decided is then left
   *     to its calls
   */
  Context(
      WeightFiles files,
      Blame blame,
      Findings findings,
      Bounds bounds,
      Budget budget,
      int opset,
      boolean isGeneric) {
    this.bounds = bounds;
    this.budget = budget;
    this.files = files;
    this.findings = findings;
    this.opset = opset;
    this.isGeneric = isGeneric;
    this.blame = blame;
    this.root = Draft.empty();
    this.draft = root;
    this.sizes = new Sizes((name, by) -> this.draft.types().replace(name, by));
  }

  Bounds bounds() {
    return bounds;
  }

  WeightFiles files() {
    return files;
  }

  int opset() {
    return opset;
  }

  Sizes sizes() {
    return sizes;
  }

  Naming naming() {
    return naming;
  }

  Blame blame() {
    return blame;
  }

  /** The network itself, whatever subgraph is under way. */
  Draft root() {
    return root;
  }

  Draft draft() {
    return draft;
  }

  boolean isGeneric() {
    return isGeneric;
  }

  /** Tells whoever listens what stands at {@code at}. */
  void found(Span at, Val value) {
    if (findings != Findings.NONE) {
      findings.found(at, new Meaning(this, value));
    }
  }

  /** Counts a call or a turn. */
  void step(Span at) {
    if (!budget.take(at)) {
      throw tooLong(at);
    }
  }

  private Failed tooLong(Span at) {
    return blame.tooLong(at, budget.most());
  }

  Failed fail(Span at, Diagnostic fault) {
    return blame.fail(at, fault);
  }

  /** Lists of lists grow as fast as any that a program can double. */
  void requireFewParts(Val value, Span at) {
    if (value.parts(Val.MOST_PARTS + 1) > Val.MOST_PARTS) {
      throw fail(
          at,
          DiagnosticCode.TYPE_MISMATCH.error(
              "what is in brackets", "at most %d parts".formatted(Val.MOST_PARTS), "more"));
    }
  }

  /** Runs {@code work} with its operations going into {@code inner}. */
  <R> R within(Draft inner, Supplier<R> work) {
    Draft before = draft;
    draft = inner;
    try {
      return work.get();
    } finally {
      draft = before;
    }
  }

  /**
   * What {@code work} would give; its operations and faults are thrown away.
   *
   * @return empty if it has a fault; unknown if something that is not known yet is in its way
   */
  Optional<Val> attempt(Supplier<Val> work) {
    Optional<Val> result = tried(work);
    if (budget.spentAt().isPresent()) {
      // Others would be tried in vain, and each tells only itself.
      throw tooLong(budget.spentAt().get());
    }
    return result;
  }

  private Optional<Val> tried(Supplier<Val> work) {
    Blame loud = blame;
    boolean generic = isGeneric;
    Diagnostics unheard = new Diagnostics();
    blame = loud.silent(unheard);
    isGeneric = true;
    Set<String> frozen = sizes.freeze();
    Set<WeightGroup> known = Set.copyOf(random.keySet());
    try {
      Val result = within(draft.scratch(), work);
      return unheard.hasErrors() ? Optional.empty() : Optional.of(result);
    } catch (Failed failed) {
      return unheard.hasErrors() ? Optional.empty() : Optional.of(Val.unknown());
    } finally {
      blame = loud;
      isGeneric = generic;
      sizes.thaw(frozen);
      random.keySet().retainAll(known);
    }
  }

  /** What is known of a tensor, with all that has been found out about sizes. */
  TensorFact fact(Val.TensorVal tensor) {
    return draft.fact(tensor.value());
  }

  /**
   * Where a run finds the size called by a name.
   *
   * @param input of the network
   * @param divisor what the size there is to be divided by
   */
  record Bringer(Value input, int axis, long divisor) {}

  /** The input that brings the dimension called {@code name}. */
  Optional<Bringer> bringer(String name) {
    return inputs.stream().flatMap(i -> bringer(i, name).stream()).findFirst();
  }

  private Optional<Bringer> bringer(Value input, String name) {
    List<Extent> sizes = draft.fact(input).dims().map(Dims::sizes).orElse(List.of());
    for (int axis = 0; axis < sizes.size(); axis++) {
      long factor = sizes.get(axis).coefficient(List.of(name));
      if (factor > 0 && sizes.get(axis).equals(Extent.of(Dim.of(name)).times(factor))) {
        return Optional.of(new Bringer(input, axis, factor));
      }
    }
    return Optional.empty();
  }

  /** The tensor of random weights called like {@code leaf}, if it has been used before. */
  Optional<Value> random(WeightGroup leaf) {
    return Optional.ofNullable(random.get(leaf)).map(RandomWeights.Weight::value);
  }

  /** Notes random weights whose sizes may not be known yet. */
  Value addRandom(WeightGroup leaf, TensorFact fact, Span at) {
    Value value = draft.isScratch() ? draft.fresh(leaf.prefix()) : root.fresh(leaf.prefix());
    root.types().define(value, fact);
    random.put(leaf, new RandomWeights.Weight(value, leaf, blame.usersPlace(at)));
    return value;
  }

  /** All random weights, in the order of their first use. */
  List<RandomWeights.Weight> random() {
    return List.copyOf(random.values());
  }

  /** Notes an input of the network, or of the function that is looked at by itself. */
  void addInput(Value input, Parameter declaration) {
    inputs.add(input);
    declarations.put(input, declaration);
  }

  /** The line of the network's signature that declares {@code input}; empty if it is none. */
  Optional<Parameter> declaration(Value input) {
    return Optional.ofNullable(declarations.get(input));
  }

  /** Puts a tensor of a file of weights into the network. */
  Value addWeight(String name, Tensor tensor) {
    Value weight = root.constant(name, tensor);
    weights.add(weight);
    return weight;
  }

  /** Whether {@code value} is a tensor of a file of weights. */
  boolean isWeight(Value value) {
    return weights.contains(value);
  }

  String describe(Extent size) {
    return sizes.describe(size);
  }
}

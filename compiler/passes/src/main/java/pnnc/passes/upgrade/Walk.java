package pnnc.passes.upgrade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.operators.OperatorCatalogue;

/** Takes one operator through the changes between two versions, up or down. */
final class Walk {
  private static final int FIRST_WITH_TWO_BITS = 25;

  private final Site site;
  private final Node original;
  private final int from;
  private final int runAs;

  /**
   * @param original what is upgraded
   * @param from the version that the operator is written for
   * @param runAs the version that ONNX Runtime takes it for: inside a function, the network's
   */
  Walk(Site site, Node original, int from, int runAs) {
    this.site = site;
    this.original = original;
    this.from = from;
    this.runAs = runAs;
  }

  /**
   * The operator in the target's version.
   *
   * @throws CannotUpgrade if there is none
   */
  Node run() {
    if (from >= FIRST_WITH_TWO_BITS) {
      checkTypes();
    }
    checkReading();
    Node now = original;
    for (int version : versions().toArray()) {
      Optional<Step> step = UpgradeTable.find(now.op().name(), version);
      if (step.isPresent()) {
        now = take(step.get(), now);
      }
    }
    return now;
  }

  /** The versions whose changes lie between, in the order in which they are met. */
  private IntStream versions() {
    return from <= UpgradeOpset.TARGET
        ? IntStream.rangeClosed(from + 1, UpgradeOpset.TARGET)
        : IntStream.iterate(from, v -> v > UpgradeOpset.TARGET, v -> v - 1);
  }

  private void checkReading() {
    boolean same =
        IntStream.rangeClosed(Math.min(from, runAs) + 1, Math.max(from, runAs))
            .mapToObj(v -> UpgradeTable.find(original.op().name(), v))
            .allMatch(step -> step.filter(s -> s.verdict() != Step.Verdict.SAME).isEmpty());
    if (!same) {
      throw new CannotUpgrade(
          "its function is written for operator set %d, but ONNX Runtime runs it as %d"
              .formatted(from, runAs));
    }
  }

  private Node take(Step step, Node node) {
    return switch (step.verdict()) {
      case SAME -> node;
      case REWRITTEN -> rewrite(step, node);
      case IMPOSSIBLE -> throw new CannotUpgrade(step.note());
    };
  }

  private Node rewrite(Step step, Node node) {
    for (Map.Entry<String, Attribute> attribute : original.attributes().entrySet()) {
      if (attribute.getValue() instanceof Attribute.Reference) {
        throw new CannotUpgrade(
            "only the function's caller knows its attribute `%s`".formatted(attribute.getKey()));
      }
    }
    if (!isComplete()) {
      throw new CannotUpgrade("it does not have the inputs and outputs that the standard asks for");
    }
    return Rules.of(step).apply(node, site);
  }

  /** Whether the operator has everything that its version asks for. */
  private boolean isComplete() {
    List<Value> inputs = original.inputs();
    int least =
        OperatorCatalogue.published()
            .find(original.op(), from)
            .map(facts -> facts.inputs().least())
            .orElse(0);
    return inputs.size() >= least
        && original.output().isPresent()
        && (original.is("Scan") || inputs.stream().limit(least).allMatch(Value::isPresent));
  }

  private void checkTypes() {
    Stream<ElementType> values =
        Stream.concat(original.inputs().stream(), original.outputs().stream())
            .flatMap(v -> site.element(v).stream());
    Stream<ElementType> given = original.attributes().values().stream().flatMap(Walk::types);
    Stream<ElementType> codes =
        Stream.of("to", "dtype", "output_dtype")
            .flatMap(name -> ElementType.ofOnnx((int) original.integer(name, 0)).stream());
    for (ElementType type : Stream.of(values, given, codes).flatMap(t -> t).toList()) {
      if (type == ElementType.U2 || type == ElementType.I2) {
        throw new CannotUpgrade("operator set %d has no %s".formatted(UpgradeOpset.TARGET, type));
      }
    }
  }

  private static Stream<ElementType> types(Attribute attribute) {
    return attribute instanceof Attribute.TensorValue t
        ? Stream.of(t.value().type())
        : Stream.empty();
  }
}

package pnnc.frontend.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.frontend.elaborate.Elaborator;
import pnnc.ir.network.OpType;
import pnnc.ir.operators.OperatorCatalogue;
import pnnc.ir.operators.OperatorFacts;
import pnnc.ir.operators.Signature;
import pnnc.ir.operators.Signatures;

/** The operators behind {@code op.}, in words. */
public final class OperatorWords {
  private static final Map<String, String> DOMAINS = Elaborator.domains();

  private OperatorWords() {}

  /**
   * What can stand behind the words {@code path}, such as {@code op} or {@code op.microsoft}: first
   * further domains, then operators.
   *
   * @param opset the version of the ONNX operator set
   */
  public static List<String> behind(List<String> path, int opset) {
    List<String> names = new ArrayList<>();
    if (path.equals(List.of("op"))) {
      DOMAINS.keySet().stream().sorted().forEach(names::add);
    }
    domain(path)
        .ifPresent(d -> names.addAll(OperatorCatalogue.published().names(d, version(d, opset))));
    return names;
  }

  private static Optional<String> domain(List<String> path) {
    return switch (path.size()) {
      case 1 -> Optional.of("");
      case 2 -> Optional.ofNullable(DOMAINS.get(path.get(1)));
      default -> Optional.empty();
    };
  }

  private static int version(String domain, int opset) {
    return domain.isEmpty() ? opset : 1;
  }

  /**
   * The attributes of the operator that the words {@code path} name, with their kinds, a {@code !}
   * behind those that must be given; none if nothing is known of it.
   */
  public static Map<String, String> attributes(List<String> path, int opset) {
    Map<String, String> all = new TreeMap<>();
    find(path)
        .flatMap(op -> Signatures.published().find(op, version(op.domain(), opset)))
        .map(Signature::attributes)
        .orElse(Map.of())
        .forEach((name, facts) -> all.put(name, facts.kind() + (facts.required() ? "!" : "")));
    return all;
  }

  /** The operator that the words {@code path} name in one line: {@code Conv: 2 to 3 inputs}. */
  public static Optional<String> summary(List<String> path, int opset) {
    return find(path)
        .flatMap(op -> OperatorCatalogue.published().find(op, version(op.domain(), opset)))
        .map(OperatorWords::summary);
  }

  private static String summary(OperatorFacts facts) {
    return "%s: inputs %s, outputs %s, as of version %d of its set"
        .formatted(facts.op().name(), facts.inputs(), facts.outputs(), facts.since());
  }

  private static Optional<OpType> find(List<String> path) {
    if (path.size() < 2 || !path.get(0).equals("op")) {
      return Optional.empty();
    }
    String name = path.get(path.size() - 1);
    return domain(path.subList(0, path.size() - 1)).map(d -> new OpType(d, name));
  }
}

package pnnc.ir.operators;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;

/**
 * The operators that the ONNX standard and ONNX Runtime's published extensions define. Withdrawn
 * experimental operators are in no version of it; those that a version deprecated are gone from
 * there on.
 */
public final class OperatorCatalogue {
  private static final OperatorCatalogue PUBLISHED = new OperatorCatalogue(OperatorTable.load());

  private final Map<OpType, NavigableMap<Integer, Optional<OperatorFacts>>> versions;

  private OperatorCatalogue(Map<OpType, NavigableMap<Integer, Optional<OperatorFacts>>> versions) {
    this.versions = versions;
  }

  /** The catalogue of all published operators. */
  public static OperatorCatalogue published() {
    return PUBLISHED;
  }

  /**
   * The use of an operator that nothing defines.
   *
   * @param node where
   * @param op which
   * @param version of the operator set of its domain; 0 if the model imports none
   */
  public record Undefined(Node node, OpType op, int version) {}

  /** What {@code op} is in version {@code version} of the operator set of its domain. */
  public Optional<OperatorFacts> find(OpType op, int version) {
    NavigableMap<Integer, Optional<OperatorFacts>> known = versions.get(op);
    if (known == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(known.floorEntry(version)).flatMap(Map.Entry::getValue);
  }

  /** The names of a domain's operators in version {@code version} of its operator set, sorted. */
  public List<String> names(String domain, int version) {
    return versions.keySet().stream()
        .filter(op -> op.domain().equals(domain) && isDefined(op, version))
        .map(OpType::name)
        .sorted()
        .toList();
  }

  /** Whether version {@code version} of the operator set defines {@code op}. */
  public boolean isDefined(OpType op, int version) {
    return find(op, version).isPresent();
  }

  /** The newest version of a domain's operator set that changed one of these operators. */
  public OptionalInt newestVersion(String domain) {
    return versions.entrySet().stream()
        .filter(e -> e.getKey().domain().equals(domain))
        .mapToInt(e -> e.getValue().lastKey())
        .max();
  }

  /**
   * The operations of {@code network}, subgraphs and function bodies included, whose operator is
   * not defined: neither here, nor by a function of the network, nor by pnnc itself. In order.
   */
  public List<Undefined> undefined(Network network) {
    return new UndefinedOperators(this, network).all();
  }
}

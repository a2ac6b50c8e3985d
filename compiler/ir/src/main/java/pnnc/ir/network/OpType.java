package pnnc.ir.network;

/**
 * Which operator: {@code Conv} of the ONNX standard, {@code com.microsoft::QGemm}. The version is
 * the network's, per domain.
 *
 * @param domain empty for the ONNX standard ({@code ai.onnx} is turned into that)
 * @param name as ONNX spells it
 */
public record OpType(String domain, String name) {
  /** The domain of the operators that pnnc adds to a partitioned network. */
  public static final String PNNC = "pnnc";

  public OpType {
    domain = domain.equals("ai.onnx") ? "" : domain;
  }

  /** An operator of the ONNX standard. */
  public static OpType of(String name) {
    return new OpType("", name);
  }

  public boolean isStandard() {
    return domain.isEmpty();
  }

  /** {@code Conv}, {@code com.microsoft::QGemm}. */
  @Override
  public String toString() {
    return domain.isEmpty() ? name : domain + "::" + name;
  }
}

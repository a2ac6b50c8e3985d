package pnnc.onnx.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.OpType;

/**
 * Which version of each operator set a model (or a function) asks for, and whether it asks for all
 * that its operators need.
 */
final class OpsetImports {
  /** Versions of the ONNX standard that pnnc is tested with. */
  static final int OLDEST = 7;

  static final int NEWEST = 25;

  private static final int LIMIT = 10_000;
  private static final int IR_VERSION_WITH_OPSETS = 3;

  /** ONNX Runtime's own operators; there is one version, which many models forget to import. */
  private static final String MICROSOFT = "com.microsoft";

  private final Map<String, Integer> versions = new TreeMap<>();
  private final Set<String> missing = new HashSet<>();
  private final Faults faults;

  OpsetImports(List<OpsetMessage> imports, long irVersion, String element, Faults faults) {
    this.faults = faults;
    if (imports.isEmpty() && irVersion < IR_VERSION_WITH_OPSETS) {
      versions.put("", 1);
    }
    imports.forEach(i -> add(i, element));
    warnOfUntested(element);
  }

  private void add(OpsetMessage message, String element) {
    String domain = new OpType(message.domain, "").domain();
    if (message.version < 1 || message.version > LIMIT) {
      faults.add(
          DiagnosticCode.OPSET_UNSUPPORTED.error(
              shown(domain), message.version, "1 to %d".formatted(LIMIT)),
          element);
    } else {
      versions.merge(domain, (int) message.version, Math::max);
    }
  }

  private void warnOfUntested(String element) {
    int standard = versions.getOrDefault("", NEWEST);
    if (standard < OLDEST || standard > NEWEST) {
      faults.add(
          DiagnosticCode.OPSET_UNSUPPORTED
              .warning(shown(""), standard, "the tested range %d to %d".formatted(OLDEST, NEWEST))
              .help("pnnc goes on and relies on ONNX Runtime to know it."),
          element);
    }
  }

  private static String shown(String domain) {
    return domain.isEmpty() ? "ai.onnx" : domain;
  }

  /** Notes that {@code op}, which no local function defines, is used by {@code element}. */
  void use(OpType op, String element) {
    String domain = op.domain();
    if (versions.containsKey(domain) || !missing.add(domain)) {
      return;
    }
    if (domain.equals(MICROSOFT)) {
      versions.put(domain, 1);
      faults.add(
          DiagnosticCode.GRAPH_INVALID.warning(
              "operator %s is used without an import of its operator set; version 1 is assumed"
                  .formatted(op)),
          element);
    } else {
      faults.add(
          DiagnosticCode.GRAPH_INVALID.error(
              "operator %s belongs to operator set %s, which the model does not import"
                  .formatted(op, shown(domain))),
          element);
    }
  }

  Map<String, Integer> versions() {
    return versions;
  }
}

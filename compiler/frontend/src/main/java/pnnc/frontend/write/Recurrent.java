package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** LSTM, GRU and plain recurrent layers as the library has them. */
final class Recurrent {
  /** The attributes whose usual value the library's functions mean. */
  private static final Set<String> KNOWN =
      Set.of("direction", "hidden_size", "linear_before_reset", "layout", "input_forget");

  private static final int LENGTHS = 4;
  private static final int PEEPHOLES = 7;

  private static final Map<String, List<String>> USUAL =
      Map.of(
          "LSTM", List.of("Sigmoid", "Tanh", "Tanh"),
          "GRU", List.of("Sigmoid", "Tanh"),
          "RNN", List.of("Tanh"));

  private Recurrent() {}

  /** Whether the activations, the only attribute that is not known, are those it has anyway. */
  private static boolean isUsual(Node node) {
    List<String> usual = USUAL.get(node.op().name());
    List<String> given = node.texts("activations").orElse(List.of());
    boolean fits = !given.isEmpty() && given.size() % usual.size() == 0;
    for (int i = 0; fits && i < given.size(); i++) {
      fits = given.get(i).equals(usual.get(i % usual.size()));
    }
    return fits && KNOWN.containsAll(node.without("activations").attributes().keySet());
  }

  static boolean apply(Node node, Site site) {
    boolean isLstm = node.is("LSTM");
    boolean isGru = node.is("GRU");
    boolean plain =
        (isLstm || isGru || node.is("RNN"))
            && (KNOWN.containsAll(node.attributes().keySet()) || isUsual(node))
            && node.integer("layout", 0) == 0
            && node.integer("input_forget", 0) == 0
            && !node.input(LENGTHS).isPresent()
            && !node.input(PEEPHOLES).isPresent()
            && site.isOneElement(node.inputs().toArray(Value[]::new));
    if (!plain) {
      return false;
    }
    List<Value> inputs = new ArrayList<>(node.inputs());
    if (inputs.size() > LENGTHS) {
      inputs.remove(LENGTHS);
    }
    Map<String, Attribute> arguments = new TreeMap<>();
    String direction = node.text("direction", "forward");
    if (!direction.equals("forward")) {
      arguments.put("direction", Attribute.of(direction));
    }
    if (isGru && node.integer("linear_before_reset", 0) == 0) {
      arguments.put("linear_before_reset", Attribute.of("false"));
    }
    return site.replace(node, isLstm ? "lstm" : isGru ? "gru" : "rnn", inputs, arguments);
  }
}

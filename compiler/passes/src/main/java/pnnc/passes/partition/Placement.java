package pnnc.passes.partition;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pnnc.ir.network.Value;

/**
 * Which part of a network goes to which target. Whatever nothing claims stays on the host.
 *
 * @param regions subgraphs that become function blocks; they claim first
 * @param rules for linear operators; the first that fits claims
 */
public record Placement(List<Region> regions, List<Rule> rules) {
  /**
   * A subgraph of the main graph: everything between its inputs and its outputs.
   *
   * @param name of the block
   * @param inputs where it begins; not themselves computed inside
   * @param outputs where it ends
   * @param target what takes it
   */
  public record Region(String name, List<Value> inputs, List<Value> outputs, String target) {
    public Region {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * Linear operators by name.
   *
   * @param pattern {@code *} stands for any characters; matched with the operator's name
   * @param target what takes them; {@link #HOST} keeps them
   */
  public record Rule(String pattern, String target) {
    boolean fits(String name) {
      String regex =
          Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
      return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
    }
  }

  /** The target that is no hardware: ONNX Runtime. */
  public static final String HOST = "host";

  /** Everything on the host. */
  public static Placement host() {
    return new Placement(List.of(), List.of());
  }

  /** Every linear operator on {@code target}. */
  public static Placement linearOn(String target) {
    return new Placement(List.of(), List.of(new Rule("*", target)));
  }

  public Placement {
    regions = List.copyOf(regions);
    rules = List.copyOf(rules);
  }

  /** The target for the linear operator called {@code name}; empty for the host. */
  Optional<String> targetOf(String name) {
    return rules.stream()
        .filter(r -> r.fits(name))
        .findFirst()
        .map(Rule::target)
        .filter(t -> !t.equals(HOST));
  }
}

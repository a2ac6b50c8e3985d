package pnnc.layout.extract;

import java.util.List;
import java.util.Map;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;

/**
 * A device of a cell, wherever and however often that cell is placed.
 *
 * @param rule what it was found by
 * @param body one piece, in the cell's coordinates
 * @param terminals in the order of the rule; ends that are more than the rule says come last
 * @param parameters what a recogniser measured; none if a rule of the process found it
 */
public record Device(
    String rule, Region body, List<Terminal> terminals, Map<String, Double> parameters) {
  public Device {
    terminals = List.copyOf(terminals);
    parameters = Map.copyOf(parameters);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("a device `%s` without a body".formatted(rule));
    }
  }

  /** Of the body, dbu². */
  public double area() {
    return body.area();
  }

  /** Around the body. */
  public Box bounds() {
    return body.bounds().orElseThrow();
  }

  /**
   * How long the body is between its two ends if it is straight: area over the mean width of the
   * two contacts, dbu. Not a number unless two terminals have edges.
   */
  public double length() {
    return area() / width();
  }

  /** The mean width of its two ends, dbu. */
  public double width() {
    return terminals.stream()
        .filter(t -> !t.edges().isEmpty())
        .mapToDouble(Terminal::width)
        .average()
        .orElse(Double.NaN);
  }
}

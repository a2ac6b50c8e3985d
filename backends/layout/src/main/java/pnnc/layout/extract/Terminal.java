package pnnc.layout.extract;

import java.util.List;

/**
 * Where a net enters a device.
 *
 * @param mask of the net there
 * @param net of the cell, or {@link #OPEN}
 * @param edges along which the body meets the net, if it is one end of two; none if the body
 *     touches the net with its area
 */
public record Terminal(String mask, int net, List<Edge> edges) {
  /** No net: the device has fewer ends than its rule says. */
  public static final int OPEN = -1;

  public Terminal {
    edges = List.copyOf(edges);
  }

  /** How wide the contact is, dbu: the sum of its edges. */
  public double width() {
    return edges.stream().mapToDouble(Edge::length).sum();
  }
}

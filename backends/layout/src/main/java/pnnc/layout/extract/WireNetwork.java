package pnnc.layout.extract;

import java.util.List;
import java.util.Map;
import pnnc.base.process.ProcessRules;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;

/**
 * The wires of a net as resistors between taps. Sheet resistances and cuts are those of the
 * process.
 *
 * <p>Wires are cut into boxes across the longer side of each piece; in each box the current flows
 * along one axis, between the centres of what leads in and out, through squares of the box's width.
 * That is exact for straight strips with taps, however many; where a width changes, spreading is
 * left out. What leaves a strip sideways starts at the strip's centre line, except at the end of a
 * strip: the square of a corner counts {@link #CORNER}, which holds for equal widths.
 *
 * @param nodes how many
 * @param taps the node of each tap, in the order in which the taps were given; taps with nothing
 *     between them are one node. Nodes of taps have the lowest numbers
 * @param resistors by mask, then by place
 */
public record WireNetwork(int nodes, List<Integer> taps, List<Resistor> resistors) {
  /**
   * Squares of a right-angled corner between strips of one width: 0.5588 by conformal mapping (P.
   * M. Hall, Resistance calculations for thin film patterns, Thin Solid Films 1, 1968).
   */
  public static final double CORNER = 0.559;

  public WireNetwork {
    taps = List.copyOf(taps);
    resistors = List.copyOf(resistors);
  }

  /**
   * Where a current enters or leaves.
   *
   * @param mask of the wire
   * @param at the current enters at its centre
   */
  public record Tap(String mask, Box at) {}

  /**
   * A piece of wire, or a cut.
   *
   * @param mask of the wire or cut
   * @param from a node
   * @param to another
   * @param ohms positive
   */
  public record Resistor(String mask, int from, int to, double ohms) {}

  /**
   * Cuts up {@code wires}.
   *
   * @param wires of one net by mask, cuts included: {@link ExtractedCell#wires}, or those of
   *     several cells put together
   * @param process gives ohms per square and per cut; what has none is without resistance. A cut
   *     that overlaps both of its layers counts once, whatever its size
   * @throws IllegalArgumentException if a wire has borders that are not along the axes, or a tap
   *     lies on no wire
   */
  public static WireNetwork of(Map<String, Region> wires, ProcessRules process, List<Tap> taps) {
    return new WireCutter(wires, process, taps).cut();
  }
}

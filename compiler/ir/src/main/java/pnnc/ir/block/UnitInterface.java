package pnnc.ir.block;

import java.util.List;

/**
 * How numbers of the network become signals at the ports of one unit (a tile, a mesh, a volume) and
 * back. This is all that may pass from the compiler to the checker beside the layout: names, ports
 * and factors, never a weight.
 *
 * <p>With input {@code x} and output {@code y} of the block, flattened row-major:
 *
 * <pre>{@code
 * signal(d.port) = d.factor · x[d.input] + d.offset        for every drive d
 * y[r.output]   += r.factor · signal(r.port) + r.offset    for every readout r
 * }</pre>
 *
 * <p>Outputs that several units contribute to (tiles side by side) are summed. For a convolution
 * {@code x} is one patch and {@code y} one pixel, for a group of it the group's own.
 *
 * @param unit name; also of its netlist and its cell
 * @param group which matrix of the block, 0 for most
 * @param drives what is applied
 * @param readouts what is read
 */
public record UnitInterface(String unit, int group, List<Drive> drives, List<Readout> readouts) {
  /**
   * Applies an input to a port.
   *
   * @param port name in the unit's netlist
   * @param input index into the block's input; -1 for a port held at {@code offset}
   * @param factor signal (V, A or √W by physics) per unit of the input
   * @param offset signal at input 0
   */
  public record Drive(String port, int input, double factor, double offset) {}

  /**
   * Adds a port's signal to an output.
   *
   * @param port name in the unit's netlist
   * @param output index into the block's output
   * @param factor units of the output per signal
   * @param offset added once, in units of the output
   */
  public record Readout(String port, int output, double factor, double offset) {}

  public UnitInterface {
    drives = List.copyOf(drives);
    readouts = List.copyOf(readouts);
  }
}

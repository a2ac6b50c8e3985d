package pnnc.ir.block;

import java.util.List;
import java.util.Optional;

/**
 * How numbers of the network become signals at the ports of one unit (a tile, a mesh, a volume) and
 * back. This is all that may pass from the compiler to the checker beside the layout: names, ports
 * and factors, never a weight.
 *
 * <p>With input {@code x} and output {@code y} of the block, flattened row-major:
 *
 * <pre>{@code
 * signal(d.port) = d.converter(d.factor · x[d.input] + d.offset)            for every drive d
 * y[r.output]   += r.factor · r.converter(signal(r.port) − signal(r.against)) + r.offset
 *                                                                           for every readout r
 * }</pre>
 *
 * <p>With {@code sliceBits} above 0 signals are shown piece by piece, see {@link InputSlices}, and
 * the answers to the pieces are converted one by one and added up with their weights before they
 * are multiplied by {@code r.factor}.
 *
 * <p>Outputs that several units contribute to (tiles side by side) are summed. For a convolution
 * {@code x} is one patch and {@code y} one pixel, for a group of it the group's own.
 *
 * @param unit name; also of its netlist and its cell
 * @param group which matrix of the block, 0 for most
 * @param drives what is applied
 * @param readouts what is read
 * @param sliceBits that drives show at a time, all of them through equal converters; 0: the whole
 */
public record UnitInterface(
    String unit, int group, List<Drive> drives, List<Readout> readouts, int sliceBits) {
  /**
   * A converter between numbers and signals: {@code 2^bits} equal steps from {@code low} to {@code
   * high}, both among them; what lies beyond is clipped.
   *
   * @param bits 1 to 24; 0 for one that leaves signals as they are
   * @param low least signal
   * @param high greatest signal, above {@code low}
   */
  public record Converter(int bits, double low, double high) {
    /** Leaves signals as they are. */
    public static final Converter IDEAL = new Converter(0, 0, 0);

    public Converter {
      boolean fits = bits == 0 || (bits >= 1 && bits <= 24 && low < high);
      if (!fits || !Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException(
            "no converter: %d bits from %s to %s".formatted(bits, low, high));
      }
    }

    /** Whether signals pass unchanged. */
    public boolean isIdeal() {
      return bits == 0;
    }

    /** From one code to the next; 0 if this is ideal. */
    public double step() {
      return bits == 0 ? 0 : (high - low) / ((1 << bits) - 1);
    }

    /** The nearest signal that a code stands for, ties towards +∞. */
    public double convert(double signal) {
      if (bits == 0) {
        return signal;
      }
      double code = Math.floor((signal - low) / step() + 0.5);
      return low + Math.max(0, Math.min((1 << bits) - 1, code)) * step();
    }
  }

  /**
   * Applies an input to a port.
   *
   * @param port name in the unit's netlist
   * @param input index into the block's input; -1 for a port held at {@code offset}
   * @param factor signal (V, A or √W by physics) per unit of the input
   * @param offset signal at input 0
   * @param converter in units of the signal
   */
  public record Drive(String port, int input, double factor, double offset, Converter converter) {
    /** Without a converter. */
    public Drive(String port, int input, double factor, double offset) {
      this(port, input, factor, offset, Converter.IDEAL);
    }
  }

  /**
   * Adds a port's signal, or what it is above another's, to an output.
   *
   * @param port name in the unit's netlist
   * @param against the port whose signal is taken off before it is converted; empty for none
   * @param output index into the block's output
   * @param factor units of the output per signal
   * @param offset added once, in units of the output
   * @param converter in units of the signal
   */
  public record Readout(
      String port, String against, int output, double factor, double offset, Converter converter) {
    /** Of one port, without a converter. */
    public Readout(String port, int output, double factor, double offset) {
      this(port, "", output, factor, offset, Converter.IDEAL);
    }
  }

  public UnitInterface {
    drives = List.copyOf(drives);
    readouts = List.copyOf(readouts);
    if (sliceBits != 0) {
      requireSlices(drives, sliceBits);
    }
  }

  /** With signals shown as a whole. */
  public UnitInterface(String unit, int group, List<Drive> drives, List<Readout> readouts) {
    this(unit, group, drives, readouts, 0);
  }

  private static void requireSlices(List<Drive> drives, int bits) {
    if (drives.stream().map(Drive::converter).distinct().count() > 1) {
      throw new IllegalArgumentException("drives that show pieces of different converters");
    }
    drives.stream().findFirst().ifPresent(d -> new InputSlices(d.converter(), bits));
  }

  /** How signals are shown piece by piece; empty if they are shown as a whole. */
  public Optional<InputSlices> slices() {
    return sliceBits == 0
        ? Optional.empty()
        : drives.stream().findFirst().map(d -> new InputSlices(d.converter(), sliceBits));
  }
}

package pnnc.sim.physics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pnnc.ir.block.UnitInterface;

/**
 * What a unit computes when its converters are ideal, in units of the network:
 *
 * <pre>{@code y[output(m)] += Σ_k at(k, m) · x[input(k)] + constant(m)}</pre>
 */
public final class UnitResponse {
  private final UnitInterface ports;
  private final int[] inputs;
  private final int[] outputs;
  private final double[] gains;
  private final double[] constants;
  private final double[] gainRoundings;
  private final double[] constantRoundings;

  /** A response of nothing yet. */
  UnitResponse(UnitInterface ports) {
    this.ports = ports;
    this.inputs = sorted(ports.drives().stream().mapToInt(UnitInterface.Drive::input));
    this.outputs = sorted(ports.readouts().stream().mapToInt(UnitInterface.Readout::output));
    this.gains = new double[inputs.length * outputs.length];
    this.constants = new double[outputs.length];
    this.gainRoundings = new double[gains.length];
    this.constantRoundings = new double[constants.length];
  }

  private static int[] sorted(IntStream indices) {
    return indices.filter(i -> i >= 0).distinct().sorted().toArray();
  }

  void addGain(int input, int output, double gain, double rounding) {
    int at = index(inputs, input) * outputs.length + index(outputs, output);
    gains[at] += gain;
    gainRoundings[at] += rounding;
  }

  void addConstant(int output, double constant, double rounding) {
    int at = index(outputs, output);
    constants[at] += constant;
    constantRoundings[at] += rounding;
  }

  private static int index(int[] of, int value) {
    return Arrays.binarySearch(of, value);
  }

  /** Name of the unit. */
  public String unit() {
    return ports.unit();
  }

  /** Which matrix of the block. */
  public int group() {
    return ports.group();
  }

  /** How many inputs of the block there are. */
  public int inputs() {
    return inputs.length;
  }

  /** How many outputs of the block there are. */
  public int outputs() {
    return outputs.length;
  }

  /** Index into the block's input; they ascend with {@code k}. */
  public int input(int k) {
    return inputs[k];
  }

  /** Index into the block's output; they ascend with {@code m}. */
  public int output(int m) {
    return outputs[m];
  }

  /** Output per input. */
  public double at(int k, int m) {
    return gains[k * outputs.length + m];
  }

  /** Output where all inputs are 0. */
  public double constant(int m) {
    return constants[m];
  }

  /** What {@link #at} may be off by since devices have levels: half a level; 0 if unknown. */
  public double rounding(int k, int m) {
    return gainRoundings[k * outputs.length + m];
  }

  /** What {@link #constant} may be off by, likewise. */
  public double constantRounding(int m) {
    return constantRoundings[m];
  }

  /** Whether a port is held for the sake of the constants. */
  public boolean hasConstants() {
    return ports.drives().stream().anyMatch(d -> d.input() < 0);
  }

  /** The ports that input {@code input} of the block drives; for -1 those that are held. */
  public List<String> driven(int input) {
    return ports.drives().stream()
        .filter(d -> d.input() == input)
        .map(UnitInterface.Drive::port)
        .distinct()
        .toList();
  }

  /** The ports that output {@code output} of the block is read from. */
  public List<String> read(int output) {
    return ports.readouts().stream()
        .filter(r -> r.output() == output)
        .flatMap(r -> Stream.of(r.port(), r.against()))
        .filter(port -> !port.isEmpty())
        .distinct()
        .toList();
  }
}

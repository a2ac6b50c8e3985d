package pnnc.sim.physics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.block.InputSlices;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.circuit.Port;
import pnnc.ir.netlist.Netlist;

/**
 * A unit's physics behind its interface: numbers in, numbers out. Ports that two drives name get
 * the sum of both; ports that two readouts name are read once.
 */
final class AssembledUnit {
  private static final int NONE = -1;

  private final UnitInterface ports;
  private final Optional<InputSlices> pieces;
  private final UnitPhysics physics;
  private final double step;
  private final Map<String, Integer> driven;
  private final Map<String, Integer> read;

  /** The driven port of each drive, the read one of each readout, and the one taken off. */
  private final int[] inputs;

  private final int[] outputs;
  private final int[] against;

  private final DoubleUnaryOperator[] converters;

  /**
   * A unit.
   *
   * @throws DiagnosedException if the netlist lacks a port that the interface names, or has it the
   *     other way round
   */
  AssembledUnit(UnitInterface ports, Netlist netlist, PhysicsSolver solver, long chip) {
    this.ports = ports;
    this.pieces = ports.slices();
    this.driven = numbered(ports.drives().stream().map(UnitInterface.Drive::port));
    this.read =
        numbered(
            ports.readouts().stream()
                .flatMap(
                    r ->
                        r.against().isEmpty()
                            ? Stream.of(r.port())
                            : Stream.of(r.port(), r.against())));
    requirePorts(netlist);
    this.inputs = ports.drives().stream().mapToInt(d -> driven.get(d.port())).toArray();
    this.outputs = ports.readouts().stream().mapToInt(r -> read.get(r.port())).toArray();
    this.against =
        ports.readouts().stream().mapToInt(r -> read.getOrDefault(r.against(), NONE)).toArray();
    this.step = solver.step(netlist);
    this.physics =
        solver.prepare(netlist, List.copyOf(driven.keySet()), List.copyOf(read.keySet()), chip);
    this.converters = new DoubleUnaryOperator[outputs.length];
    for (int k = 0; k < outputs.length; k++) {
      converters[k] = physics.outputConverter(k, ports.readouts().get(k).converter());
    }
  }

  private void requirePorts(Netlist netlist) {
    requirePorts(driven.keySet(), netlist, Port.Direction.OUT);
    requirePorts(read.keySet(), netlist, Port.Direction.IN);
  }

  private void requirePorts(Set<String> wanted, Netlist netlist, Port.Direction other) {
    Set<String> fit =
        netlist.ports().stream()
            .filter(p -> p.direction() != other)
            .map(Port::name)
            .collect(Collectors.toSet());
    for (String port : wanted) {
      if (!fit.contains(port)) {
        throw new DiagnosedException(DiagnosticCode.UNIT_PORT_MISSING.error(ports.unit(), port));
      }
    }
  }

  private static Map<String, Integer> numbered(Stream<String> names) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    names.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    return numbers;
  }

  UnitInterface ports() {
    return ports;
  }

  /**
   * Adds what this unit contributes.
   *
   * @param x the block's input at some positions, row-major {@code [in, columns]}; not modified
   * @param columns how many positions
   * @param y the block's output there, row-major {@code [out, columns]}; added to
   */
  void add(double[] x, int columns, double[] y) {
    double[] sums = new double[outputs.length * columns];
    double[] answers = new double[read.size() * columns];
    for (int slice = 0; slice < slices(); slice++) {
      physics.respond(signals(x, columns, slice), columns, answers);
      double weight = pieces.isEmpty() ? 1 : pieces.get().weight(slice);
      for (int k = 0; k < outputs.length; k++) {
        convert(k, answers, columns, weight, sums);
      }
    }
    for (int k = 0; k < outputs.length; k++) {
      UnitInterface.Readout r = ports.readouts().get(k);
      for (int c = 0; c < columns; c++) {
        y[r.output() * columns + c] += r.factor() * sums[k * columns + c] + r.offset();
      }
    }
  }

  private int slices() {
    return pieces.map(InputSlices::count).orElse(1);
  }

  /** Row-major {@code [driven ports, columns]}. */
  private double[] signals(double[] x, int columns, int slice) {
    double[] signals = new double[driven.size() * columns];
    for (int k = 0; k < inputs.length; k++) {
      UnitInterface.Drive d = ports.drives().get(k);
      DoubleUnaryOperator dac =
          pieces.isEmpty() ? d.converter()::convert : v -> pieces.get().signal(v, slice);
      drive(d, dac, x, columns, signals, inputs[k] * columns);
    }
    return signals;
  }

  private static void drive(
      UnitInterface.Drive d,
      DoubleUnaryOperator dac,
      double[] x,
      int columns,
      double[] signals,
      int to) {
    if (d.input() < 0) {
      double held = dac.applyAsDouble(d.offset());
      for (int c = 0; c < columns; c++) {
        signals[to + c] += held;
      }
      return;
    }
    int from = d.input() * columns;
    for (int c = 0; c < columns; c++) {
      signals[to + c] += dac.applyAsDouble(d.factor() * x[from + c] + d.offset());
    }
  }

  /** Adds what readout {@code k} says to {@code sums}. */
  private void convert(int k, double[] answers, int columns, double weight, double[] sums) {
    for (int c = 0; c < columns; c++) {
      double off = against[k] == NONE ? 0 : answers[against[k] * columns + c];
      double signal = answers[outputs[k] * columns + c] - off;
      sums[k * columns + c] += weight * converters[k].applyAsDouble(signal);
    }
  }

  /** What reads take, if that is known. */
  Optional<ReadCosts> costs() {
    return physics.costs();
  }

  /**
   * What {@link #add} takes, without the time until the last output is known.
   *
   * @throws IllegalStateException if {@link #costs} is empty
   */
  RunCost cost(double[] x, int columns) {
    ReadCosts costs = physics.costs().orElseThrow(IllegalStateException::new);
    double watts = 0;
    for (int slice = 0; slice < slices(); slice++) {
      watts += costs.watts(signals(x, columns, slice), columns);
    }
    double reads = (double) columns * slices();
    int outs = ports.readouts().size();
    long ins = ports.drives().stream().filter(d -> d.input() >= 0).count();
    double held = costs.heldSeconds(outs);
    return new RunCost(
        watts * held,
        reads * ins * costs.inputJoules(),
        reads * outs * costs.outputJoules(),
        reads * outs * costs.outputWatts() * held,
        reads * held);
  }

  /** {@code reads} until the last output is known. */
  RunCost finished(RunCost reads) {
    double last = physics.costs().map(ReadCosts::lastSeconds).orElse(0.0);
    return reads.then(new RunCost(0, 0, 0, 0, last));
  }

  private double[] answers(double[] signals) {
    double[] answers = new double[read.size()];
    physics.respond(signals, answers);
    return answers;
  }

  private double signal(UnitInterface.Readout r, double[] answers) {
    double signal = answers[read.get(r.port())];
    return r.against().isEmpty() ? signal : signal - answers[read.get(r.against())];
  }

  /**
   * What this unit computes with ideal converters: one port after the other is given as much as its
   * converter gives at most, and what comes out is taken to be in proportion.
   */
  UnitResponse response() {
    UnitResponse response = new UnitResponse(ports);
    double[] rest = answers(new double[driven.size()]);
    for (UnitInterface.Readout r : ports.readouts()) {
      response.addConstant(r.output(), r.offset() + r.factor() * signal(r, rest), 0);
    }
    for (UnitInterface.Drive d : ports.drives()) {
      double[] slopes = slopes(d, rest);
      for (UnitInterface.Readout r : ports.readouts()) {
        double gain = r.factor() * signal(r, slopes);
        double rounding = Math.abs(r.factor()) * step / 2;
        response.addConstant(r.output(), gain * d.offset(), rounding * Math.abs(d.offset()));
        if (d.input() >= 0) {
          double slope = d.factor();
          response.addGain(d.input(), r.output(), gain * slope, rounding * Math.abs(slope));
        }
      }
    }
    return response;
  }

  /** What a unit of signal at a port adds to each answer. */
  private double[] slopes(UnitInterface.Drive d, double[] rest) {
    UnitInterface.Converter converter = d.converter();
    double most = Math.max(Math.abs(converter.low()), Math.abs(converter.high()));
    double signal = converter.isIdeal() ? 1 : most;
    double[] signals = new double[driven.size()];
    signals[driven.get(d.port())] = signal;
    double[] slopes = answers(signals);
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = (slopes[k] - rest[k]) / signal;
    }
    return slopes;
  }
}

package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import pnnc.backend.LoweredUnit;
import pnnc.backend.LoweringContext;
import pnnc.backend.Unit;
import pnnc.crossbar.CrossbarSettings;
import pnnc.ir.block.InputSlices;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.crossbar.Wires;

/**
 * One tile of a matrix as pairs of conductances. With {@code v_i = x_i · V/X}, {@code X} the
 * largest input seen and {@code V} the reading voltage, and {@code k} siemens for a unit of weight,
 *
 * <pre>{@code
 * y_o = Σ_i W_oi x_i + b_o  ≈  X/(V·k) · (i⁺_o − i⁻_o),   i±_o = Σ_i G±_oi v_i
 * G⁺_oi − G⁻_oi ≈ k · W_oi,   and   k · b_o / (X · rows)  in each word line of the bias, held at V
 * }</pre>
 *
 * {@code G} is what wires leave of the cells ({@code Compensator}), or the cells themselves if the
 * target does not ask for that. Inputs may be shown piece by piece ({@code InputSlices}); the
 * converter's range is then that of the pieces' currents. Word lines are {@code W0, W1, …}, those
 * of the bias last; bit lines {@code B0, B1, …} alternate in sign.
 */
public final class TileLowering {
  private final LinearBlock block;
  private final Unit unit;
  private final CrossbarSettings settings;
  private final int ins;
  private final int outs;
  private final int biasRows;
  private final double[] siemens;
  private final LevelPairs pairs;
  private final Optional<InputColumns> inputs;
  private final double largestInput;

  /** The tile {@code unit} of {@code block}. */
  public TileLowering(
      LinearBlock block,
      Unit unit,
      CrossbarSettings settings,
      SeenInputs seen,
      LoweringContext context) {
    this.block = block;
    this.unit = unit;
    this.settings = settings;
    this.ins = unit.inTo() - unit.inFrom();
    this.outs = unit.outTo() - unit.outFrom();
    this.biasRows = unit.inFrom() == 0 ? Tiling.biasRows(block, settings) : 0;
    this.siemens =
        IntStream.range(0, settings.cell().levels())
            .mapToDouble(settings.cell()::siemens)
            .toArray();
    this.pairs = LevelPairs.of(siemens);
    this.inputs = seen.of(block, unit.group(), context);
    double largest = inputs.map(InputColumns::largest).orElse(0.0);
    this.largestInput = largest > 0 ? largest : 1;
  }

  /** The tile as devices. */
  public LoweredUnit lower() {
    LevelChoice chosen = choose(weights());
    Map<String, Double> figures =
        settings.isCompensated()
            ? Map.of("weightError", chosen.residual(), "clippedWeights", (double) chosen.clipped())
            : Map.of();
    return new LoweredUnit(netlist(chosen), ports(chosen), 2L * rows() * outs, figures);
  }

  private LevelChoice choose(double[] weights) {
    if (!settings.isCompensated()) {
      return LevelChoice.ideal(weights, WeightScale.of(weights, pairs), pairs);
    }
    Wires wires = PlannedWires.of(settings, rows(), 2 * outs);
    return new Compensator(weights, pairs, siemens, wires).choose();
  }

  private int rows() {
    return ins + biasRows;
  }

  /** {@code [rows, outs]}: what each word line contributes to each output. */
  private double[] weights() {
    double[] tile = new double[outs * ins];
    block.matrix(unit.group()).read(unit.outFrom(), unit.outTo(), unit.inFrom(), unit.inTo(), tile);
    double[] weights = new double[rows() * outs];
    for (int o = 0; o < outs; o++) {
      for (int i = 0; i < ins; i++) {
        weights[i * outs + o] = tile[o * ins + i];
      }
      for (int b = 0; b < biasRows; b++) {
        weights[(ins + b) * outs + o] = bias(o) / (largestInput * biasRows);
      }
    }
    return weights;
  }

  private double bias(int out) {
    int channel = unit.group() * block.shape().out() + unit.outFrom() + out;
    int perChannel = block.shape().out() * block.groups() / block.outputChannels();
    return TensorElements.of(block.bias().orElseThrow()).doubleAt(channel / perChannel);
  }

  private ElectricalNetlist netlist(LevelChoice chosen) {
    List<String> words = names("W", rows());
    List<String> bits = names("B", 2 * outs);
    int size = 2 * rows() * outs;
    Reals levels =
        Reals.generate(
            size,
            k -> {
              int pair = chosen.pair(k / 2);
              return k % 2 == 0 ? pairs.plus(pair) : pairs.minus(pair);
            });
    CrosspointArray array =
        new CrosspointArray(
            "cells",
            words,
            bits,
            "cell",
            new CrosspointArray.Crosspoints(
                Reals.constant(size, 1),
                Reals.generate(size, k -> levels.get(k) > 0 ? 1 : 0),
                levels,
                Optional.of(Reals.generate(size, k -> siemens[(int) levels.get(k)]))),
            CrosspointArray.Wires.uniform(size, 0, 0),
            Optional.empty());
    List<Port> ports = new ArrayList<>();
    words.forEach(w -> ports.add(new Port(w, Port.Direction.IN, Port.Role.SIGNAL)));
    bits.forEach(b -> ports.add(new Port(b, Port.Direction.OUT, Port.Role.SIGNAL)));
    List<ElectricalDevice> devices = List.of(array);
    return new ElectricalNetlist(
        Circuit.flat(
            unit.name(),
            List.of(new Model("cell", "resistive", Map.of())),
            new Cell<>(unit.name(), ports, devices, List.of())));
  }

  private static List<String> names(String letter, int count) {
    return IntStream.range(0, count).mapToObj(k -> letter + k).toList();
  }

  private UnitInterface ports(LevelChoice chosen) {
    double volts = settings.readVolts();
    boolean isOneSided = inputs.map(InputColumns::areNotNegative).orElse(false);
    Converter dac =
        isOneSided
            ? new Converter(settings.dacBits(), 0, volts)
            : ConverterRange.symmetric(settings.dacBits(), volts);
    List<UnitInterface.Drive> drives = new ArrayList<>();
    for (int i = 0; i < rows(); i++) {
      drives.add(
          i < ins
              ? new UnitInterface.Drive("W" + i, unit.inFrom() + i, volts / largestInput, 0, dac)
              : new UnitInterface.Drive("W" + i, -1, 0, volts, held(dac)));
    }
    Converter adc = adc(chosen, dac);
    List<UnitInterface.Readout> readouts = new ArrayList<>();
    for (int o = 0; o < outs; o++) {
      readouts.add(
          new UnitInterface.Readout(
              "B" + 2 * o,
              "B" + (2 * o + 1),
              unit.outFrom() + o,
              largestInput / (volts * chosen.scale()),
              0,
              adc));
    }
    return new UnitInterface(unit.name(), unit.group(), drives, readouts, settings.sliceBits());
  }

  /** Of a line that is held: pieces are shown of its voltage too, so that they add up to it. */
  private Converter held(Converter dac) {
    return settings.sliceBits() == 0 ? Converter.IDEAL : dac;
  }

  private Converter adc(LevelChoice chosen, Converter dac) {
    if (settings.adcBits() == 0) {
      return Converter.IDEAL;
    }
    double most = pairs.difference(pairs.size() - 1) * settings.readVolts() * rows();
    if (!settings.isCalibrated() || inputs.isEmpty()) {
      return ConverterRange.symmetric(settings.adcBits(), most);
    }
    double volts = settings.readVolts();
    List<double[]> columns = inputs.get().columns();
    Optional<InputSlices> slices =
        settings.sliceBits() == 0
            ? Optional.empty()
            : Optional.of(new InputSlices(dac, settings.sliceBits()));
    int pieces = slices.map(InputSlices::count).orElse(1);
    double[] seen = new double[columns.size() * pieces * outs];
    for (int c = 0; c < columns.size(); c++) {
      for (int p = 0; p < pieces; p++) {
        int piece = p;
        DoubleUnaryOperator shown =
            slices.isEmpty() ? dac::convert : v -> slices.get().signal(v, piece);
        double held = slices.map(s -> s.signal(volts, piece)).orElse(volts);
        addCurrents(columns.get(c), chosen, shown, held, seen, (c * pieces + p) * outs);
      }
    }
    return ConverterRange.fitted(settings.adcBits(), seen, most);
  }

  /** The differences of currents for one column of inputs, or for a piece of it. */
  private void addCurrents(
      double[] column,
      LevelChoice chosen,
      DoubleUnaryOperator dac,
      double held,
      double[] into,
      int at) {
    double volts = settings.readVolts();
    for (int i = 0; i < rows(); i++) {
      double v =
          i < ins ? dac.applyAsDouble(column[unit.inFrom() + i] * volts / largestInput) : held;
      if (v != 0) {
        for (int o = 0; o < outs; o++) {
          into[at + o] += v * chosen.difference(i * outs + o);
        }
      }
    }
  }
}

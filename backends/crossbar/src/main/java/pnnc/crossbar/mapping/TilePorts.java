package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import pnnc.backend.Unit;
import pnnc.crossbar.CrossbarSettings;
import pnnc.ir.block.InputSlices;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;

/**
 * How numbers reach a tile and come back: a drive for each word line, and for each output a readout
 * of each of its slices, all of which have one converter's range and one factor.
 */
final class TilePorts {
  private final Unit unit;
  private final CrossbarSettings settings;
  private final int ins;
  private final int biasRows;
  private final Optional<InputColumns> inputs;
  private final double largestInput;

  /**
   * Ports of {@code unit}.
   *
   * @param biasRows word lines held at the reading voltage, behind those of the inputs
   * @param inputs what was seen of them, if anything was
   * @param largestInput that is driven without clipping, above 0
   */
  TilePorts(
      Unit unit,
      CrossbarSettings settings,
      int biasRows,
      Optional<InputColumns> inputs,
      double largestInput) {
    this.unit = unit;
    this.settings = settings;
    this.ins = unit.inTo() - unit.inFrom();
    this.biasRows = biasRows;
    this.inputs = inputs;
    this.largestInput = largestInput;
  }

  /** The ports when the tile is as {@code chosen}. */
  UnitInterface of(BitLines lines, LevelChoice chosen, SlicedPairs pairs) {
    Converter dac = dac();
    double volts = settings.readVolts();
    double[][] seen = seen(lines, chosen, dac);
    double most =
        Math.max(pairs.pairs().greatest(), -pairs.pairs().least()) * volts * (ins + biasRows);
    UnitInterface.Readout[] readouts = new UnitInterface.Readout[lines.values()];
    for (int s = 0; s < lines.slices(); s++) {
      Converter adc = adc(seen, s, most);
      double factor = largestInput * pairs.factor(s) / (volts * chosen.scale());
      for (int v = s; v < readouts.length; v += lines.slices()) {
        int out = unit.outFrom() + v / lines.slices();
        String plus = "B" + lines.plus(v);
        readouts[v] = new UnitInterface.Readout(plus, "B" + lines.minus(v), out, factor, 0, adc);
      }
    }
    return new UnitInterface(
        unit.name(), unit.group(), drives(dac), List.of(readouts), settings.sliceBits());
  }

  /** The converters of slice {@code s}, of which nothing may have been seen. */
  private Converter adc(double[][] seen, int s, double most) {
    if (settings.adcBits() == 0) {
      return Converter.IDEAL;
    }
    return seen.length == 0
        ? ConverterRange.symmetric(settings.adcBits(), most)
        : ConverterRange.fitted(settings.adcBits(), seen[s], most);
  }

  private Converter dac() {
    boolean isOneSided =
        inputs.map(all -> all.areNotNegative(unit.inFrom(), unit.inTo())).orElse(false);
    return isOneSided
        ? new Converter(settings.dacBits(), 0, settings.readVolts())
        : ConverterRange.symmetric(settings.dacBits(), settings.readVolts());
  }

  private List<UnitInterface.Drive> drives(Converter dac) {
    double volts = settings.readVolts();
    List<UnitInterface.Drive> drives = new ArrayList<>();
    for (int i = 0; i < ins + biasRows; i++) {
      drives.add(
          i < ins
              ? new UnitInterface.Drive("W" + i, unit.inFrom() + i, volts / largestInput, 0, dac)
              : new UnitInterface.Drive("W" + i, -1, 0, volts, held(dac)));
    }
    return drives;
  }

  /** Of a line that is held: pieces are shown of its voltage too, so that they add up to it. */
  private Converter held(Converter dac) {
    return settings.sliceBits() == 0 ? Converter.IDEAL : dac;
  }

  /** For each slice the currents that its converters get; nothing if ranges are not fitted. */
  private double[][] seen(BitLines lines, LevelChoice chosen, Converter dac) {
    if (!settings.isCalibrated() || settings.adcBits() == 0 || inputs.isEmpty()) {
      return new double[0][];
    }
    List<DoubleUnaryOperator> shown = shown(dac);
    List<double[]> columns = inputs.get().columns();
    double[][] seen = new double[lines.slices()][columns.size() * shown.size() * lines.outs()];
    double[] currents = new double[lines.values()];
    for (int c = 0; c < columns.size(); c++) {
      for (int p = 0; p < shown.size(); p++) {
        currents(columns.get(c), chosen, shown.get(p), currents);
        int at = (c * shown.size() + p) * lines.outs();
        for (int v = 0; v < currents.length; v++) {
          seen[v % lines.slices()][at + v / lines.slices()] = currents[v];
        }
      }
    }
    return seen;
  }

  /** What a line shows of a voltage, piece after piece. */
  private List<DoubleUnaryOperator> shown(Converter dac) {
    if (settings.sliceBits() == 0) {
      return List.of(dac::convert);
    }
    InputSlices slices = new InputSlices(dac, settings.sliceBits());
    return IntStream.range(0, slices.count())
        .<DoubleUnaryOperator>mapToObj(p -> v -> slices.signal(v, p))
        .toList();
  }

  /** The differences of currents for one column of inputs, or for a piece of it. */
  private void currents(
      double[] column, LevelChoice chosen, DoubleUnaryOperator shown, double[] into) {
    double volts = settings.readVolts();
    double held = settings.sliceBits() == 0 ? volts : shown.applyAsDouble(volts);
    Arrays.fill(into, 0);
    for (int i = 0; i < ins + biasRows; i++) {
      double v =
          i < ins ? shown.applyAsDouble(column[unit.inFrom() + i] * volts / largestInput) : held;
      if (v != 0) {
        for (int k = 0; k < into.length; k++) {
          into[k] += v * chosen.difference(i * into.length + k);
        }
      }
    }
  }
}

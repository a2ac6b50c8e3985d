package pnnc.driver.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.backend.LoweredUnit;
import pnnc.backend.Lowering;
import pnnc.backend.LoweringContext;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.base.units.Siemens;
import pnnc.base.units.SquareMicrometres;
import pnnc.ir.block.Block;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.Crosspoint;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.network.TensorElements;

/** Weights to differential pairs of resistors, in tiles of 16 by 16. */
final class ToyLowering implements Lowering {
  static final int TILE = 16;

  /** Conductance of a square micrometre; assumed. */
  static final double SIEMENS_PER_SQUARE_MICROMETRE = 1e-4;

  private static final int LARGEST_SIDE = 1000;
  private static final Model MODEL = new Model("film", "resistive", Map.of());

  private final int linearSamples;
  private final Map<String, CalibrationData> calibrations;

  ToyLowering(int linearSamples, Map<String, CalibrationData> calibrations) {
    this.linearSamples = linearSamples;
    this.calibrations = calibrations;
  }

  @Override
  public int calibrationSamples(Block block, Target target) {
    return block instanceof LinearBlock
        ? linearSamples
        : Lowering.super.calibrationSamples(block, target);
  }

  @Override
  public List<Unit> plan(Block block, Target target) {
    if (!(block instanceof LinearBlock linear)) {
      return List.of(new Unit(block.name(), 0, 0, 1, 0, 1));
    }
    List<Unit> units = new ArrayList<>();
    int out = linear.shape().out();
    int in = linear.shape().in();
    for (int g = 0; g < linear.groups(); g++) {
      for (int o = 0; o < out; o += TILE) {
        for (int i = 0; i < in; i += TILE) {
          String name = "%s.%d.%d.%d".formatted(block.name(), g, o, i);
          units.add(new Unit(name, g, o, Math.min(out, o + TILE), i, Math.min(in, i + TILE)));
        }
      }
    }
    return units;
  }

  @Override
  public LoweredUnit lower(Block block, Unit unit, Target target, LoweringContext context) {
    if (block instanceof LinearBlock) {
      context.calibration().ifPresent(data -> calibrations.put(unit.name(), data));
    }
    return block instanceof LinearBlock linear
        ? draw(unit, weights(linear, unit))
        : new ToyTraining(context).lower(unit);
  }

  /** Rows of the unit's weights; a last column holds the bias where the unit begins a row. */
  private static double[][] weights(LinearBlock block, Unit unit) {
    int in = unit.inTo() - unit.inFrom();
    double[] flat = new double[(unit.outTo() - unit.outFrom()) * in];
    block.matrix(unit.group()).read(unit.outFrom(), unit.outTo(), unit.inFrom(), unit.inTo(), flat);
    double[][] rows = new double[unit.outTo() - unit.outFrom()][in + 1];
    for (int o = 0; o < rows.length; o++) {
      System.arraycopy(flat, o * in, rows[o], 0, in);
      rows[o][in] = unit.inFrom() == 0 ? bias(block, unit, o) : 0;
    }
    return rows;
  }

  private static double bias(LinearBlock block, Unit unit, int row) {
    int channel = unit.group() * block.shape().out() + unit.outFrom() + row;
    return block.bias().map(b -> TensorElements.of(b).doubleAt(channel)).orElse(0.0);
  }

  /**
   * A unit with the given weights.
   *
   * @param rows {@code [out][in + 1]}, the last column for a word line held at 1
   */
  static LoweredUnit draw(Unit unit, double[][] rows) {
    double largest = 1e-300;
    for (double[] row : rows) {
      for (double w : row) {
        largest = Math.max(largest, Math.abs(w));
      }
    }
    double fullArea = LARGEST_SIDE * LARGEST_SIDE * 1e-6;
    double factor = largest / (fullArea * SIEMENS_PER_SQUARE_MICROMETRE);
    List<ElectricalDevice> devices = new ArrayList<>();
    List<Port> ports = new ArrayList<>();
    List<UnitInterface.Drive> drives = new ArrayList<>();
    List<UnitInterface.Readout> readouts = new ArrayList<>();
    int in = rows[0].length - 1;
    for (int i = 0; i <= in; i++) {
      ports.add(new Port("W" + i, Port.Direction.IN, Port.Role.SIGNAL));
      drives.add(
          i < in
              ? new UnitInterface.Drive("W" + i, unit.inFrom() + i, 1, 0)
              : new UnitInterface.Drive("W" + i, -1, 0, 1));
    }
    for (int o = 0; o < rows.length; o++) {
      for (String sign : List.of("p", "m")) {
        String net = "B" + o + sign;
        double sense = sign.equals("p") ? 1 : -1;
        ports.add(new Port(net, Port.Direction.OUT, Port.Role.SIGNAL));
        readouts.add(new UnitInterface.Readout(net, unit.outFrom() + o, sense * factor, 0));
        for (int i = 0; i <= in; i++) {
          device(i, o, sign, sense * rows[o][i] / largest).ifPresent(devices::add);
        }
      }
    }
    Cell<ElectricalDevice> cell = new Cell<>(unit.name(), ports, devices, List.of());
    return new LoweredUnit(
        new ElectricalNetlist(Circuit.flat(unit.name(), List.of(MODEL), cell)),
        new UnitInterface(unit.name(), unit.group(), drives, readouts),
        devices.size());
  }

  /** A device for a weight in [−1, 1], which is drawn only where it is positive. */
  private static Optional<Crosspoint> device(int row, int column, String sign, double weight) {
    int side = (int) Math.round(LARGEST_SIDE * Math.sqrt(Math.max(0, weight)));
    return side == 0
        ? Optional.empty()
        : Optional.of(crosspoint("W" + row, "B" + column + sign, side));
  }

  /** The device of {@code side} nanometres between two nets. */
  static Crosspoint crosspoint(String word, String bit, int side) {
    double area = side * 1e-3 * side * 1e-3;
    return new Crosspoint(
        "X_" + word + "_" + bit,
        word,
        bit,
        MODEL.name(),
        new SquareMicrometres(area),
        0,
        0,
        Optional.of(new Siemens(area * SIEMENS_PER_SQUARE_MICROMETRE)));
  }
}

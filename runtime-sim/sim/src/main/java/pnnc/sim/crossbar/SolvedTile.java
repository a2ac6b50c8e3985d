package pnnc.sim.crossbar;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.EffectiveMatrix;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.Wires;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.physics.UnitPhysics;

/** Puts a tile's effects together, as its cards say: devices of a chip, their law, their noise. */
final class SolvedTile {
  /** The card of what lines are connected to: {@code driver_ohm}, {@code sense_ohm}. */
  private static final String ENDS = "ends";

  /** The card of the converters behind outputs. */
  private static final String ADC = "adc";

  private static final int NOISE = 4;
  private static final int CONVERTERS = 5;

  private final String unit;
  private final DeviceCard card;
  private final CellStatistics statistics;
  private final Optional<ConverterCard> converters;
  private final Optional<Model> sar;
  private final double[] meant;
  private final Wires wires;
  private final int[] rows;
  private final int[] columns;

  /**
   * A tile.
   *
   * @param rows of the ports that are driven; the others are held at ground
   * @param columns of the ports that are read
   */
  SolvedTile(Circuit<?> circuit, CrosspointArray array, int[] rows, int[] columns) {
    this.unit = circuit.name();
    this.card = DeviceCard.of(circuit, array.model());
    this.statistics = CellStatistics.of(card);
    this.converters = ConverterCard.of(circuit);
    this.sar = circuit.model(ADC).filter(m -> m.kind().equals(SarTile.KIND));
    this.meant = array.devices().conductanceSiemens().orElseThrow().toArray();
    this.wires = wires(circuit, array);
    this.rows = rows;
    this.columns = columns;
  }

  /** The drawn wires, with the converters in series. */
  private static Wires wires(Circuit<?> circuit, CrosspointArray array) {
    Wires drawn =
        Wires.of(
            array.rows(),
            array.columns(),
            array.wires().wordOhms().toArray(),
            array.wires().bitOhms().toArray());
    return drawn
        .drivenThrough(all(array.rows(), ends(circuit, "driver_ohm")))
        .sensedThrough(all(array.columns(), ends(circuit, "sense_ohm")));
  }

  private static double ends(Circuit<?> circuit, String parameter) {
    return circuit.model(ENDS).map(m -> m.parameters().getOrDefault(parameter, 0.0)).orElse(0.0);
  }

  private static double[] all(int count, double ohms) {
    double[] all = new double[count];
    Arrays.fill(all, ohms);
    return all;
  }

  /**
   * The tile as it is on one chip; nothing is solved that no effect asks for. What reads take is
   * known of the nominal chip, if the netlist says something of converters.
   */
  UnitPhysics physics(long chip) {
    UnitPhysics tile = array(chip);
    ChipRandom own = ChipRandom.of(chip, unit).about(CONVERTERS);
    return chip == 0 || sar.isEmpty() ? tile : new SarTile(tile, sar.get(), own);
  }

  private UnitPhysics array(long chip) {
    ChipSample sample = new ChipSample(card, statistics, chip, unit);
    double[] programmed = sample.programmed(meant);
    double[] siemens = card.warm(sample.drifts() ? sample.aged(programmed) : programmed);
    boolean isCurved = card.curvature() > 0;
    boolean isNoisy = chip != 0 && statistics.read(card.greatestSiemens(), card.ageSeconds()) > 0;
    boolean isOther = sample.drifts() || card.isWarm();
    boolean isScaled = isOther && card.isDriftCompensated();
    boolean isCosted = chip == 0 && converters.isPresent();
    if (isCurved && !isNoisy && !isScaled && !isCosted) {
      return curved(siemens);
    }
    EffectiveMatrix whole = reduced(siemens);
    double[] seen = seen(whole);
    UnitPhysics tile =
        isCurved ? curved(siemens) : new OhmicTile(seen, rows.length, columns.length);
    tile = isNoisy ? noisy(tile, seen, siemens, chip) : tile;
    tile = isScaled ? new ScaledTile(tile, sum(seen(reduced(programmed))) / sum(seen)) : tile;
    return isCosted ? costed(tile, whole, seen, siemens) : tile;
  }

  private UnitPhysics costed(
      UnitPhysics tile, EffectiveMatrix whole, double[] seen, double[] siemens) {
    ToDoubleFunction<double[]> power =
        card.curvature() > 0 ? curved(siemens)::watts : new DriverPower(whole, rows);
    return new CostedTile(tile, converters.orElseThrow(), power, lineLoss(seen, siemens));
  }

  private double lineLoss(double[] seen, double[] siemens) {
    double worst = 0;
    for (int j = 0; j < columns.length; j++) {
      double left = 0;
      double all = 0;
      for (int i = 0; i < rows.length; i++) {
        left += seen[j * rows.length + i];
        all += siemens[rows[i] * wires.columns() + columns[j]];
      }
      worst = all > 0 ? Math.max(worst, 1 - left / all) : worst;
    }
    return worst;
  }

  private CurvedTile curved(double[] siemens) {
    Crossbar crossbar = new Crossbar(wires, siemens);
    return new CurvedTile(crossbar, new CurvedLaw(crossbar, card.curvature()), rows, columns);
  }

  private EffectiveMatrix reduced(double[] siemens) {
    return KronReduction.reduce(new Crossbar(wires, siemens), Workers.SEQUENTIAL);
  }

  /** What the ports that are used see of the whole, row-major {@code [read, driven]}. */
  private double[] seen(EffectiveMatrix whole) {
    double[] seen = new double[columns.length * rows.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        seen[j * rows.length + i] = whole.siemens(rows[i], columns[j]);
      }
    }
    return seen;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }

  private UnitPhysics noisy(UnitPhysics quiet, double[] seen, double[] siemens, long chip) {
    double[] variances = new double[seen.length];
    for (int k = 0; k < variances.length; k++) {
      double g = siemens[rows[k % rows.length] * wires.columns() + columns[k / rows.length]];
      double sigma = g == 0 ? 0 : card.warmNoise(statistics.read(g, card.ageSeconds()));
      variances[k] = sigma * seen[k] * sigma * seen[k];
    }
    ChipRandom own = ChipRandom.of(chip, unit).about(NOISE);
    return new NoisyTile(quiet, variances, rows.length, columns.length, own);
  }
}

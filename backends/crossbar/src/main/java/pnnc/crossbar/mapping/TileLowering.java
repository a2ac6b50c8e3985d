package pnnc.crossbar.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pnnc.backend.LoweredUnit;
import pnnc.backend.LoweringContext;
import pnnc.backend.Unit;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.program.WriteVerify;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.crossbar.Wires;

/**
 * One tile of a matrix as conductances. With {@code v_i = x_i · V/X}, {@code X} the largest input
 * seen at these word lines, a little more where others reach further, {@code V} the reading
 * voltage, {@code k} siemens for a unit of weight, and a weight in slices {@code s} of which each
 * is {@code ρ} times as coarse as the one before ({@link SlicedPairs}; there is one as a rule),
 *
 * <pre>{@code
 * y_o = Σ_i W_oi x_i + b_o  ≈  X/(V·k) · Σ_s ρ^s (i⁺_os − i⁻_os),   i±_os = Σ_i G±_osi v_i
 * Σ_s ρ^s (G⁺_osi − G⁻_osi) ≈ k · W_oi,   and   k · b_o / (X · rows)  in each word line of the bias
 * }</pre>
 *
 * which is held at {@code V}. {@code G⁺} and {@code G⁻} are neighbours, or all {@code G⁻} of a word
 * line are its one cell of the reference, whose level is in the middle ({@link
 * LevelPairs#against}): {@code G⁺_oi ≈ G_ref + k · W_oi}. {@code G} is what wires leave of the
 * cells ({@code Compensator}), the reference's included, or the cells themselves if the target does
 * not ask for that. Inputs may be shown piece by piece ({@code InputSlices}); a converter's range
 * is then that of the pieces' currents.
 *
 * <p>The inverse: each readout's factor is {@code X ρ^s / (V k)}, each drive's {@code V/X}; a
 * weight found in a layout is the sum over the readouts of its output of factor by slope by factor.
 * Word lines are {@code W0, W1, …}, those of the bias last; bit lines {@code B0, B1, …} are in the
 * order of {@link BitLines}.
 */
public final class TileLowering {
  /** The next of {@code n} samples is beyond the greatest of them with probability 1/(n + 1). */
  private static final double HEADROOM = 1.25;

  private final LinearBlock block;
  private final Unit unit;
  private final CrossbarSettings settings;
  private final int ins;
  private final int outs;
  private final int biasRows;
  private final double[] siemens;
  private final SlicedPairs pairs;
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
    this.pairs = pairs(siemens, settings.storage());
    this.inputs = seen.of(block, unit.group(), context);
    double largest = inputs.map(this::largest).orElse(0.0);
    this.largestInput = largest > 0 ? largest : 1;
  }

  /** A little more than what was seen of this tile's inputs, if others reach that far. */
  private double largest(InputColumns all) {
    double own = all.largest(unit.inFrom(), unit.inTo());
    return own > 0 ? Math.min(all.largest(), HEADROOM * own) : all.largest();
  }

  /** What weights can be of cells with these levels. */
  static SlicedPairs pairs(double[] siemens, CrossbarSettings.Storage storage) {
    LevelPairs own = storage.isOffset() ? LevelPairs.against(siemens) : LevelPairs.of(siemens);
    return new SlicedPairs(own, storage.slices());
  }

  /**
   * The tile as devices.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if a line is bad and cannot be replaced
   */
  public LoweredUnit lower() {
    double[] weights = weights();
    BitLines first = BitLines.of(settings.storage(), outs);
    LevelChoice asPlanned = choose(weights, first);
    BitLines lines = settings.writing().map(way -> repaired(first, asPlanned, way)).orElse(first);
    LevelChoice chosen = lines.moves() == 0 ? asPlanned : choose(weights, lines);
    int[] levels = levels(lines, chosen);
    TilePorts ports = new TilePorts(unit, settings, biasRows, inputs, largestInput);
    return new LoweredUnit(
        TileNetlist.of(unit.name(), lines.count(), levels, siemens),
        ports.of(lines, chosen, pairs),
        levels.length,
        figures(lines, chosen));
  }

  private BitLines repaired(BitLines lines, LevelChoice chosen, WriteVerify way) {
    Repair repair = new Repair(unit.name(), settings.cell(), way, settings.bad());
    return repair.of(lines, pairs, levels(lines, chosen));
  }

  private int[] levels(BitLines lines, LevelChoice chosen) {
    return TileLevels.of(rows(), lines, pairs.pairs(), chosen::pair);
  }

  private Map<String, Double> figures(BitLines lines, LevelChoice chosen) {
    Map<String, Double> figures = new TreeMap<>();
    if (settings.isCompensated()) {
      figures.put("weightError", chosen.residual());
      figures.put("clippedWeights", (double) chosen.clipped());
    }
    if (settings.storage().spares() > 0) {
      figures.put("movedLines", (double) lines.moves());
    }
    return figures;
  }

  private LevelChoice choose(double[] weights, BitLines lines) {
    if (!settings.isCompensated()) {
      return LevelChoice.ideal(weights, pairs.scale(weights), pairs);
    }
    Wires wires = PlannedWires.of(settings, rows(), lines.count());
    return new Compensator(weights, pairs, siemens, lines, wires).choose();
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
}

package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.circuit.Model;
import pnnc.ir.netlist.Netlist;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.physics.AssembledBlock;
import pnnc.sim.physics.UnitPhysics;
import pnnc.sim.tensor.NumberTensors;

/** What is simulated in which kind of array, found by trying each with each. */
class SupportMatrixTest {
  private static final Path TABLE =
      Path.of(System.getProperty("pnnc.root")).resolve("runtime-sim/sim/CROSSBAR.md");

  private static final CrossbarSolver SOLVER = new CrossbarSolver();

  /** An array to try effects on. */
  private enum Kind {
    OHMIC("ohmic cells"),
    CURVED("curved cells"),
    GATED("cells with a transistor");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    Map<String, Double> card() {
      return this == CURVED ? Map.of("curvature_per_v2", 2.0) : Map.of();
    }

    Netlist netlist(DrawnArray drawn) {
      return this == GATED ? drawn.gated() : drawn.netlist();
    }
  }

  /**
   * An effect.
   *
   * @param title what it is
   * @param formula what is computed
   * @param kind of the cells' card
   * @param beside what that card says with the effect and without it
   * @param cell what it says with the effect
   * @param ends what the card of the converters says
   * @param ohms of each piece of wire
   * @param adc what the card of the converters behind outputs says
   * @param slice bits that inputs show at a time; 0: all
   */
  private record Effect(
      String title,
      String formula,
      String kind,
      Map<String, Double> beside,
      Map<String, Double> cell,
      Map<String, Double> ends,
      double ohms,
      Map<String, Double> adc,
      int slice) {
    Effect(
        String title,
        String formula,
        String kind,
        Map<String, Double> beside,
        Map<String, Double> cell,
        Map<String, Double> ends,
        double ohms) {
      this(title, formula, kind, beside, cell, ends, ohms, Map.of(), 0);
    }

    static Effect adc(String title, String formula, Map<String, Double> adc) {
      return new Effect(title, formula, "resistive", Map.of(), Map.of(), Map.of(), 0, adc, 0);
    }

    static Effect slices(String title, String formula, int slice) {
      return new Effect(
          title, formula, "resistive", Map.of(), Map.of(), Map.of(), 0, Map.of(), slice);
    }

    static Effect cell(String title, String formula, Map<String, Double> cell) {
      return new Effect(title, formula, "resistive", Map.of(), cell, Map.of(), 0);
    }

    static Effect ends(String title, String formula, String parameter) {
      return new Effect(
          title, formula, "resistive", Map.of(), Map.of(), Map.of(parameter, 500.0), 0);
    }

    static Effect spread(String kind) {
      String title = "spread of what is programmed: `%s`".formatted(kind);
      String formula = "as measured, by conductance";
      return new Effect(title, formula, kind, Map.of(), Map.of(), Map.of(), 0);
    }

    /** The array without this effect. */
    Effect without() {
      return new Effect(title, formula, "resistive", beside, Map.of(), Map.of(), 0);
    }

    DrawnArray on(Kind array) {
      Map<String, Double> all = new TreeMap<>(array.card());
      all.put("greatest_siemens", 2e-5);
      all.putAll(beside);
      all.putAll(cell);
      return DrawnArray.random(4, 3, ohms, 1)
          .with(
              new Model("cell", kind, all),
              new Model("ends", "converters", ends),
              new Model("adc", adc.isEmpty() ? "uniform" : "sar", adc));
    }
  }

  private static List<Effect> effects() {
    Stream<Effect> fixed =
        Stream.of(
            new Effect(
                "resistance of wires",
                "exact: `KronReduction`, `NewtonSolver`",
                "resistive",
                Map.of(),
                Map.of(),
                Map.of(),
                100),
            Effect.ends("resistance of drivers", "in series with each word line", "driver_ohm"),
            Effect.ends("resistance of sense inputs", "in series with each bit line", "sense_ohm"),
            Effect.cell(
                "spread of what is programmed: constant",
                "normal, `prog_sigma` of the greatest conductance",
                Map.of("prog_sigma", 0.05)),
            new Effect(
                "spread of what is programmed: `matched`",
                "normal, `prog_sigma` of the cell's own",
                "matched",
                Map.of(),
                Map.of("prog_sigma", 0.05),
                Map.of(),
                0));
    Stream<Effect> measured =
        Stream.concat(
                Stream.of("pcm"), Arrays.stream(MeasuredSpread.values()).map(MeasuredSpread::card))
            .map(Effect::spread);
    Stream<Effect> others =
        Stream.of(
            Effect.cell(
                "open cells", "each with probability `stuck_open`", Map.of("stuck_open", 0.9)),
            Effect.cell(
                "cells stuck low or high",
                "each with its probability",
                Map.of("stuck_low", 0.4, "stuck_high", 0.4)),
            Effect.cell(
                "drift",
                "`G (1 + t/t0)^-drift`; for `pcm` exponents by state and device",
                Map.of("drift", 0.05, "age_s", 1e4)),
            new Effect(
                "drift, gain set anew",
                "currents times what all cells have lost together",
                "resistive",
                Map.of("drift", 0.05, "age_s", 1e4),
                Map.of("drift_gain", 1.0),
                Map.of(),
                0),
            Effect.cell(
                "read noise",
                "normal for each foot and read, variance as of all its cells",
                Map.of("read_sigma", 0.05)),
            Effect.cell(
                "curved current over voltage",
                "`I = G V (1 + c V^2)`",
                Map.of("curvature_per_v2", 5.0)),
            Effect.cell(
                "temperature of cells that are written",
                "`G (1 + tcr (T - 300 K))`; wires and drawn cells have theirs from the technology",
                Map.of("kelvin", 350.0, "tcr_per_k", 0.001)),
            new Effect(
                "temperature of read noise",
                "deviation times `√(T / 300 K)`",
                "resistive",
                Map.of("read_sigma", 0.05),
                Map.of("kelvin", 400.0),
                Map.of(),
                0),
            Effect.adc(
                "successive approximation: capacitors",
                "each bit's weight normal, `mismatch / √2^bit`",
                Map.of("mismatch", 0.2)),
            Effect.adc(
                "successive approximation: offset",
                "normal, for each converter",
                Map.of("offset_codes", 3.0)),
            Effect.slices(
                "inputs shown piece by piece",
                "`InputSlices`, each piece converted on its own",
                2));
    return Stream.of(fixed, measured, others).flatMap(s -> s).toList();
  }

  /** Currents, and what a block of that array makes of numbers with converters around it. */
  private static double[] amps(Kind kind, Effect effect, long chip) {
    DrawnArray drawn = effect.on(kind);
    UnitPhysics physics = SOLVER.prepare(kind.netlist(drawn), drawn.words(), drawn.bits(), chip);
    double[] amps = new double[3];
    physics.respond(new double[] {0.2, 0.1, 0.15, -0.2}, amps);
    return DoubleStream.concat(
            Arrays.stream(amps), Arrays.stream(block(kind.netlist(drawn), effect.slice, chip)))
        .toArray();
  }

  private static double[] block(Netlist netlist, int slice, long chip) {
    Converter dac = new Converter(6, -0.2 * 32 / 31, 0.2);
    Converter adc = new Converter(7, -2e-6, 6e-6);
    List<UnitInterface.Drive> drives =
        IntStream.range(0, 4)
            .mapToObj(i -> new UnitInterface.Drive("W" + i, i, 1, 0, dac))
            .toList();
    List<UnitInterface.Readout> readouts =
        IntStream.range(0, 3)
            .mapToObj(j -> new UnitInterface.Readout("B" + j, "", j, 1e6, 0, adc))
            .toList();
    UnitInterface unit = new UnitInterface("tile", 0, drives, readouts, slice);
    Tensor x = NumberTensors.of(ElementType.F64, Shape.of(1, 4), 0.2, 0.1, 0.15, -0.13);
    Tensor y =
        new AssembledBlock(List.of(SOLVER), u -> netlist, chip)
            .linear(
                new LinearShape(new LinearForm.Dense(), 1, 4, 3),
                new BlockInterface("block", 4, 3, List.of(unit)),
                Workers.SEQUENTIAL)
            .apply(List.of(x))
            .get(0);
    return TensorElements.of(y).toDoubles();
  }

  /** {@code all} if the nominal chip has it too, {@code samples} if only others have. */
  private static String found(Kind kind, Effect effect) {
    if (!SOLVER.solves(kind.netlist(effect.on(kind)))) {
      return "refused";
    }
    if (!Arrays.equals(amps(kind, effect, 0), amps(kind, effect.without(), 0))) {
      return "all chips";
    }
    return Arrays.equals(amps(kind, effect, 1), amps(kind, effect.without(), 1))
        ? "no"
        : "chips 1, 2, …";
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String table() {
    List<String> lines = new ArrayList<>();
    List<String> titles = Arrays.stream(Kind.values()).map(k -> k.title).toList();
    lines.add(line(Stream.concat(Stream.of("effect", "computed as"), titles.stream()).toList()));
    lines.add(line(IntStream.range(0, titles.size() + 2).mapToObj(i -> "---").toList()));
    for (Effect effect : effects()) {
      List<String> cells = new ArrayList<>(List.of(effect.title(), effect.formula()));
      Arrays.stream(Kind.values()).forEach(k -> cells.add(found(k, effect)));
      lines.add(line(cells));
    }
    return String.join("\n", lines);
  }

  private static String page() {
    return """
        # What is simulated of crossbars

        Written by `SupportMatrixTest` (`-Dgolden.update`), which tries every effect on every kind of array: *all chips*
        have it, or only chips other than the nominal one (0), or nothing changes (*no*), or the array is *refused*. Weights
        are differences of two bit lines, or sums of some in proportion, as ports say; converters and their rounding
        stand around every kind alike (`adc.kind`: none, equal steps, successive approximation). Finite levels are
        in the layout that is read.

        """
        + table()
        + "\n";
  }

  @Test
  void thePageSaysWhatIsSimulated() throws IOException {
    String documented = Files.exists(TABLE) ? Files.readString(TABLE) : "";
    String page = page();
    if (Boolean.getBoolean("golden.update") && !documented.equals(page)) {
      Files.writeString(TABLE, page);
    }
    assertThat(documented).isEqualTo(page);
  }
}

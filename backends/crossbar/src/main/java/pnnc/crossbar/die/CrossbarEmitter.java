package pnnc.crossbar.die;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.backend.ArtifactSink;
import pnnc.backend.Emitter;
import pnnc.backend.LoweredUnit;
import pnnc.backend.Settings;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;
import pnnc.crossbar.program.Forecast;
import pnnc.crossbar.program.ProgramFormat;
import pnnc.crossbar.program.WriteVerify;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.oasis.OasisWriter;

/**
 * Draws tiles as they come and lays them out when all are there. The file begins with the cells of
 * the levels and ends with the die and its fill; memory holds the sizes of the tiles only.
 */
public final class CrossbarEmitter implements Emitter {
  /** The layout, as it is written unless another language is asked for. */
  public static final String FILE = "layout/top.oas";

  /** The layout in GDSII. */
  public static final String GDS_FILE = "layout/top.gds";

  /** The cell that is the whole. */
  public static final String TOP = "die";

  /** Where the views in SPICE are, up to two files for each unit. */
  public static final String NETLISTS = "netlist/";

  private static final String WIRES_NOTE =
      "as meant; pieces of wire are cut in the middle of the cells, not where they are tapped";

  @Override
  public Die begin(Target target, ArtifactSink files) throws IOException {
    return begin(target, Language.OASIS, files);
  }

  @Override
  public Die begin(Target target, Language language, ArtifactSink files) throws IOException {
    boolean isOasis = language == Language.OASIS;
    OutputStream stream = files.create(isOasis ? FILE : GDS_FILE);
    LayoutSink out = isOasis ? new OasisWriter(stream) : new GdsWriter(stream);
    return new Drawn(target, files, stream, out);
  }

  /** The name of a drawing of the cell. */
  static String cellName(int drawing) {
    return "XP" + drawing;
  }

  private static final class Drawn implements Die {
    private final CrossbarSettings settings;
    private final Settings texts;
    private final ArtifactSink files;
    private final DesignRules rules;
    private final OutputStream stream;
    private final LayoutSink out;
    private final BusWires wires;
    private OptionalDouble area = OptionalDouble.empty();
    private final List<Macro> macros = new ArrayList<>();

    Drawn(Target target, ArtifactSink files, OutputStream stream, LayoutSink out) {
      this.files = files;
      this.settings = CrossbarSettings.of(target);
      this.texts = new Settings(target.settings());
      this.rules = new DesignRules(settings.process());
      this.stream = stream;
      this.out = out;
      out.begin("pnnc", new Grid(1000 / settings.process().nanometresPerDbu()));
      this.wires = new BusWires(rules, new Pen(settings.process(), out));
      CellsFill fill = new CellsFill(settings.process(), settings.cell());
      for (int drawing = 0; drawing < settings.cell().drawings(); drawing++) {
        out.beginCell(cellName(drawing));
        settings.cell().draw(drawing, out);
        fill.draw(out);
        out.endCell();
      }
    }

    @Override
    public void add(Unit unit, LoweredUnit lowered) throws IOException {
      CrosspointArray array = array((ElectricalNetlist) lowered.netlist());
      int rows = array.rows();
      int columns = array.columns();
      Reals levels = array.devices().levels();
      TileDrawing tile =
          new TileDrawing(rules, settings.cell(), CrossbarEmitter::cellName, rows, columns);
      out.beginCell(unit.name());
      tile.draw((i, j) -> (int) levels.get(array.index(i, j)), out);
      out.endCell();
      int readouts = lowered.ports().readouts().size();
      macros.add(drawConverters(unit.name(), tile, rows, columns, readouts));
      writeSpice(unit.name(), array, tile);
      if (settings.writing().isPresent()) {
        writeProgram(lowered.ports(), array, settings.writing().get());
      }
    }

    private Macro drawConverters(
        String unit, TileDrawing tile, int rows, int columns, int readouts) {
      double nanometres = settings.process().nanometresPerDbu();
      ConverterBlocks blocks = ConverterBlocks.of(texts, nanometres, wires, tile, rows, readouts);
      Macro macro = Macro.of(unit, tile, blocks);
      out.beginCell(macro.converters());
      blocks.draw(new Pen(settings.process(), out), wires, tile, rows, columns);
      out.endCell();
      return macro;
    }

    private void writeProgram(UnitInterface ports, CrosspointArray array, WriteVerify way)
        throws IOException {
      String unit = ports.unit();
      Set<String> read =
          ports.readouts().stream()
              .flatMap(r -> Stream.of(r.port(), r.against()))
              .collect(Collectors.toSet());
      Reals levels = array.devices().levels();
      IntToDoubleFunction siemens = k -> settings.cell().written((int) levels.get(k)).orElseThrow();
      try (OutputStream program = files.create(ProgramFormat.path(unit))) {
        ProgramFormat.write(unit, array.rows(), array.columns(), siemens, program);
      }
      try (OutputStream forecast = files.create(ProgramFormat.forecastPath(unit))) {
        new Forecast(unit, way)
            .write(
                array.rows(),
                array.columns(),
                siemens,
                column -> read.contains(array.bitLines().get(column)),
                forecast);
      }
    }

    private void writeSpice(String unit, CrosspointArray array, TileDrawing tile)
        throws IOException {
      try (OutputStream devices = files.create(NETLISTS + unit + ".sp")) {
        SpiceViews.writeDevices(unit, array, devices);
      }
      if (SpiceViews.hasWires(array)) {
        try (OutputStream wires = files.create(NETLISTS + SpiceViews.wires(unit) + ".sp")) {
          SpiceViews.writeWires(unit, tile.withWires(array), WIRES_NOTE, wires);
        }
      }
    }

    private static CrosspointArray array(ElectricalNetlist netlist) {
      return (CrosspointArray) netlist.circuit().cells().get(0).devices().get(0);
    }

    @Override
    public void finish() throws IOException {
      requireUnits();
      out.beginCell(TOP);
      Pen pen = new Pen(settings.process(), out);
      FloorPlan plan = new FloorPlan(macros, pen, with());
      FloorPlan.Size size = plan.draw();
      double um = settings.process().nanometresPerDbu() / 1000;
      area = OptionalDouble.of(size.width() * um * (size.height() * um));
      DieFill fill = new DieFill(settings.process(), size, plan.occupied());
      if (!fill.isEmpty()) {
        out.reference(DieFill.CELL, Transform.IDENTITY, Repetition.ONCE);
      }
      out.endCell();
      fill.draw(out);
      out.end();
      stream.close();
    }

    private void requireUnits() {
      Set<String> drawn = macros.stream().map(Macro::name).collect(Collectors.toSet());
      for (CrossbarSettings.BadLine bad : settings.bad()) {
        if (!drawn.contains(bad.unit())) {
          throw new DiagnosedException(
              DiagnosticCode.SPARE_BAD_LINE.error(bad.toString(), "the design has no such tile"));
        }
      }
    }

    private FloorPlan.Dependencies with() {
      CrosspointCell cell = settings.cell();
      Set<String> masks = new TreeSet<>(List.of("met1", cell.word().mask(), cell.bit().mask()));
      return new FloorPlan.Dependencies(settings.process(), new SealRing(rules), wires, masks);
    }

    @Override
    public OptionalDouble areaUm2() {
      return area;
    }
  }
}

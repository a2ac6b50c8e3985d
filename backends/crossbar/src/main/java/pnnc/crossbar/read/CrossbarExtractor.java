package pnnc.crossbar.read;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Extractor;
import pnnc.backend.Target;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.program.ProgramFormat;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.extract.Extraction;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.hierarchy.Hierarchy;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.oasis.OasisReader;

/** Reads tiles back from the layout, by what is drawn in it. */
public final class CrossbarExtractor implements Extractor {
  /** More faults of one tile are counted, not said. */
  private static final int MOST_FAULTS = 20;

  private static final String OUTLINE = "boundary";

  @Override
  public Die open(Target target, ArtifactSource files) throws IOException {
    CrossbarSettings settings = CrossbarSettings.of(target);
    ProcessRules process = settings.process();
    Layout layout = layout(files);
    Extraction extraction = extraction(layout, process);
    Cards cards = Cards.of(target);
    BusCheck buses = new BusCheck(extraction);
    return new Die() {
      @Override
      public ElectricalNetlist extract(String unit) throws IOException {
        ElectricalNetlist tile = read(process, settings.cell(), extraction, files, unit);
        requireBuses(buses.faults(unit));
        return cards.on(tile);
      }

      @Override
      public OptionalDouble areaUm2() {
        return outline(layout, process);
      }
    };
  }

  /** Of the box around what the die and all in it have on the mask of outlines. */
  private static OptionalDouble outline(Layout layout, ProcessRules process) {
    Mask mask = process.mask(OUTLINE);
    Layer layer = new Layer(mask.number(), mask.datatype());
    double um = process.nanometresPerDbu() / 1000;
    return Hierarchy.of(layout, CrossbarEmitter.TOP, Set.of(layer))
        .bounds(CrossbarEmitter.TOP)
        .map(b -> OptionalDouble.of(um * b.width() * (um * b.height())))
        .orElse(OptionalDouble.empty());
  }

  private static Layout layout(ArtifactSource files) throws IOException {
    LayoutBuilder layout = new LayoutBuilder();
    boolean isGds =
        files.paths().contains(CrossbarEmitter.GDS_FILE)
            && !files.paths().contains(CrossbarEmitter.FILE);
    if (isGds) {
      ByteSource bytes = files.open(CrossbarEmitter.GDS_FILE);
      return GdsReader.layout(bytes, GdsMode.TOLERANT);
    }
    new OasisReader().read(files.open(CrossbarEmitter.FILE), layout);
    return layout.build();
  }

  private static Extraction extraction(Layout layout, ProcessRules process) {
    if (layout.cell(CrossbarEmitter.TOP).isEmpty()) {
      throw missing(CrossbarEmitter.TOP);
    }
    return Extraction.of(layout, process, CrossbarEmitter.TOP);
  }

  private static void requireBuses(List<Diagnostic> faults) {
    if (!faults.isEmpty()) {
      throw new DiagnosedException(faults.stream().limit(MOST_FAULTS).toList());
    }
  }

  private static DiagnosedException missing(String cell) {
    return new DiagnosedException(
        DiagnosticCode.UNIT_CELL_MISSING.error(CrossbarEmitter.FILE, cell));
  }

  private static ElectricalNetlist read(
      ProcessRules process,
      CrosspointCell cell,
      Extraction extraction,
      ArtifactSource files,
      String unit)
      throws IOException {
    ExtractedCell tile = extraction.cell(unit).orElseThrow(() -> missing(unit));
    TileReader reader = new TileReader(process, cell, extraction, tile);
    requireLines(unit, reader);
    ElectricalNetlist netlist = reader.read(written(cell, reader, files, unit));
    if (!reader.faults().isEmpty()) {
      throw faulty(unit, reader.faults(), process);
    }
    return netlist;
  }

  private static void requireLines(String unit, TileReader reader) {
    String missing = reader.rows() == 0 ? "W0" : reader.columns() == 0 ? "B0" : "";
    if (!missing.isEmpty()) {
      throw new DiagnosedException(DiagnosticCode.UNIT_PORT_MISSING.error(unit, missing));
    }
  }

  /** The program of a unit; nothing is asked of it where weights are in the masks. */
  private static TileReader.Written written(
      CrosspointCell cell, TileReader reader, ArtifactSource files, String unit)
      throws IOException {
    if (!cell.isWritten()) {
      return TileReader.NOT_WRITTEN;
    }
    String path = ProgramFormat.path(unit);
    if (!files.paths().contains(path)) {
      throw new DiagnosedException(DiagnosticCode.PROGRAM_MISSING.error(path, unit));
    }
    int columns = reader.columns();
    double least = cell.written(0).orElseThrow();
    double most = cell.written(cell.levels() - 1).orElseThrow();
    double[] siemens = ProgramReader.read(files.open(path), reader.rows(), columns, least, most);
    return (word, bit) -> siemens[word * columns + bit];
  }

  private static DiagnosedException faulty(
      String unit, List<TileFault> faults, ProcessRules process) {
    List<Diagnostic> all =
        faults.stream().limit(MOST_FAULTS).map(f -> said(unit, f, process)).toList();
    return new DiagnosedException(all);
  }

  private static Diagnostic said(String unit, TileFault fault, ProcessRules process) {
    return DiagnosticCode.UNIT_DRAWING.error(
        unit, um(fault.at().x(), process), um(fault.at().y(), process), fault);
  }

  private static String um(int dbu, ProcessRules process) {
    return String.format(Locale.ROOT, "%.3f", dbu * process.nanometresPerDbu() / 1000);
  }
}

package pnnc.crossbar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pnnc.backend.Settings;
import pnnc.backend.Target;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.OneTransistorCell;
import pnnc.crossbar.cell.TappedResistor;
import pnnc.crossbar.program.WriteVerify;

/**
 * What the schema {@code std.crossbar} lets a target choose.
 *
 * @param process layers, rules, resistances
 * @param tile the largest there may be
 * @param cell what is drawn at a crossing
 * @param storage how weights lie on bit lines
 * @param readVolts across a cell at full input
 * @param dacBits of the converter before each word line
 * @param sliceBits of them that are shown at a time; 0: all
 * @param adcBits of the converter behind each pair of bit lines; 0: it leaves signals as they are
 * @param isCalibrated whether the ADC's range is fitted to data, not to what cells can give at most
 * @param ends what lines are connected to
 * @param isCompensated whether levels are chosen for what wires leave of them
 * @param writing how memories are written, if cells have some
 * @param bad bit lines that a test found bad
 */
public record CrossbarSettings(
    ProcessRules process,
    TileSize tile,
    CrosspointCell cell,
    Storage storage,
    double readVolts,
    int dacBits,
    int sliceBits,
    int adcBits,
    boolean isCalibrated,
    Ends ends,
    boolean isCompensated,
    Optional<WriteVerify> writing,
    List<BadLine> bad) {
  /** Of a transistor that stands 5 V; assumed. */
  private static final double GATE_LENGTH_UM = 0.5;

  /** The narrowest such transistor; assumed. */
  private static final double DIFF_WIDTH_UM = 0.42;

  /**
   * The largest tile.
   *
   * @param rows word lines
   * @param columns bit lines
   */
  public record TileSize(int rows, int columns) {}

  /**
   * How weights lie on bit lines.
   *
   * @param isOffset whether all are read against one reference, not each against a line of its own
   * @param slices values that hold one weight, each finer than the one before, at least 1
   * @param spares lines that hold nothing unless others are bad, at least 0
   */
  public record Storage(boolean isOffset, int slices, int spares) {
    static Storage of(Settings s) {
      return new Storage(
          s.word("sign").equals("offset"), s.whole("slices", ""), s.whole("spare.columns", ""));
    }

    /** Bit lines of a tile of {@code outs} outputs, reference and spares among them. */
    public int columns(int outs) {
      return (isOffset ? outs * slices + 1 : 2 * outs * slices) + spares;
    }

    /** How many outputs {@code columns} bit lines have room for; 0 if not for one. */
    public int outs(int columns) {
      int room = columns - spares;
      return Math.max(0, isOffset ? (room - 1) / slices : room / (2 * slices));
    }
  }

  /**
   * A bit line that is not to be used.
   *
   * @param unit name of its tile
   * @param line its number there
   */
  public record BadLine(String unit, int line) {
    private static final Pattern FORM = Pattern.compile("(\\S+):B([0-9]{1,6})");

    /** The words of the setting that are no such lines. */
    static List<String> malformed(Settings s) {
      return words(s).filter(word -> !FORM.matcher(word).matches()).toList();
    }

    private static List<BadLine> all(Settings s) {
      return words(s)
          .map(FORM::matcher)
          .filter(Matcher::matches)
          .map(m -> new BadLine(m.group(1), Integer.parseInt(m.group(2))))
          .toList();
    }

    private static Stream<String> words(Settings s) {
      return Pattern.compile("\\s+").splitAsStream(s.string("spare.bad")).filter(w -> !w.isEmpty());
    }

    @Override
    public String toString() {
      return unit + ":B" + line;
    }
  }

  /**
   * Resistances of what is not drawn: the converters at the ends of the lines.
   *
   * @param driverOhms of each source before its word line, at least 0
   * @param senseOhms from the foot of each bit line to virtual ground, at least 0
   */
  public record Ends(double driverOhms, double senseOhms) {}

  /** What {@code target} chooses; it was checked against its schema. */
  public static CrossbarSettings of(Target target) {
    ProcessRules process =
        target
            .process()
            .orElseThrow(() -> new IllegalArgumentException("a crossbar without a technology"));
    Settings s = new Settings(target.settings());
    int[] tile = s.sizes("tile");
    return new CrossbarSettings(
        process,
        new TileSize(tile[0], tile[1]),
        cell(process, s),
        Storage.of(s),
        s.number("cell.read", "V"),
        s.whole("dac.width", "bit"),
        sliceBits(s),
        s.word("adc.kind").equals("ideal") ? 0 : s.whole("adc.width", "bit"),
        s.word("adc.range").equals("calibrated"),
        new Ends(s.number("lines.driver", "ohm"), s.number("lines.sense", "ohm")),
        s.isTrue("compensate"),
        writing(s),
        BadLine.all(s));
  }

  private static int sliceBits(Settings s) {
    int slice = s.whole("dac.slice", "bit");
    return slice < s.whole("dac.width", "bit") ? slice : 0;
  }

  private static CrosspointCell cell(ProcessRules process, Settings s) {
    return isOneTransistor(s) ? oneTransistor(process, s) : viaRom(process, s);
  }

  /** Whether cells are memories behind transistors. */
  private static boolean isOneTransistor(Settings s) {
    return s.word("cell.kind").equals("one_transistor");
  }

  private static CrosspointCell viaRom(ProcessRules process, Settings s) {
    long word = dbu(process, s.number("lines.width", "um"));
    return new TappedResistor(
        new DesignRules(process),
        TappedResistor.Masks.SKY130,
        new TappedResistor.Shape(
            s.whole("cell.strips", ""),
            s.whole("cell.tap", ""),
            dbu(process, s.number("cell.strip.length", "um")),
            dbu(process, s.number("cell.strip.width", "um")),
            dbu(process, s.number("cell.strip.space", "um")),
            word));
  }

  private static CrosspointCell oneTransistor(ProcessRules process, Settings s) {
    return new OneTransistorCell(
        new DesignRules(process),
        new OneTransistorCell.Shape(
            dbu(process, GATE_LENGTH_UM),
            dbu(process, DIFF_WIDTH_UM),
            dbu(process, s.least("cell.side", "um")),
            dbu(process, s.number("lines.width", "um")),
            dbu(process, s.number("cell.pitch.word", "um")),
            dbu(process, s.number("cell.pitch.bit", "um"))),
        new OneTransistorCell.Electrical(
            s.least("cell.g", "uS") * 1e-6,
            s.most("cell.g", "uS") * 1e-6,
            1 << s.whole("cell.levels", "bit"),
            s.number("cell.access", "ohm")));
  }

  private static Optional<WriteVerify> writing(Settings s) {
    return isOneTransistor(s)
        ? Optional.of(
            WriteVerify.of(
                s.least("cell.g", "uS") * 1e-6,
                s.most("cell.g", "uS") * 1e-6,
                1 << s.whole("cell.levels", "bit"),
                s.number("cell.prog_sigma", "%") / 100,
                s.number("cell.stuck", "%") / 100))
        : Optional.empty();
  }

  /** The nearest grid point. */
  private static long dbu(ProcessRules process, double micrometres) {
    double dbu = micrometres * 1000 / process.nanometresPerDbu();
    return Math.round(dbu / process.grid()) * process.grid();
  }
}

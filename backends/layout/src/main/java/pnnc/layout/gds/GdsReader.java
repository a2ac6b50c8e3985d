package pnnc.layout.gds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.layout.geometry.Grid;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.Property;

/**
 * Reads GDSII files into sinks. Memory does not grow with the file but for the names of cells and
 * one element at a time.
 *
 * <p>Read as something else: four-cornered rectangles and BOX elements become boxes, a path of two
 * equal points has one, a negative width (which magnification should leave alone) counts as
 * positive. Not kept: dates, how texts are turned, their sizes and fonts, ELFLAGS, PLEX, the names
 * of other libraries, nodes.
 */
public final class GdsReader {
  private final GdsInput input;
  private final LayoutSink sink;
  private final GdsStrict strict;
  private final GdsNotes notes;
  private final GdsElement element;
  private final GdsBoxes boxes;
  private final Set<String> cells = new HashSet<>();
  private final List<Property> properties = new ArrayList<>();
  private int attribute;
  private String name = "";
  private Grid grid;

  private GdsReader(ByteSource source, GdsMode mode, LayoutSink sink) {
    this.input = new GdsInput(source);
    this.sink = sink;
    this.strict = new GdsStrict(input, mode);
    this.notes = new GdsNotes(input);
    this.element = new GdsElement(input, strict, notes, sink);
    this.boxes = new GdsBoxes(input, strict, sink);
  }

  /**
   * Gives what {@code source} holds to {@code sink}, which may have taken a part of it when a fault
   * comes up.
   *
   * @return a warning for each kind of thing that was passed over
   * @throws DiagnosedException with the place, if the file is no GDSII or is damaged
   */
  public static List<Diagnostic> read(ByteSource source, GdsMode mode, LayoutSink sink) {
    GdsReader reader = new GdsReader(source, mode, sink);
    reader.library();
    return reader.notes.warnings();
  }

  /**
   * The layout in {@code source}.
   *
   * @throws DiagnosedException as {@link #read}, and if cells are missing or contain themselves
   */
  public static Layout layout(ByteSource source, GdsMode mode) {
    return layout(source, mode, warning -> {});
  }

  /** The same; {@code warnings} takes what {@link #read} returns. */
  public static Layout layout(ByteSource source, GdsMode mode, Consumer<Diagnostic> warnings) {
    LayoutBuilder builder = new LayoutBuilder();
    GdsReader reader = new GdsReader(source, mode, builder);
    reader.library();
    for (Map.Entry<String, Long> used : reader.element.used().entrySet()) {
      if (!reader.cells.contains(used.getKey())) {
        throw reader.input.faultAt(used.getValue(), DiagnosticCode.GDS_CELL_MISSING, used.getKey());
      }
    }
    reader.notes.warnings().forEach(warnings);
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new DiagnosedException(
          DiagnosticCode.GDS_CIRCLE.error(e.getMessage()).at(new Place.WholeFile(source.name())));
    }
  }

  private void library() {
    int ahead = input.ahead(4);
    if (ahead < 0 || !input.startsWith(GdsRecord.HEADER)) {
      throw input.fault(DiagnosticCode.GDS_NO_STREAM, input.opening());
    }
    input.next();
    GdsRecord record = head();
    if (grid == null) {
      throw order("UNITS");
    }
    sink.begin(name, grid);
    give(LayoutSink.Owner.LAYOUT);
    while (record == GdsRecord.BGNSTR) {
      cell();
      record = input.next();
    }
    if (record != GdsRecord.ENDLIB) {
      throw order("BGNSTR or ENDLIB");
    }
    rest();
    sink.end();
  }

  /** Everything before the first cell; returns what comes then. */
  private GdsRecord head() {
    GdsRecord last = GdsRecord.HEADER;
    GdsRecord record = input.next();
    while (record != GdsRecord.BGNSTR && record != GdsRecord.ENDLIB) {
      strict.length();
      strict.library(last, record);
      last = record;
      headRecord(record);
      record = input.next();
    }
    return record;
  }

  private void headRecord(GdsRecord record) {
    switch (record) {
      case BGNLIB -> strict.require(input.size() == 24, "BGNLIB without 12 numbers");
      case LIBNAME -> name = input.text();
      case UNITS -> grid = grid(input.real(0), input.real(1));
      case PROPATTR, PROPVALUE -> property(record);
      case LIBDIRSIZE,
          SRFNAME,
          LIBSECUR,
          REFLIBS,
          FONTS,
          ATTRTABLE,
          GENERATIONS,
          FORMAT,
          MASK,
          ENDMASKS,
          TAPENUM,
          TAPECODE -> {}
      default -> throw order("the head of a library");
    }
  }

  /** The unit in user units is the more exact one, if a user unit is a micron. */
  private Grid grid(double inUser, double inMetres) {
    double perMicron = 1e-6 / inMetres;
    double perUser = 1 / inUser;
    double best = Math.abs(perUser - perMicron) <= 1e-6 * perMicron ? perUser : perMicron;
    double whole = Math.rint(best);
    double snapped = Math.abs(best - whole) <= 1e-9 * best ? whole : best;
    if (!(snapped > 0 && snapped < Double.POSITIVE_INFINITY)) {
      throw input.fault(DiagnosticCode.GDS_VALUE, "the database unit", inMetres + " m");
    }
    return new Grid(snapped);
  }

  private void cell() {
    strict.require(input.size() == 24, "BGNSTR without 12 numbers");
    if (input.next() != GdsRecord.STRNAME) {
      throw order("STRNAME");
    }
    String cell = input.text();
    strict.name(cell);
    if (!cells.add(cell)) {
      throw input.fault(DiagnosticCode.GDS_CELL_TWICE, cell);
    }
    sink.beginCell(cell);
    GdsRecord record = input.next();
    while (record == GdsRecord.STRCLASS
        || record == GdsRecord.PROPATTR
        || record == GdsRecord.PROPVALUE) {
      strict.require(record == GdsRecord.STRCLASS, "properties of cells");
      property(record);
      record = input.next();
    }
    give(LayoutSink.Owner.CELL);
    elements(record);
    sink.endCell();
  }

  private void elements(GdsRecord first) {
    GdsRecord record = first;
    while (record != GdsRecord.ENDSTR) {
      if (!element.read(record)) {
        throw order("an element or ENDSTR");
      }
      boxes.read();
      if (record == GdsRecord.SREF) {
        element.readReferences();
      }
      record = input.next();
    }
  }

  private void property(GdsRecord record) {
    if (record == GdsRecord.PROPATTR) {
      attribute = input.number(0);
    } else if (record == GdsRecord.PROPVALUE) {
      properties.add(Property.of(Integer.toString(attribute), input.text()));
    }
  }

  private void give(LayoutSink.Owner owner) {
    if (!properties.isEmpty()) {
      sink.properties(owner, List.copyOf(properties));
      properties.clear();
    }
  }

  private void rest() {
    GdsInput.Rest rest = input.rest();
    strict.require(rest.isBlank(), "bytes behind the end");
    if (!rest.isBlank()) {
      notes.note(GdsNotes.Kind.REST);
    }
  }

  private DiagnosedException order(String expected) {
    return input.fault(DiagnosticCode.GDS_ORDER, input.kindName(), expected);
  }
}

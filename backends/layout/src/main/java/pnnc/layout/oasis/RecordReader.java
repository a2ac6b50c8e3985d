package pnnc.layout.oasis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.model.LayoutSink;

/**
 * Reads record after record. Files may name things behind the place where they use the names, so
 * there are two ways through them: one that collects names and one that knows them.
 */
final class RecordReader implements PlacementReader.Lookup {
  private static final int END = 2;
  private static final int BLOCK = 34;

  private final OasisInput in;
  private final LayoutSink sink;
  private final Names names;
  private final boolean isCollecting;
  private final Modal modal;
  private final RepetitionReader repetitions;
  private final Pending pending;
  private final PropertyReader properties;
  private final ShapeReader shapes;
  private final PlacementReader placements;
  private final Set<String> cells = new HashSet<>();
  private final Map<String, DiagnosedException> placed = new LinkedHashMap<>();
  private boolean isInCell;

  /** Whose properties would come now if they come behind a name: a cell's number, or −1. */
  private long named = NOBODY;

  private static final long NOBODY = -1;

  RecordReader(OasisInput in, LayoutSink sink, Names names, boolean isCollecting) {
    this.in = in;
    this.sink = sink;
    this.names = names;
    this.isCollecting = isCollecting;
    modal = new Modal(in);
    repetitions = new RepetitionReader(in);
    pending = new Pending(sink);
    properties = new PropertyReader(in);
    shapes = new ShapeReader(in, modal, repetitions, pending);
    placements = new PlacementReader(in, modal, repetitions, pending, this);
  }

  /** From the record behind START to END. */
  void readAll(Header header) {
    in.seek(header.body());
    pending.layout();
    for (int record = in.nextRecord(); record != END; record = in.nextRecord()) {
      read(record);
    }
    if (in.isInBlock() || in.position() != header.end() + 1) {
      throw in.malformed("an END record in the middle of the file");
    }
    endCell();
    for (Map.Entry<String, DiagnosedException> e : placed.entrySet()) {
      if (!cells.contains(e.getKey())) {
        throw e.getValue();
      }
    }
  }

  /** The table of names of {@code kind} at {@code offset}. */
  void readTable(int kind, long offset) {
    in.seek(offset);
    int first = 3 + 2 * kind;
    int record = in.nextRecord();
    while (record == first || record == first + 1 || isBetween(record)) {
      read(record);
      record = in.nextRecord();
    }
  }

  private static boolean isBetween(int record) {
    return record == 0 || record == 28 || record == 29 || record == BLOCK;
  }

  private void read(int record) {
    switch (record) {
      case 0 -> {}
      case 3, 4, 5, 6, 7, 8, 9, 10 -> name(record);
      case 11, 12 -> layerName();
      case 13, 14 -> beginCell(record);
      case 15, 16 -> relative(record == 16);
      case 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 33 -> element(record);
      case 28, 29 -> property(record);
      case 30, 31 -> foreignName(record);
      case 32 -> foreignElement();
      case BLOCK -> in.enterBlock();
      default -> throw in.malformed("a record of type %d".formatted(record));
    }
  }

  private void element(int record) {
    begin(record);
    switch (record) {
      case 17 -> placements.quarterTurned();
      case 18 -> placements.turned();
      case 19 -> placements.text();
      default -> shapes.read(record);
    }
  }

  private void begin(int record) {
    pending.flush();
    if (!isInCell) {
      throw in.malformed("a record of type %d outside of cells".formatted(record));
    }
  }

  private void relative(boolean isRelative) {
    begin(isRelative ? 16 : 15);
    modal.isRelative = isRelative;
  }

  private void reset() {
    pending.flush();
    modal.reset();
    repetitions.reset();
    properties.reset();
    named = NOBODY;
  }

  private void endCell() {
    pending.flush();
    if (isInCell) {
      isInCell = false;
      sink.endCell();
    }
  }

  private void beginCell(int record) {
    endCell();
    reset();
    long number = record == 13 ? in.unsigned() : NOBODY;
    String name = record == 13 ? cell(number) : in.string();
    if (!isCollecting && !cells.add(name)) {
      throw in.fault(DiagnosticCode.OASIS_CELL_TWICE, name);
    }
    isInCell = true;
    pending.cell(name);
    if (!isCollecting && number != NOBODY) {
      names.ofCell(number).forEach(this::add);
    }
  }

  private void name(int record) {
    endCell();
    reset();
    int kind = (record - 3) / 2;
    NameTable table = isCollecting ? names.ofKind(kind) : new NameTable("name");
    long number = table.add(in, record % 2 == 0);
    named = kind == 0 ? number : NOBODY;
  }

  private void layerName() {
    endCell();
    reset();
    in.skipString();
    interval();
    interval();
  }

  private void interval() {
    long type = in.unsigned();
    if (type > 4) {
      throw in.malformed("an interval of type %d".formatted(type));
    }
    if (type > 0) {
      in.unsigned();
    }
    if (type == 4) {
      in.unsigned();
    }
  }

  private void foreignName(int record) {
    endCell();
    reset();
    in.unsigned();
    in.skipString();
    if (record == 31) {
      in.unsigned();
    }
  }

  private void foreignElement() {
    begin(32);
    in.unsigned();
    in.skipString();
  }

  private void property(int record) {
    RawProperty property = record == 28 ? properties.read() : properties.again();
    if (isCollecting) {
      if (named != NOBODY) {
        names.addToCell(named, property);
      }
    } else if (pending.isThere()) {
      add(property);
    }
  }

  private void add(RawProperty property) {
    property.resolve(names, in).ifPresent(pending::add);
  }

  @Override
  public String cell(long number) {
    return isCollecting ? "" : names.cells().get(number, in);
  }

  @Override
  public String text(long number) {
    return isCollecting ? "" : names.texts().get(number, in);
  }

  @Override
  public void placed(String cell) {
    if (!isCollecting && !placed.containsKey(cell)) {
      placed.put(cell, in.fault(DiagnosticCode.OASIS_CELL_MISSING, cell));
    }
  }
}

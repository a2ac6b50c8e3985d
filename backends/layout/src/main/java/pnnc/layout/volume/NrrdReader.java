package pnnc.layout.volume;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;

/** Reads NRRD, see {@link VolumeReader}. */
final class NrrdReader {
  private static final int LONGEST_HEADER = 1 << 20;
  private static final Set<String> DETACHED = Set.of("data file", "datafile");

  private final ByteCursor cursor;
  private final VolumeSink sink;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Long> places = new HashMap<>();

  NrrdReader(ByteCursor cursor, VolumeSink sink) {
    this.cursor = cursor;
    this.sink = sink;
  }

  void read() {
    String magic = line();
    if (!magic.matches("NRRD000[1-5]")) {
      throw cursor.faultAt(
          0, DiagnosticCode.NRRD_HEADER, "`NRRD0001` to `NRRD0005`", "`%s`".formatted(magic));
    }
    long start = cursor.offset();
    for (String line = line(); !line.isEmpty(); line = line()) {
      field(line, start);
      start = cursor.offset();
    }
    VolumeGrid grid = new NrrdGrid(this).grid();
    data(grid);
    sink.end();
  }

  /** The next line of the header without its end; empty if it is. */
  private String line() {
    StringBuilder line = new StringBuilder();
    int octet = cursor.next();
    while (octet >= 0 && octet != '\n') {
      if (cursor.offset() > LONGEST_HEADER) {
        throw cursor.fault(DiagnosticCode.NRRD_HEADER, "the end of the header", "1 MiB of it");
      }
      line.append((char) octet);
      octet = cursor.next();
    }
    if (octet < 0) {
      String expected = line.length() > 0 ? "the end of a line" : "an empty line";
      throw cursor.fault(DiagnosticCode.NRRD_HEADER, expected, "the end of the file");
    }
    boolean hasReturn = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
    line.setLength(line.length() - (hasReturn ? 1 : 0));
    return line.toString();
  }

  /** Keeps a field; comments and values that mean nothing to the format are passed over. */
  private void field(String line, long start) {
    int colon = line.indexOf(": ");
    int assignment = line.indexOf(":=");
    if (line.charAt(0) == '#' || (assignment >= 0 && (colon < 0 || assignment < colon))) {
      return;
    }
    if (colon < 1) {
      int end = Math.min(line.length(), 40);
      String found = "`%s`".formatted(line.substring(0, end));
      throw cursor.faultAt(start, DiagnosticCode.NRRD_HEADER, "`name: value`", found);
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = line.substring(colon + 2).strip();
    if (DETACHED.contains(name)) {
      throw cursor.faultAt(start, DiagnosticCode.NRRD_DETACHED, value);
    }
    if (values.put(name, value) != null) {
      String found = "`%s` twice".formatted(name);
      throw cursor.faultAt(start, DiagnosticCode.NRRD_HEADER, "each field once", found);
    }
    places.put(name, start);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of a field that must be there. */
  String value(String name) {
    String value = values.get(name);
    if (value == null) {
      String expected = "the field `%s`".formatted(name);
      throw cursor.fault(DiagnosticCode.NRRD_HEADER, expected, "none");
    }
    return value;
  }

  /** For faults at a field. */
  Fields at(String name) {
    return new Fields(cursor, places.getOrDefault(name, cursor.offset()));
  }

  private void data(VolumeGrid grid) {
    for (String skip : new String[] {"line skip", "lineskip", "byte skip", "byteskip"}) {
      if (has(skip) && !value(skip).equals("0")) {
        throw at(skip).unsupported("something between header and values");
      }
    }
    boolean isBigEndian = isBigEndian(grid.type());
    try (Octets in = octets(grid)) {
      Pump.run(in, grid, isBigEndian, sink);
      Pump.requireEnd(in, grid);
    }
  }

  private boolean isBigEndian(VolumeType type) {
    boolean isText = isText(value("encoding"));
    if (isText || (type.bytes() == 1 && !has("endian"))) {
      return false;
    }
    String endian = value("endian");
    if (!endian.equals("big") && !endian.equals("little")) {
      throw at("endian").wrong("endian", endian, "`big` or `little`");
    }
    return endian.equals("big");
  }

  private static boolean isText(String encoding) {
    return Set.of("ascii", "text", "txt").contains(encoding.toLowerCase(Locale.ROOT));
  }

  private Octets octets(VolumeGrid grid) {
    String encoding = value("encoding");
    if (isText(encoding)) {
      return new TextOctets(cursor, grid.type());
    }
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "raw" -> raw(grid);
      case "gz", "gzip" -> new GzipOctets(cursor);
      default -> throw at("encoding").unsupported("encoding `" + encoding + "`");
    };
  }

  private Octets raw(VolumeGrid grid) {
    long there = cursor.size() - cursor.offset();
    if (there != grid.bytes()) {
      throw cursor.fault(DiagnosticCode.VOLUME_LENGTH, grid.bytes(), there);
    }
    return new Octets.Plain(cursor);
  }
}

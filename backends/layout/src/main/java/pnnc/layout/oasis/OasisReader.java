package pnnc.layout.oasis;

import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.layout.model.LayoutSink;

/**
 * Reads OASIS files.
 *
 * <p>What has no form in {@link LayoutSink} is changed or left out: circles become polygons no
 * point of whose border is further than 1 dbu from the circle; layer names, the standard properties
 * that describe the file, and records whose meaning only their maker knows (30 to 33) are passed
 * over. A standard property {@code S_GDS_PROPERTY} becomes the GDSII property it stands for.
 * Strings are ISO 8859-1, one character for each byte.
 *
 * <p>Files whose names are not all in tables at known places are gone through twice.
 */
public final class OasisReader {
  private final OasisLimits limits;

  public OasisReader() {
    this(OasisLimits.DEFAULT);
  }

  public OasisReader(OasisLimits limits) {
    this.limits = limits;
  }

  /**
   * Gives all that is in {@code source} to {@code sink}. A checksum is checked before anything else
   * is read.
   *
   * @throws DiagnosedException one error with a place in the file if it is cut off, damaged, or
   *     asks for more than the limits; the sink may have been given a part by then
   */
  public void read(ByteSource source, LayoutSink sink) {
    OasisInput in = new OasisInput(source, limits);
    try {
      Header header = Header.read(source, in);
      Names names = names(header, in);
      sink.begin("", header.grid());
      new RecordReader(in, sink, names, false).readAll(header);
      sink.end();
    } finally {
      in.close();
    }
  }

  private static Names names(Header header, OasisInput in) {
    Names names = new Names();
    RecordReader collector = new RecordReader(in, new Nowhere(), names, true);
    if (!header.isStrict()) {
      collector.readAll(header);
      in.restart();
      return names;
    }
    for (int kind = 0; kind < 4; kind++) {
      if (header.table(kind) != 0) {
        collector.readTable(kind, header.table(kind));
      }
    }
    in.restart();
    return names;
  }
}

package pnnc.layout.volume;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;
import pnnc.layout.volume.XmlTags.Tag;

/** Reads VTK image data, see {@link VolumeReader}. */
final class VtiReader {
  private static final String END = "</VTKFile>";

  /** Comments may stand behind the end. */
  private static final int TAIL = 1 << 16;

  private final ByteCursor cursor;
  private final VolumeSink sink;
  private final XmlTags tags;
  private VtiHeader header = VtiHeader.OLDEST;
  private Optional<VtiExtent> extent = Optional.empty();
  private Optional<String> wanted = Optional.empty();
  private Optional<VolumeGrid> grid = Optional.empty();
  private long appendedOffset;
  private boolean isAppended;
  private int pieces;

  VtiReader(ByteCursor cursor, VolumeSink sink) {
    this.cursor = cursor;
    this.sink = sink;
    this.tags = new XmlTags(cursor);
  }

  void read() {
    Tag root = tags.next();
    if (root.isEnd() || root.isEmpty() || !root.name().equals("VTKFile")) {
      throw missing(root, "VTKFile");
    }
    header = VtiHeader.of(at(root), root);
    boolean isDone = false;
    while (!isDone && tags.isOpen()) {
      String parent = tags.parent();
      Tag tag = tags.next();
      if (!tag.isEnd()) {
        isDone = tag(parent, tag);
      }
    }
    if (grid.isEmpty() || (isAppended && !isDone)) {
      String expected = grid.isEmpty() ? "`DataArray`" : "`AppendedData`";
      throw cursor.fault(DiagnosticCode.VTI_XML, expected, "the end of the file");
    }
    if (isDone) {
      requireTail();
    }
    sink.end();
  }

  /** What follows appended values may be anything, but the file must end as a whole one does. */
  private void requireTail() {
    long from = Math.max(cursor.offset(), cursor.size() - TAIL);
    byte[] tail = new byte[(int) (cursor.size() - from)];
    cursor.seek(from);
    int read = new Octets.Plain(cursor).readAll(tail, tail.length);
    if (!new String(tail, 0, read, StandardCharsets.ISO_8859_1).contains(END)) {
      throw cursor.fault(DiagnosticCode.VTI_XML, "`" + END + "`", "the end of the file");
    }
  }

  private DiagnosedException missing(Tag found, String expected) {
    return cursor.faultAt(
        found.offset(),
        DiagnosticCode.VTI_XML,
        "`<%s>`".formatted(expected),
        "`<%s>`".formatted(found.name()));
  }

  private Fields at(Tag tag) {
    return new Fields(cursor, tag.offset());
  }

  /** Takes a tag that begins an element; whether nothing more need be read. */
  private boolean tag(String parent, Tag tag) {
    switch (tag.name()) {
      case "ImageData" -> extent = Optional.of(VtiExtent.of(at(tag), tag));
      case "Piece" -> piece(tag);
      case "PointData", "CellData" -> wanted = Optional.ofNullable(tag.attributes().get("Scalars"));
      case "DataArray" -> {
        boolean isOfVoxels = parent.equals("PointData") || parent.equals("CellData");
        String name = tag.attribute("Name", "");
        if (isOfVoxels && grid.isEmpty() && wanted.map(name::equals).orElse(true)) {
          array(tag, parent.equals("CellData"));
        }
      }
      case "AppendedData" -> {
        return appended(tag);
      }
      default -> {}
    }
    return false;
  }

  private void piece(Tag tag) {
    String whole = extent.orElseThrow(() -> missing(tag, "ImageData")).text();
    String piece = tag.attribute("Extent", whole);
    boolean isWhole =
        piece.strip().split("\\s+", 7).length == 6
            && Arrays.equals(
                at(tag).integers("Extent", piece, 6), at(tag).integers("WholeExtent", whole, 6));
    pieces++;
    if (pieces > 1 || !isWhole) {
      throw at(tag).unsupported("more than one piece");
    }
  }

  private void array(Tag tag, boolean isOfCells) {
    VtiExtent box = extent.orElseThrow(() -> missing(tag, "ImageData"));
    String name = tag.attribute("type", "");
    VolumeType type = at(tag).type(VolumeType.ofVtk(name), name);
    String components = tag.attribute("NumberOfComponents", "1").strip();
    if (!components.equals("1") && !components.equals("0")) {
      throw at(tag).unsupported("%s components".formatted(components));
    }
    VolumeGrid found = box.grid(at(tag), type, isOfCells);
    grid = Optional.of(found);
    String format = tag.attribute("format", "ascii");
    switch (format) {
      case "appended" -> {
        isAppended = true;
        appendedOffset = (long) offset(tag);
      }
      case "ascii" -> text(tag, found);
      case "binary" -> {
        requireOpen(tag);
        values(new Base64Octets(cursor), found, true);
      }
      default -> throw at(tag).wrong("format", format, "`ascii`, `binary` or `appended`");
    }
  }

  private double offset(Tag tag) {
    String text = tag.attribute("offset", "0");
    double offset = at(tag).numbers("offset", text, 1)[0];
    if (offset < 0 || offset != Math.rint(offset) || offset > cursor.size()) {
      throw at(tag).wrong("offset", text, "a place in the file");
    }
    return offset;
  }

  private void requireOpen(Tag tag) {
    if (tag.isEmpty()) {
      throw cursor.fault(DiagnosticCode.VTI_XML, "values", "the end of `DataArray`");
    }
  }

  private void text(Tag tag, VolumeGrid found) {
    requireOpen(tag);
    Octets in = new TextOctets(cursor, found.type());
    Pump.run(in, found, false, sink);
    Pump.requireEnd(in, found);
  }

  private boolean appended(Tag tag) {
    if (!isAppended) {
      return true;
    }
    String encoding = tag.attribute("encoding", "base64");
    boolean isRaw = encoding.equals("raw");
    if (!isRaw && !encoding.equals("base64")) {
      throw at(tag).wrong("encoding", encoding, "`raw` or `base64`");
    }
    tags.takeBehindBlanks('_');
    long start = cursor.offset();
    if (appendedOffset > cursor.size() - start) {
      throw at(tag).wrong("offset", Long.toString(appendedOffset), "a place in the file");
    }
    cursor.seek(start + appendedOffset);
    values(isRaw ? new Octets.Plain(cursor) : new Base64Octets(cursor), grid.orElseThrow(), false);
    return true;
  }

  /** Reads lengths and values. */
  private void values(Octets in, VolumeGrid found, boolean isAlone) {
    if (header.isCompressed()) {
      try (VtkBlocks blocks = new VtkBlocks(in)) {
        blocks.begin(header.numbers(), found.bytes());
        Pump.run(blocks, found, header.numbers().isBigEndian(), sink);
      }
    } else {
      long bytes = header.numbers().next(in);
      if (bytes != found.bytes()) {
        throw cursor.fault(
            DiagnosticCode.VOLUME_LENGTH, found.bytes(), Long.toUnsignedString(bytes));
      }
      Pump.run(in, found, header.numbers().isBigEndian(), sink);
    }
    if (isAlone) {
      Pump.requireEnd(in, found);
    }
  }
}

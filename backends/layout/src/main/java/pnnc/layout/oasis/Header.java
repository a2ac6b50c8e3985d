package pnnc.layout.oasis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.layout.geometry.Grid;

/**
 * What the first and the last record say.
 *
 * @param grid the unit
 * @param body where the record behind START begins
 * @param end where END begins
 * @param tables flag (1 if the table holds all names) and offset (0 if there is none) for each
 *     kind: cell names, texts, property names, property values, layer names, foreign names
 */
record Header(Grid grid, long body, long end, List<Long> tables) {
  Header {
    tables = List.copyOf(tables);
  }

  static final byte[] MAGIC = "%SEMI-OASIS\r\n".getBytes(StandardCharsets.US_ASCII);
  static final int END_LENGTH = 256;
  static final int KINDS = 6;

  /** Reads both, and checks the file against its checksum if it has one. */
  static Header read(ByteSource source, OasisInput in) {
    if (!in.takes(MAGIC) || in.nextRecord() != 1 || !in.string().equals("1.0")) {
      in.seek(0);
      throw in.fault(DiagnosticCode.OASIS_NOT_OASIS);
    }
    double unit = in.real();
    if (!(unit > 0 && Double.isFinite(unit))) {
      throw in.malformed("a unit of %s steps per micron".formatted(unit));
    }
    boolean isAtEnd = in.unsigned() != 0;
    List<Long> tables = isAtEnd ? List.of() : tables(in);
    long body = in.position();
    long end = source.size() - END_LENGTH;
    if (end < body) {
      throw cut(source);
    }
    in.seek(end);
    if (in.nextRecord() != 2) {
      throw cut(source);
    }
    List<Long> found = isAtEnd ? tables(in) : tables;
    in.skipString();
    validate(source, in);
    return new Header(new Grid(unit), body, end, found);
  }

  private static DiagnosedException cut(ByteSource source) {
    return new DiagnosedException(
        DiagnosticCode.OASIS_TRUNCATED
            .error("the file: its last 256 bytes are no END record")
            .at(new Place.ByteOffset(source.name(), source.size())));
  }

  private static List<Long> tables(OasisInput in) {
    List<Long> tables = new ArrayList<>();
    for (int kind = 0; kind < KINDS; kind++) {
      tables.add(in.unsigned());
      long offset = in.unsigned();
      if (offset >= in.fileSize()) {
        throw in.malformed("a table at byte %d, behind the end".formatted(offset));
      }
      tables.add(offset);
    }
    return tables;
  }

  private static void validate(ByteSource source, OasisInput in) {
    long scheme = in.unsigned();
    if (scheme > 2) {
      throw in.malformed("a checksum of scheme %d".formatted(scheme));
    }
    long covered = in.position();
    long stated = scheme == 0 ? 0 : in.little(4);
    if (in.position() != source.size()) {
      throw in.malformed(
          "an END record that ends %d bytes before the file"
              .formatted(source.size() - in.position()));
    }
    long found = scheme == 0 ? 0 : scheme == 1 ? crc(source, covered) : sum(source, covered);
    if (stated != found) {
      in.seek(covered);
      throw in.fault(
          DiagnosticCode.OASIS_CHECKSUM, "%08x".formatted(stated), "%08x".formatted(found));
    }
  }

  private static long crc(ByteSource source, long length) {
    CRC32 crc = new CRC32();
    for (long at = 0; at < length; at += 1 << 20) {
      crc.update(source.slice(at, (int) Math.min(1 << 20, length - at)));
    }
    return crc.getValue();
  }

  private static long sum(ByteSource source, long length) {
    byte[] bytes = new byte[1 << 16];
    long sum = 0;
    for (long at = 0; at < length; at += bytes.length) {
      int count = (int) Math.min(bytes.length, length - at);
      source.slice(at, count).get(bytes, 0, count);
      for (int i = 0; i < count; i++) {
        sum += bytes[i] & 0xff;
      }
    }
    return sum & 0xffff_ffffL;
  }

  /** Whether all names of the first four kinds are in tables whose places are known. */
  boolean isStrict() {
    return IntStream.range(0, 4).allMatch(kind -> tables.get(2 * kind) == 1);
  }

  /** Where the table of {@code kind} is; 0 if there is none. */
  long table(int kind) {
    return tables.get(2 * kind + 1);
  }
}

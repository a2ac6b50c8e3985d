package pnnc.layout.oasis;

import java.util.List;
import pnnc.layout.oasis.OasisOptions.Checksum;

/** The tables of names and the END record. */
final class Ending {
  private final BlockOutput stream;
  private final OasisBuffer records;

  Ending(BlockOutput stream, OasisBuffer records) {
    this.stream = stream;
    this.records = records;
  }

  /**
   * Writes the tables, cell names, texts, property names and property values, and ends the file.
   */
  void write(List<NumberedNames> tables, Checksum checksum) {
    long[] offsets = new long[Header.KINDS];
    for (int kind = 0; kind < tables.size(); kind++) {
      offsets[kind] = table(3 + 2 * kind, tables.get(kind).names());
    }
    records.octet(2);
    for (int kind = 0; kind < Header.KINDS; kind++) {
      boolean isStrict = kind >= tables.size() || tables.get(kind).isComplete();
      records.octet(isStrict ? 1 : 0);
      records.unsigned(offsets[kind]);
    }
    pad(checksum == Checksum.NONE ? 1 : 5);
    records.octet(checksum.scheme());
    stream.plain(records);
    if (checksum != Checksum.NONE) {
      records.little(stream.checksum(), 4);
      stream.plain(records);
    }
    stream.flush();
  }

  /** Where the table of names is; 0 if it is empty. */
  private long table(int record, List<String> names) {
    long offset = names.isEmpty() ? 0 : stream.size();
    for (String name : names) {
      records.octet(record);
      records.string(name);
    }
    stream.block(records);
    return offset;
  }

  /** The string that makes END 256 bytes long; its length takes two bytes, whatever it is. */
  private void pad(int behind) {
    int length = Header.END_LENGTH - records.size() - behind - 2;
    records.octet((length & 0x7f) | 0x80);
    records.octet(length >> 7);
    for (int i = 0; i < length; i++) {
      records.octet(0);
    }
  }
}

package pnnc.layout.volume;

import java.util.zip.CRC32;
import pnnc.layout.text.ByteCursor;

/** What gzip (RFC 1952) stands for: one member after the other, up to the end of the file. */
final class GzipOctets extends Octets {
  private static final int CRC_OF_HEAD = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final Inflating inflating;
  private final CRC32 crc = new CRC32();
  private long size;
  private boolean isInside;

  GzipOctets(ByteCursor cursor) {
    super(cursor, DEFLATE);
    this.inflating = new Inflating(new Plain(cursor), true);
  }

  @Override
  int read(byte[] into, int from, int length) {
    while (isInside || cursor().peek() >= 0) {
      if (!isInside) {
        head();
      }
      int read = inflating.read(into, from, length);
      if (read > 0) {
        crc.update(into, from, read);
        size += read;
        return read;
      }
      tail();
    }
    return 0;
  }

  private void head() {
    if (cursor().next() != 0x1f || cursor().next() != 0x8b || cursor().next() != 8) {
      throw damaged("no gzip begins here");
    }
    int flags = cursor().next();
    for (int i = 0; i < 6; i++) {
      octet();
    }
    if ((flags & EXTRA) != 0) {
      for (int i = octet() | octet() << 8; i > 0; i--) {
        octet();
      }
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    if ((flags & CRC_OF_HEAD) != 0) {
      octet();
      octet();
    }
    crc.reset();
    size = 0;
    isInside = true;
    inflating.begin(Long.MAX_VALUE);
  }

  private void skipText(int isThere) {
    while (isThere != 0 && octet() != 0) {}
  }

  private int octet() {
    int octet = cursor().next();
    if (octet < 0) {
      throw damaged("the file ends inside gzip");
    }
    return octet;
  }

  private void tail() {
    cursor().seek(cursor().offset() - inflating.taken());
    if (number() != (int) crc.getValue()) {
      throw damaged("the checksum of gzip is not that of the values");
    }
    if (number() != (int) size) {
      throw damaged("the length of gzip is not that of the values");
    }
    isInside = false;
  }

  private int number() {
    return octet() | octet() << 8 | octet() << 16 | octet() << 24;
  }

  @Override
  public void close() {
    inflating.close();
  }
}

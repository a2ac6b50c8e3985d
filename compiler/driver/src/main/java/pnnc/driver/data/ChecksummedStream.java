package pnnc.driver.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** A stream that fails at its end if what went through has another checksum than announced. */
final class ChecksummedStream extends CheckedInputStream {
  private final long announced;

  ChecksummedStream(InputStream in, long announced) {
    super(in, new CRC32());
    this.announced = announced;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    return checked(value);
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    return checked(super.read(into, at, length));
  }

  private int checked(int result) throws ZipException {
    if (result < 0 && getChecksum().getValue() != announced) {
      throw new ZipException("the checksum is wrong");
    }
    return result;
  }
}

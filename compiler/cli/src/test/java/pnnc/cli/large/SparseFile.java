package pnnc.cli.large;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import pnnc.onnx.write.ExternalSink;

/** A file with holes where only zeros are written, so that the disk holds next to nothing. */
record SparseFile(Path path) implements ExternalSink {
  @Override
  public String location() {
    return path.getFileName().toString();
  }

  @Override
  public OutputStream open() throws IOException {
    return new SparseStream(new RandomAccessFile(path.toFile(), "rw"));
  }

  private static final class SparseStream extends OutputStream {
    private final RandomAccessFile file;

    SparseStream(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
      file.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (Arrays.equals(bytes, from, from + length, new byte[length], 0, length)) {
        file.seek(file.getFilePointer() + length);
      } else {
        file.write(bytes, from, length);
      }
    }

    @Override
    public void close() throws IOException {
      try (file) {
        file.setLength(file.getFilePointer());
      }
    }
  }
}

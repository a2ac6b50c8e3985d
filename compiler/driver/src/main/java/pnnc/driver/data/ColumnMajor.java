package pnnc.driver.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Arrays in Fortran order, the first index running fastest, as NumPy saves a transposed array. */
final class ColumnMajor {
  /** The elements of one sample lie all over the file: it has to be held in memory. */
  private static final int MOST_BYTES = 1 << 28;

  private ColumnMajor() {}

  /** All elements of {@code array}, row-major. */
  static byte[] read(StoredArray array) throws IOException {
    long bytes = array.header().bytes();
    if (bytes > MOST_BYTES) {
      throw array.fault(
          "it is in Fortran order and too large to turn around (%d MiB, at most %d);"
                  .formatted(bytes >> 20, MOST_BYTES >> 20)
              + " save `numpy.ascontiguousarray(x)`",
          0);
    }
    try (InputStream in = array.open(0)) {
      byte[] columns = in.readNBytes((int) bytes);
      if (columns.length < bytes || in.read() >= 0) {
        throw new EOFException("the elements are not as many as announced");
      }
      return toRowMajor(columns, array.header());
    }
  }

  private static byte[] toRowMajor(byte[] columns, ArrayHeader header) {
    long[] sizes = header.shape().sizes().orElseThrow();
    int element = header.elementBytes();
    byte[] rows = new byte[columns.length];
    int[] index = new int[sizes.length];
    for (int to = 0; to < rows.length; to += element) {
      System.arraycopy(columns, element * position(index, sizes), rows, to, element);
      increment(index, sizes);
    }
    return rows;
  }

  private static int position(int[] index, long[] sizes) {
    int position = 0;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      position = position * (int) sizes[axis] + index[axis];
    }
    return position;
  }

  private static void increment(int[] index, long[] sizes) {
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      if (++index[axis] < sizes[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }
}

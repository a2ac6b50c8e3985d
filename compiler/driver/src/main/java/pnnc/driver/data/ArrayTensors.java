package pnnc.driver.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** NumPy arrays as constants; each is read when it is asked for. */
public final class ArrayTensors {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private ArrayTensors() {}

  /** The arrays in an {@code .npz} file, by name. */
  public static SortedMap<String, Supplier<Tensor>> npz(Path file) throws IOException {
    SortedMap<String, Supplier<Tensor>> tensors = new TreeMap<>();
    try (NpzFile arrays = NpzFile.open(file)) {
      for (String name : arrays.names()) {
        tensors.put(name, () -> fromNpz(file, name));
      }
    }
    return tensors;
  }

  private static Tensor fromNpz(Path file, String name) {
    try (NpzFile arrays = NpzFile.open(file)) {
      return tensor(arrays.array(name).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The array in an {@code .npy} file, under the file's name. */
  public static SortedMap<String, Supplier<Tensor>> npy(Path file) throws IOException {
    PlainArray array = PlainArray.openNpy(file);
    SortedMap<String, Supplier<Tensor>> tensors = new TreeMap<>();
    tensors.put(file.getFileName().toString(), () -> fromNpy(array));
    return tensors;
  }

  private static Tensor fromNpy(PlainArray array) {
    try {
      return tensor(array);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tensor tensor(StoredArray array) throws IOException {
    long bytes = array.header().bytes();
    if (bytes > MOST_BYTES) {
      throw array.fault("it has 2 GiB or more; keep such weights in a safetensors file", 0);
    }
    try (BlockReader reader = new BlockReader(array, (int) bytes, 0)) {
      return new Tensor(
          array.header().type(), array.header().shape(), TensorData.of(reader.next()));
    }
  }
}

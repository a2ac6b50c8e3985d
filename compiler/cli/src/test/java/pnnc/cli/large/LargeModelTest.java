package pnnc.cli.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.driver.files.MappedFile;
import pnnc.driver.files.OnnxFiles;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;

/** A model with 3 GB of weights, which is mostly a hole in a file. */
@Tag("slow")
class LargeModelTest {
  private static final int LAYERS = 300;
  private static final long BYTES_PER_LAYER = 10_000_000;

  @TempDir private Path folder;

  @Test
  void threeGigabytesAreReadWithoutTouchingThem() throws IOException {
    Path model = writeModel();
    assertThat(Files.size(folder.resolve("large.onnx.data"))).isGreaterThan(3_000_000_000L);
    long start = System.nanoTime();
    Network network = OnnxFiles.read(model, new Diagnostics());
    double seconds = (System.nanoTime() - start) * 1e-9;
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    long heap = memory.getHeapMemoryUsage().getUsed();
    assertThat(seconds).as("seconds to read").isLessThan(2);
    assertThat(heap).as("bytes of heap in use").isLessThan(100L << 20);
    TensorElements last = TensorElements.of(network.graph().constants().get(weight(LAYERS - 1)));
    assertThat(last.doubleAt(last.count() - 1)).isEqualTo(1.5);
    System.out.printf("3 GB model read in %.3f s, %d MiB of heap in use%n", seconds, heap >> 20);
  }

  private Path writeModel() throws IOException {
    Path layer = folder.resolve("layer");
    try (RandomAccessFile file = new RandomAccessFile(layer.toFile(), "rw")) {
      file.setLength(BYTES_PER_LAYER);
      file.seek(BYTES_PER_LAYER - 4);
      file.writeInt(Integer.reverseBytes(Float.floatToIntBits(1.5f)));
    }
    Path model = folder.resolve("large.onnx");
    try (OutputStream out = Files.newOutputStream(model)) {
      OnnxWriter.write(
          network(MappedFile.open(layer, "layer")),
          out,
          new SparseFile(folder.resolve("large.onnx.data")));
    }
    return model;
  }

  private static Network network(ByteSource weights) {
    Map<Value, Tensor> constants = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    Shape shape = Shape.of(BYTES_PER_LAYER / 4);
    for (int i = 0; i < LAYERS; i++) {
      TensorData data = new TensorData.Bytes(weights);
      constants.put(weight(i), new Tensor(ElementType.F32, shape, data));
      nodes.add(Node.of("Add", List.of(value(i), weight(i)), value(i + 1)));
    }
    ValueType type = ValueType.tensor(ElementType.F32, shape);
    Graph graph =
        new Graph(
            "large",
            List.of(value(0)),
            List.of(value(LAYERS)),
            constants,
            nodes,
            Map.of(value(0), type),
            Map.of(),
            Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 13), Network.Header.PNNC);
  }

  private static Value weight(int layer) {
    return new Value("w" + layer);
  }

  private static Value value(int layer) {
    return new Value("x" + layer);
  }
}

package pnnc.cli.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.cli.Main;
import pnnc.onnx.write.OnnxWriter;

/** Models whose weights are several times the heap of the process that inspects them. */
class SmallHeapTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(LargeKind.class)
  void sixHundredMegabytesInTwoHundred(LargeKind kind) throws Exception {
    inspect(kind, 600_000_000, "-Xmx200m");
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(LargeKind.class)
  void threeGigabytesInOne(LargeKind kind) throws Exception {
    boolean bytes = kind == LargeKind.QLINEAR || kind == LargeKind.DEQUANTIZE;
    inspect(kind, bytes ? 1_500_000_000 : 3_000_000_000L, "-Xmx1g");
  }

  private void inspect(LargeKind kind, long bytes, String heap) throws Exception {
    int layers = kind.layers(bytes);
    Path model = write(kind, layers, bytes);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "inspect",
                model.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("(hardware can take them): %d, 100.0 %%".formatted(layers * kind.blocks()));
  }

  private Path write(LargeKind kind, int layers, long bytes) throws IOException {
    Path model = folder.resolve("large.onnx");
    Path data = folder.resolve("large.onnx.data");
    try (OutputStream out = new SparseFile(model).open()) {
      OnnxWriter.write(kind.network(layers), out, new SparseFile(data));
    }
    long external = Files.exists(data) ? Files.size(data) : 0;
    assertThat(Files.size(model) + external).isGreaterThanOrEqualTo(bytes);
    return model;
  }
}

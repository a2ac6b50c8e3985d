package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.base.shape.Shape;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.SimRequest;
import pnnc.driver.data.DataOptions;
import pnnc.driver.data.NpzWriter;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.testing.Heard;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Tensor;

/** What a bundle says of data, and what it says inside. */
class SimulationTest {
  private static final String TEXT =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[N, 2]) -> (%y: f32[N, 3]) {
        const %v: f32[2, 2] = [[1, -0.5], [0.25, 0.75]]
        const %w: f32[2, 3] = [[0.5, 0.25, -1], [0.5, 1, -0.125]]
        %m = MatMul(%x, %v)
        %r = Relu(%m)
        %y = MatMul(%r, %w)
      }
      """;

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private final LocalDriver driver = new LocalDriver();
  private Path bundle;
  private Path output;

  @BeforeEach
  void compile() throws IOException {
    bundle = folder.resolve("net");
    output = folder.resolve("y.npz");
    Path model = folder.resolve("net.onnx");
    OnnxFiles.write(NetworkParser.parse("net.pnnir", TEXT), model);
    Outcome compiled =
        driver.compile(
            new CompileRequest(
                model,
                "toy",
                new TreeMap<>(),
                bundle,
                Optional.empty(),
                List.of(),
                LayoutFormat.PREFERRED,
                true),
            session());
    assertThat(compiled.status()).isEqualTo(ExitStatus.OK);
    Files.delete(model);
  }

  private Session session() {
    return new Session(Settings.defaults(), heard);
  }

  private Outcome simulate(String tap, float... x) throws IOException {
    Path input = folder.resolve("x.npz");
    try (OutputStream out = Files.newOutputStream(input)) {
      NpzWriter.write(Map.of("x", Tensor.ofFloats(Shape.of(x.length / 2, 2), x)), out);
    }
    return driver.simulate(
        new SimRequest(bundle, DataOptions.of(input), output, Optional.ofNullable(tap)), session());
  }

  /** The last numbers of an array in the file. */
  private float[] written(String array, int count) throws IOException {
    try (ZipFile zip = new ZipFile(output.toFile())) {
      byte[] all = zip.getInputStream(zip.getEntry(array + ".npy")).readAllBytes();
      float[] values = new float[count];
      ByteBuffer.wrap(all, all.length - 4 * count, 4 * count)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return values;
    }
  }

  /** The model is gone: what runs is what was read from the layout. */
  @Test
  void whatTheLayoutComputesIsWritten() throws IOException {
    Outcome outcome = simulate(null, 1, 2, -1, 0.5f, 0, 0);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(outcome.text()).isEqualTo(output + "\n  y: f32[3, 3]\n");
    assertThat(heard.diagnostics()).isEmpty();
    assertThat(written("y", 9))
        .containsExactly(
            new float[] {1.25f, 1.375f, -1.625f, 0.4375f, 0.875f, -0.109375f, 0, 0, 0},
            within(0.02f));
    byte[] bytes = Files.readAllBytes(output);
    simulate(null, 1, 2, -1, 0.5f, 0, 0);
    assertThat(output).hasBinaryContent(bytes);
  }

  @Test
  void aLayerCanBeListenedTo() throws IOException {
    Outcome outcome = simulate("m", 1, 2, -1, 0.5f);
    assertThat(outcome.text()).contains("  m.tap: f32[2, 2]\n", "  y: f32[2, 3]\n");
    assertThat(written("m.tap", 4))
        .containsExactly(new float[] {1.5f, 1, -0.875f, 0.875f}, within(0.02f));
    assertThat(outcome.summary().getAsJsonObject("arrays").get("m.tap").getAsString())
        .isEqualTo("f32[2, 2]");
  }

  @Test
  void aLayerThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> simulate("relu", 1, 2))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("no layer `relu` to tap; it has m, y");
    assertThat(output).doesNotExist();
  }

  /** A device that is changed in the file changes what is said, and is warned of. */
  @Test
  void theLayoutIsWhatRuns() throws IOException {
    simulate(null, 1, 2);
    float[] before = written("y", 3);
    Path layout = bundle.resolve("layout/top.toy");
    byte[] bytes = Files.readAllBytes(layout);
    RoadTest.shrinkDevices(layout);
    assertThat(layout).satisfies(l -> assertThat(Files.readAllBytes(l)).isNotEqualTo(bytes));
    simulate(null, 1, 2);
    assertThat(written("y", 3)).isNotEqualTo(before);
    assertThat(heard.diagnostics()).isNotEmpty();
  }
}

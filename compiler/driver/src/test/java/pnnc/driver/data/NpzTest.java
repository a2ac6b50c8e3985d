package pnnc.driver.data;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pnnc.driver.data.DataFiles.all;
import static pnnc.driver.data.DataFiles.batch;
import static pnnc.driver.data.DataFiles.floats;
import static pnnc.driver.data.DataFiles.integers;
import static pnnc.driver.data.DataFiles.npy;
import static pnnc.driver.data.DataFiles.npz;
import static pnnc.driver.data.DataFiles.numbers;
import static pnnc.driver.data.DataFiles.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

class NpzTest {
  private static final byte[] X = npy("<f4", "(2, 2)", floats(LITTLE_ENDIAN, 1, 2, 3, 4));
  private static final byte[] Y = npy("<i8", "(2,)", integers(LITTLE_ENDIAN, 64, 7, 8));
  private static final InputSpec PAIR = batch(ElementType.F32, 2);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void samplesAndLabelsComeFromTheirArrays(int method) {
    Path file = write(folder, "a.npz", npz(method, Map.of("x", X, "y", Y)));
    List<Sample> samples = all(DataOptions.of(file), PAIR);
    assertThat(numbers(samples.get(0))).containsExactly(1, 2);
    assertThat(samples).extracting(s -> s.label().getAsLong()).containsExactly(7L, 8L);
    assertThat(numbers(DataFiles.from(1, DataOptions.of(file), PAIR).get(0))).containsExactly(3, 4);
  }

  @Test
  void arraysAreCalledLikeTheInputs() {
    InputSpec a = new InputSpec("net/a:0", ElementType.F32, Optional.of(Shape.of(1, 2)));
    InputSpec b = new InputSpec("b", ElementType.I64, Optional.of(Shape.of(1)));
    Path file = write(folder, "a.npz", npz(ZipEntry.DEFLATED, Map.of("net/a:0", X, "b", Y)));
    Sample second = all(DataOptions.of(file), a, b).get(1);
    assertThat(second.inputs().keySet()).containsExactly("net/a:0", "b");
    assertThat(second.inputs().get("b").shape()).isEqualTo(Shape.of(1));
    assertThat(second.label()).as("there is no array y").isEmpty();
  }

  @Test
  void aMissingArrayIsNamedWithThoseThatAreThere() {
    Path file = write(folder, "a.npz", npz(ZipEntry.STORED, new TreeMap<>(Map.of("u", X, "y", Y))));
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR))
        .hasMessageContaining("PNN3022")
        .hasMessageContaining("no array for input `x`, only `u`, `y`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<i8", "<U2", "|O"})
  void anArrayCalledYThatHoldsNoLabelsIsIgnored(String type) throws IOException {
    byte[] rows = npy(type, "(2, 2)", integers(LITTLE_ENDIAN, 64, 1, 0, 0, 1));
    Path file = write(folder, "a.npz", npz(ZipEntry.STORED, Map.of("x", X, "y", rows)));
    try (SampleSource source = SampleSources.open(DataOptions.of(file), List.of(PAIR))) {
      assertThat(source.labelled()).isFalse();
      assertThat(source.warnings())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.LABELS_UNUSED);
    }
    assertThat(numbers(all(DataOptions.of(file), PAIR).get(1))).containsExactly(3, 4);
  }

  @Test
  void inputsAndLabelsMustBeAsMany() {
    byte[] three = npy("<i8", "(3,)", integers(LITTLE_ENDIAN, 64, 7, 8, 9));
    Path file = write(folder, "a.npz", npz(ZipEntry.STORED, Map.of("x", X, "y", three)));
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR))
        .hasMessageContaining("PNN3022")
        .hasMessageContaining("3 samples or labels where others have 2");
  }

  @Test
  void anotherShapeIsRefused() {
    Path file = write(folder, "a.npz", npz(ZipEntry.STORED, Map.of("x", X)));
    assertThatThrownBy(() -> all(DataOptions.of(file), batch(ElementType.F32, 3)))
        .hasMessageContaining("PNN3021")
        .hasMessageContaining("found [2, 2], expected [N, 3]");
  }

  @Test
  void labelsMustBeWholeNumbers() {
    byte[] halves = npy("<f4", "(2,)", floats(LITTLE_ENDIAN, 1, 1.5));
    Path file = write(folder, "a.npz", npz(ZipEntry.STORED, Map.of("x", X, "y", halves)));
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR))
        .hasMessageContaining("label 1: 1.5 is not a whole number");
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void aFlippedBitIsNoticed(int method) {
    byte[] noise = new byte[4096];
    new Random(5).nextBytes(noise);
    byte[] bytes = npz(method, Map.of("x", npy("|u1", "(2, 2048)", noise)));
    bytes[3000] ^= 1;
    Path file = write(folder, "a.npz", bytes);
    assertThatThrownBy(() -> all(DataOptions.of(file), batch(ElementType.U8, 2048)))
        .hasMessageContaining("PNN3020");
  }

  @Test
  void aHeaderCannotAnnounceMoreThanTheArchiveHolds() {
    byte[] lie = npy("<f4", "(1000000000, 2)", new byte[8]);
    Path file = write(folder, "a.npz", npz(ZipEntry.DEFLATED, Map.of("x", lie)));
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR))
        .hasMessageContaining("PNN3020")
        .hasMessageContaining("announces 8000000000 bytes");
  }

  @Test
  void aBombIsReadSampleBySample() {
    byte[] zeros = npy("|u1", "(50000, 1000)", new byte[50_000_000]);
    Path file = write(folder, "a.npz", npz(ZipEntry.DEFLATED, Map.of("x", zeros)));
    try (var source =
            SampleSources.open(DataOptions.of(file), List.of(batch(ElementType.U8, 1000)));
        var cursor = source.cursor(0)) {
      assertThat(source.count()).isEqualTo(50_000);
      assertThat(cursor.next().inputs().get("x").elements()).isEqualTo(1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEmptyArchiveHasNoArrays() {
    Path file = write(folder, "a.npz", npz(ZipEntry.STORED, Map.of()));
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR))
        .hasMessageContaining("PNN3022")
        .hasMessageContaining("only nothing");
  }
}

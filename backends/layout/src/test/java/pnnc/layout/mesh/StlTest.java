package pnnc.layout.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.layout.testing.Mutants;
import pnnc.layout.testing.Oracle;
import pnnc.layout.testing.VolumeCheck;

class StlTest {
  private static final int ROUNDS = 8_000;

  @TempDir private Path folder;

  private static byte[] bytes(List<double[]> triangles) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StlWriter writer = new StlWriter(out, "a test", triangles.size())) {
      triangles.forEach(writer::triangle);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(VoxelSurface surface) {
    List<double[]> all = new ArrayList<>();
    surface.emit(corners -> all.add(corners.clone()));
    return bytes(all);
  }

  private static List<double[]> read(byte[] bytes) {
    List<double[]> all = new ArrayList<>();
    long count = StlReader.read(ByteSource.of("a.stl", bytes), t -> all.add(t.clone()));
    assertThat(count).isEqualTo(all.size());
    return all;
  }

  private static double[][] array(List<double[]> triangles) {
    return triangles.toArray(double[][]::new);
  }

  private static List<double[]> random(int count, Random random) {
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(random.doubles(9).map(d -> (float) (d * 100 - 50)).toArray());
    }
    return all;
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (int count : new int[] {0, 1, 2047, 2048, 2049, 5000}) {
      List<double[]> triangles = random(count, new Random(count));
      byte[] bytes = bytes(triangles);
      assertThat(bytes).hasSize(84 + 50 * count);
      assertThat(array(read(bytes))).isDeepEqualTo(array(triangles));
    }
  }

  @Test
  void normalsAreThoseOfTheCorners() {
    byte[] bytes = bytes(List.of(new double[] {0, 0, 0, 2, 0, 0, 0, 3, -0.0}, new double[9]));
    ByteBuffer facets = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(facets.getInt(80)).isEqualTo(2);
    assertThat(facets.getFloat(84 + 8)).isEqualTo(1);
    assertThat(facets.getInt(84 + 44)).as("no -0").isZero();
    assertThat(facets.getFloat(134 + 8)).isZero();
  }

  @Test
  void theWriterCounts() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StlWriter none = new StlWriter(out, "x", 0);
    assertThatThrownBy(() -> none.triangle(new double[9])).hasMessage("more than 0 triangles");
    StlWriter one = new StlWriter(out, "x", 1);
    assertThatThrownBy(one::close).hasMessage("0 of 1 triangles");
    double[] far = {0, 0, 0, 0, 0, 1e39, 0, 0, 0};
    assertThatThrownBy(() -> one.triangle(far)).hasMessageContaining("1.0E39");
    assertThatThrownBy(() -> new StlWriter(out, "solid", 1)).hasMessageContaining("no title");
    assertThatThrownBy(() -> new StlWriter(out, "x", 1L << 32)).hasMessageContaining("4294967296");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final String FACET =
      """
      facet normal 0 0 1
       outer loop
        vertex 0 0 0
        vertex 1e0 0 0
        VERTEX 0 +1.5 -2
       endloop
      endfacet
      """;

  @Test
  void textIsRead() {
    byte[] text =
        ascii(
            "solid facet of mine\r\n"
                + FACET
                + FACET.replace("0 0 1", "nan nan nan")
                + "endsolid facet\n");
    double[] corners = {0, 0, 0, 1, 0, 0, 0, 1.5, -2};
    assertThat(array(read(text))).isDeepEqualTo(new double[][] {corners, corners});
    assertThat(read(ascii("solid\nendsolid\nsolid b\n" + FACET + "endsolid"))).hasSize(1);
    assertThat(read(ascii("solid\nendsolid"))).isEmpty();
  }

  /** Some programs begin binary files with the word that means text. */
  @Test
  void binaryFilesMayBeginWithSolid() {
    byte[] bytes = bytes(random(3, new Random(1)));
    System.arraycopy(ascii("solid "), 0, bytes, 0, 6);
    assertThat(read(bytes)).hasSize(3);
  }

  private static String fault(byte[] bytes) {
    DiagnosedException e = catchThrowableOfType(DiagnosedException.class, () -> read(bytes));
    assertThat(e).as("a fault").isNotNull();
    String place = e.diagnostics().get(0).place().orElseThrow().describe();
    return e.getMessage() + " @ " + place.replace("a.stl at byte ", "");
  }

  @Test
  void faultsHaveTheirPlace() {
    byte[] bytes = bytes(random(3, new Random(1)));
    assertThat(fault(Arrays.copyOf(bytes, 200)))
        .isEqualTo("PNN5115: a binary STL file of 3 facets has 234 bytes, this one has 200 @ 80");
    assertThat(fault(new byte[0])).startsWith("PNN5115").endsWith("@ 0");
    byte[] many = bytes.clone();
    Arrays.fill(many, 80, 84, (byte) -1);
    assertThat(fault(many)).contains("of 4294967295 facets has 214748364834 bytes");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(134 + 16, Float.NaN);
    assertThat(fault(bytes)).isEqualTo("PNN5117: a corner of facet 2 is at NaN @ 134");
    assertThat(fault(ascii("solid x\nfacet normal 0 0 0\nouter lop")))
        .isEqualTo("PNN5116: expected `loop`, found `lop` @ 33");
    assertThat(fault(ascii("solid x\n" + FACET.replace("1.5", "1.5f") + "endsolid")))
        .isEqualTo("PNN5116: expected a finite number, found `+1.5f` @ 82");
    assertThat(fault(ascii("solid x\n" + FACET)))
        .isEqualTo("PNN5116: expected `facet` or `endsolid`, found the end of the file @ 108");
    assertThat(fault(ascii("solid x\n" + "y".repeat(1000)))).contains("expected a word of text");
  }

  @Test
  void everyDamageIsDiagnosed() {
    List<byte[]> corpus = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      corpus.add(bytes(random(i, new Random(i))));
      corpus.add(ascii("solid x\n" + FACET.repeat(i) + "endsolid x\n"));
    }
    int refused = Mutants.check(corpus, ROUNDS, StlTest::read);
    assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 500);
  }

  @Test
  void vtkFindsNothingWrong() throws IOException, InterruptedException {
    Path file = folder.resolve("random.stl");
    Files.write(file, bytes(VoxelSurfaceTest.surface(VoxelSurfaceTest.random(11))));
    Oracle.Answer answer = VolumeCheck.run(file);
    assertThat(answer.status()).as(answer.output()).isZero();
    assertThat(answer.output()).contains("\"watertight\": true", "\"errors\": []");
  }

  @Test
  void admeshFindsNothingWrong() throws IOException, InterruptedException {
    Oracle admesh = Oracle.require("admesh");
    Path file = folder.resolve("random.stl");
    Files.write(file, bytes(VoxelSurfaceTest.surface(VoxelSurfaceTest.random(11))));
    String said = admesh.run(folder, "-e", file.toString()).output();
    assertThat(said).containsPattern("Total disconnected facets *: *0 ");
    assertThat(said).containsPattern("Backwards edges *: *0");
  }
}

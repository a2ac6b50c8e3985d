package pnnc.driver.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.Diagnostics;

class ModelDigestTest {
  private static final String ALONE =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[2]) -> (%y: f32[2]) {
        %y = Relu(%x)
      }
      """;

  /** Names its files in the wrong order, and one of them twice. */
  private static final String WITH_FILES =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[2]) -> (%y: f32[2]) {
        const %a: f32[2] = file "w/b.bin" 0 8
        const %b: f32[2] = file "a.bin" 0 8
        const %c: f32[2] = file "a.bin" 8 8
        %p = Add(%x, %a)
        %q = Add(%p, %b)
        %y = Add(%q, %c)
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeWeights() throws IOException {
    Files.createDirectories(folder.resolve("w"));
    Files.write(folder.resolve("w/b.bin"), new byte[8]);
    Files.write(folder.resolve("a.bin"), new byte[16]);
    Files.write(folder.resolve("unused.bin"), new byte[16]);
  }

  private String digest(String text) throws IOException {
    Path path = folder.resolve("net.pnnir");
    Files.writeString(path, text);
    ModelFile file = ModelFile.open(path);
    file.read(new Diagnostics(), Map.of());
    return file.sha256();
  }

  private static String sha(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void aModelThatStandsAloneHasTheDigestOfItsFile() throws Exception {
    assertThat(digest(ALONE)).isEqualTo(sha(ALONE.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void withWeightsElsewhereItIsTheDigestOfAListAsSha256sumWritesIt() throws Exception {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    String own = sha(WITH_FILES.getBytes(StandardCharsets.UTF_8));
    list.write((own + "  -\0").getBytes(StandardCharsets.UTF_8));
    list.write((sha(new byte[16]) + "  a.bin\0").getBytes(StandardCharsets.UTF_8));
    list.write((sha(new byte[8]) + "  w/b.bin\0").getBytes(StandardCharsets.UTF_8));
    assertThat(digest(WITH_FILES)).isEqualTo(sha(list.toByteArray()));
  }

  @Test
  void everyByteOfTheWeightsCountsAndNothingElse() throws IOException {
    String before = digest(WITH_FILES);
    Files.write(folder.resolve("unused.bin"), new byte[] {1});
    assertThat(digest(WITH_FILES)).isEqualTo(before);
    byte[] other = new byte[16];
    other[15] = 1;
    Files.write(folder.resolve("a.bin"), other);
    assertThat(digest(WITH_FILES)).isNotEqualTo(before);
  }
}

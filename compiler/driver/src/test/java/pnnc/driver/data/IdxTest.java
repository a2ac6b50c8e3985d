package pnnc.driver.data;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pnnc.driver.data.DataFiles.all;
import static pnnc.driver.data.DataFiles.batch;
import static pnnc.driver.data.DataFiles.doubles;
import static pnnc.driver.data.DataFiles.floats;
import static pnnc.driver.data.DataFiles.gzip;
import static pnnc.driver.data.DataFiles.idx;
import static pnnc.driver.data.DataFiles.integers;
import static pnnc.driver.data.DataFiles.numbers;
import static pnnc.driver.data.DataFiles.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

class IdxTest {
  private static final byte[] IMAGES = idx(8, new int[] {2, 1, 2}, new byte[] {0, 51, -1, 102});
  private static final byte[] LABELS = idx(8, new int[] {2}, new byte[] {3, -56});

  @TempDir Path folder;

  @Test
  void imagesAndLabelsComeFromTwoFiles() {
    Path images = write(folder, "images-idx3-ubyte.gz", gzip(IMAGES));
    Path labels = write(folder, "labels-idx1-ubyte", LABELS);
    DataOptions options = DataOptions.of(images).with(new Labels.Beside(labels));
    List<Sample> samples = all(options, batch(ElementType.F32, 1, 1, 2));
    assertThat(numbers(samples.get(1))).containsExactly(255, 102);
    assertThat(samples.get(1).inputs().get("x").shape()).isEqualTo(Shape.of(1, 1, 1, 2));
    assertThat(samples).extracting(s -> s.label().getAsLong()).containsExactly(3L, 200L);
  }

  @Test
  void pixelsAreNormalized() {
    Path images = write(folder, "images", IMAGES);
    DataOptions options = DataOptions.of(images).with(Normalization.parse("0.5,0.25"));
    assertThat(numbers(all(options, batch(ElementType.F64, 2)).get(0)))
        .containsExactly(-2, (51 / 255.0 - 0.5) / 0.25);
  }

  static Stream<Arguments> everyType() {
    return Stream.of(
        Arguments.of(0x09, integers(BIG_ENDIAN, 8, -1, 3)),
        Arguments.of(0x0B, integers(BIG_ENDIAN, 16, -1, 3)),
        Arguments.of(0x0C, integers(BIG_ENDIAN, 32, -1, 3)),
        Arguments.of(0x0D, floats(BIG_ENDIAN, -1, 3)),
        Arguments.of(0x0E, doubles(BIG_ENDIAN, -1, 3)));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyTypeIsRead(int type, byte[] data) {
    Path file = write(folder, "data", idx(type, new int[] {1, 2}, data));
    assertThat(numbers(all(DataOptions.of(file), batch(ElementType.F32, 2)).get(0)))
        .containsExactly(-1, 3);
  }

  static Stream<Arguments> damagedFiles() {
    byte[] squashed = gzip(IMAGES);
    return Stream.of(
        Arguments.of("truncated", Arrays.copyOf(IMAGES, IMAGES.length - 1), "announces 4"),
        Arguments.of("too long", Arrays.copyOf(IMAGES, IMAGES.length + 1), "holds 5"),
        Arguments.of("header cut", Arrays.copyOf(IMAGES, 7), "cut short"),
        Arguments.of("negative", idx(8, new int[] {-1, 2}, new byte[4]), "-1 is negative"),
        Arguments.of("overflow", idx(8, new int[] {1 << 30, 1 << 30, 64}, new byte[4]), "large"),
        Arguments.of("type", idx(7, new int[] {1, 2}, new byte[2]), "0x07"),
        Arguments.of("gzip cut", Arrays.copyOf(squashed, squashed.length - 9), "Unexpected end"),
        Arguments.of("gzip lie", gzip(idx(8, new int[] {1 << 30, 2}, new byte[2])), "can hold"),
        Arguments.of("gzip short", gzip(idx(8, new int[] {9, 2}, new byte[2])), "break off"),
        Arguments.of("gzip long", gzip(idx(8, new int[] {1, 2}, new byte[3])), "goes on"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedFiles")
  void damagedFilesAreRefused(String what, byte[] bytes, String why) {
    Path file = write(folder, "data", bytes);
    assertThatThrownBy(() -> all(DataOptions.of(file), batch(ElementType.F32, 2)))
        .hasMessageContaining("PNN3020")
        .hasMessageContaining(why);
  }

  @Test
  void noSamplesAreRefused() {
    Path file = write(folder, "data", idx(8, new int[] {0, 2}, new byte[0]));
    assertThatThrownBy(() -> all(DataOptions.of(file), batch(ElementType.F32, 2)))
        .hasMessageContaining("no samples");
  }
}

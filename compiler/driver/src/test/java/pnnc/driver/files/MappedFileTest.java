package pnnc.driver.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at files through windows. */
class MappedFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 8, 63, 64, 65, 1000})
  void everySliceIsThePartOfTheFile(long window) throws IOException {
    byte[] bytes = new byte[64];
    new Random(window).nextBytes(bytes);
    MappedFile file = MappedFile.open(write(bytes), "f", window);
    for (int from = 0; from <= bytes.length; from++) {
      for (int length = 0; from + length <= bytes.length; length++) {
        assertThat(file.slice(from, length))
            .isEqualTo(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, from + length)));
      }
    }
  }

  @Test
  void slicesAreLittleEndianAndReadOnly() throws IOException {
    MappedFile file = MappedFile.open(write(new byte[] {1, 0, 0, 0, 2}), "f", 3);
    for (ByteBuffer slice : new ByteBuffer[] {file.slice(0, 4), file.slice(0, 1)}) {
      assertThat(slice.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
      assertThat(slice.isReadOnly()).isTrue();
    }
    assertThat(file.slice(0, 4).getInt()).isEqualTo(1);
  }

  @Test
  void whatIsOutsideTheFileCannotBeLookedAt() throws IOException {
    MappedFile file = MappedFile.open(write(new byte[5]), "f", 3);
    assertThatThrownBy(() -> file.slice(4, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> file.slice(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anEmptyFileIsEmpty() throws IOException {
    MappedFile file = MappedFile.open(write(new byte[0]), "f");
    assertThat(file.size()).isZero();
    assertThat(file.slice(0, 0).remaining()).isZero();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }
}

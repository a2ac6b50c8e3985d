package pnnc.base.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class ByteSourceTest {
  private static final ByteSource SOURCE = ByteSource.of("w.bin", new byte[] {0, 1, 2, 3, 4, 5});

  @Test
  void aSliceIsALittleEndianViewThatCannotBeWritten() {
    assertThat(SOURCE.slice(1, 2).getShort()).isEqualTo((short) 0x0201);
    assertThatThrownBy(() -> SOURCE.slice(0, 1).put((byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void aRangeOfARangeIsARangeOfTheFile() {
    ByteSource range = SOURCE.range(1, 4).range(2, 2);
    assertThat(range).isEqualTo(new ByteRange(SOURCE, 3, 2));
    assertThat(range.name()).isEqualTo("w.bin");
    assertThat(range.slice(1, 1).get()).isEqualTo((byte) 4);
  }

  @Test
  void whatLiesOutsideIsRefused() {
    assertThatThrownBy(() -> SOURCE.range(4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> SOURCE.range(0, 3).slice(2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> SOURCE.slice(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void blobsAreEqualByContentAndCopied() {
    byte[] bytes = {'h', 'i'};
    Blob blob = Blob.of(bytes);
    bytes[0] = 'x';
    blob.toByteArray()[1] = 'x';
    assertThat(blob).isEqualTo(Blob.of(new byte[] {'h', 'i'})).hasToString("6869");
    assertThat(blob.utf8()).isEqualTo("hi");
    assertThat(Blob.of(new byte[0])).isSameAs(Blob.EMPTY);
  }
}

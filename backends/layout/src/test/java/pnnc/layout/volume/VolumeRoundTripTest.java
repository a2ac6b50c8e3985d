package pnnc.layout.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.bytes.Blob;
import pnnc.base.units.Micrometres;

class VolumeRoundTripTest {
  private static final long SEED = Long.getLong("test.seed", 1);

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(VolumeType type) {
    for (long seed = SEED; seed < SEED + 30; seed++) {
      Volume volume = Volumes.random(seed, type);
      assertThat(Volumes.read(Volumes.vti(volume))).as("seed %d", seed).isEqualTo(volume);
      assertThat(Volumes.vti(volume)).isEqualTo(Volumes.vti(volume));
      for (NrrdWriter.Encoding encoding : NrrdWriter.Encoding.values()) {
        byte[] bytes = Volumes.nrrd(volume, encoding);
        assertThat(Volumes.read(bytes)).as("seed %d %s", seed, encoding).isEqualTo(volume);
        assertThat(bytes).isEqualTo(Volumes.nrrd(volume, encoding));
      }
    }
  }

  /** Parts of gzip, pieces of 64 KiB, blocks of the sink: none fits another. */
  @Test
  void largeVolumesComeInPieces() {
    VolumeAxis axis = new VolumeAxis(149, new Micrometres(0), new Micrometres(1));
    VolumeGrid grid = new VolumeGrid(axis, axis, axis, VolumeType.U8);
    byte[] values = new byte[(int) grid.bytes()];
    Random random = new Random(SEED);
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : i >> 12);
    }
    Volume volume = new Volume(grid, Blob.of(values));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NrrdWriter writer = new NrrdWriter(out, NrrdWriter.Encoding.GZIP);
    writer.begin(grid);
    for (int at = 0; at < values.length; at += 149 * 149) {
      writer.values(ByteBuffer.wrap(values, at, 149 * 149));
    }
    writer.end();
    assertThat(out.toByteArray()).isEqualTo(Volumes.nrrd(volume, NrrdWriter.Encoding.GZIP));
    assertThat(out.size()).isLessThan(values.length / 2);
    assertThat(Volumes.read(out.toByteArray())).isEqualTo(volume);
    assertThat(Volumes.read(Volumes.vti(volume))).isEqualTo(volume);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormOfVtkIsRead(VtiText.Form form) {
    for (VolumeType type : VolumeType.values()) {
      for (long seed = SEED; seed < SEED + 20; seed++) {
        Volume volume = Volumes.random(seed, type);
        Volume read = Volumes.read(VtiText.of(volume, form, seed));
        assertThat(read.values()).as("seed %d %s", seed, type).isEqualTo(volume.values());
        assertThat(read.grid().z().spacing()).isEqualTo(volume.grid().z().spacing());
        assertThat(read.grid().z().origin().value())
            .isCloseTo(volume.grid().z().origin().value(), within(1e-12));
      }
    }
  }

  private static byte[] nrrd(String header, byte[] values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((header + "\n").getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(values);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NRRD0001", "NRRD0003", "NRRD0005"})
  void otherNrrdIsRead(String magic) {
    Volume volume = Volumes.random(SEED, VolumeType.U16);
    VolumeGrid grid = volume.grid();
    String sizes =
        "sizes: %d %d %d\n".formatted(grid.x().samples(), grid.y().samples(), grid.z().samples());
    String header =
        magic
            + "\r\n# a comment: yes\nType: unsigned short\ndimension: 3\n"
            + sizes
            + "encoding: raw\nendian: big\nkey:=value: 3\nspacings: 1 2e-3 0.5\n"
            + "axis mins: 1 2 3\ncenters: cell cell cell\nunits: \"mm\" \"mm\" \"um\"\n";
    Volume read = Volumes.read(nrrd(header, VtiText.swapped(volume.values().toByteArray(), 2)));
    assertThat(read.values()).isEqualTo(volume.values());
    assertThat(read.grid().x().spacing()).isEqualTo(new Micrometres(1000));
    assertThat(read.grid().y().spacing()).isEqualTo(new Micrometres(2));
    assertThat(read.grid().z().origin()).isEqualTo(new Micrometres(3.25));
  }

  @Test
  void nrrdOfTextIsRead() {
    String header = "NRRD0004\ntype: float\ndimension: 3\nsizes: 2 1 2\nencoding: ascii\n";
    byte[] text = "1.5 -2\n3e1,nan\n".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer values = ByteBuffer.wrap(Volumes.read(nrrd(header, text)).values().toByteArray());
    values.order(ByteOrder.LITTLE_ENDIAN);
    float[] read = {values.getFloat(), values.getFloat(), values.getFloat(), values.getFloat()};
    assertThat(read).containsExactly(1.5f, -2f, 30f, Float.NaN);
  }

  @Test
  void writersCount() {
    Volume volume = Volumes.random(SEED, VolumeType.U16);
    VtiWriter writer = new VtiWriter(new ByteArrayOutputStream());
    writer.begin(volume.grid());
    assertThatThrownBy(writer::end).hasMessageContaining("bytes of values are missing");
    assertThatThrownBy(() -> writer.values(ByteBuffer.allocate(1))).hasMessageContaining("1 bytes");
    ByteBuffer all = ByteBuffer.allocate((int) volume.grid().bytes() + 2);
    assertThatThrownBy(() -> writer.values(all)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Volume(volume.grid(), Blob.EMPTY)).hasMessageContaining("0 bytes");
    Micrometres one = new Micrometres(1);
    VolumeAxis wide = new VolumeAxis(Integer.MAX_VALUE, one, one);
    assertThatThrownBy(() -> new VolumeGrid(wide, wide, wide, VolumeType.U8))
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> new VolumeAxis(0, one, one)).hasMessageContaining("0 samples");
  }
}

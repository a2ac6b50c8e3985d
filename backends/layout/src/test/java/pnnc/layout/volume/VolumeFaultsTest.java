package pnnc.layout.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.layout.testing.Mutants;
import pnnc.layout.testing.Oracle;
import pnnc.layout.testing.VolumeCheck;

class VolumeFaultsTest {
  private static final int ROUNDS = 6_000;
  private static final List<VolumeType> TYPES = List.of(VolumeType.values());
  private static final List<NrrdWriter.Encoding> ENCODINGS = List.of(NrrdWriter.Encoding.values());
  private static final List<VtiText.Form> FORMS = List.of(VtiText.Form.values());
  private static final String NRRD =
      "NRRD0004\ntype: uint16\ndimension: 3\nsizes: 2 1 1\nendian: little\nencoding: raw\n";

  @TempDir private Path folder;

  private static String fault(byte[] bytes) {
    DiagnosedException e =
        catchThrowableOfType(DiagnosedException.class, () -> Volumes.read(bytes));
    assertThat(e).as("a fault").isNotNull();
    assertThat(e.diagnostics()).hasSize(1);
    String place = e.diagnostics().get(0).place().orElseThrow().describe();
    return e.getMessage() + " @ " + place.replace("a.vol at byte ", "");
  }

  private static String fault(String text) {
    return fault(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String vti(String from, String to) {
    Volume volume = Volumes.random(3, VolumeType.U16);
    String text = new String(Volumes.vti(volume), StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  @Test
  void whatIsNoVolume() {
    assertThat(fault("")).startsWith("PNN5125: this is no volume: it begins with nothing");
    assertThat(fault("\u00ff1")).contains("begins with ff 31,").endsWith("@ 0");
    assertThat(fault("NRRD0006\n\n")).startsWith("PNN5132: expected `NRRD0001` to `NRRD0005`");
    assertThat(fault("<svg></svg>")).isEqualTo("PNN5126: expected `<VTKFile>`, found `<svg>` @ 0");
  }

  @Test
  void xmlThatCanHarmIsNotRead() {
    assertThat(fault("<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"))
        .isEqualTo("PNN5127: document types and CDATA are not read @ 22");
    assertThat(fault("<VTKFile type='&lol;'>")).isEqualTo("PNN5127: entities are not read @ 15");
    assertThat(fault("<VTKFile type='ImageData'>&lol;")).startsWith("PNN5127: entities");
    assertThat(fault("<VTKFile type='ImageData'>" + "<a>".repeat(1_000_000)))
        .startsWith("PNN5127: more than 50 elements");
    assertThat(fault("<" + "a".repeat(1_000_000))).contains("expected a shorter name");
    assertThat(fault("<a b='" + "a".repeat(1_000_000))).contains("expected the end of a value");
  }

  @Test
  void xmlThatIsNotWellFormed() {
    assertThat(fault("<VTKFile type=ImageData>")).contains("expected a quoted value, found `I`");
    assertThat(fault("<VTKFile type='ImageData'><a></b>"))
        .isEqualTo("PNN5126: expected the end of another element, found `</b>` @ 29");
    assertThat(fault("<VTKFile a='1' a='2'>")).contains("expected no second `a`");
    assertThat(fault("<VTKFile type='ImageData'>"))
        .isEqualTo("PNN5126: expected `</VTKFile>`, found the end of the file @ 26");
    assertThat(fault("<VTKFile type='ImageData'></VTKFile>")).contains("expected `DataArray`");
    assertThat(fault("<VTKFile type='ImageData'><Piece/>")).contains("expected `<ImageData>`");
    assertThat(fault(vti("AppendedData", "Data"))).contains("expected");
  }

  @Test
  void whatVtkHasAndPnncHasNot() {
    assertThat(fault("<VTKFile type='PolyData'></VTKFile>"))
        .isEqualTo("PNN5128: volumes with `VTKFile type=\"PolyData\"` are not read @ 0");
    assertThat(fault(vti("type=\"UInt16\"", "type=\"Int64\""))).contains("type `Int64`");
    assertThat(fault(vti("offset", "NumberOfComponents=\"3\" offset"))).contains("3 components");
    assertThat(fault(vti("header_type", "compressor=\"vtkLZ4DataCompressor\" header_type")))
        .contains("compressor `vtkLZ4DataCompressor`");
    assertThat(fault(vti("<Piece Extent=\"0 ", "<Piece Extent=\"1 "))).contains("one piece");
    assertThat(fault(vti("Origin", "Direction=\"0 1 0 1 0 0 0 0 1\" Origin"))).contains("of space");
  }

  @Test
  void fieldsHaveTheirRange() {
    assertThat(fault(vti("Extent=\"0 ", "Extent=\"90 "))).startsWith("PNN5131");
    assertThat(fault(vti("Spacing=\"", "Spacing=\"-"))).contains("`spacing` has the value `-");
    assertThat(fault(vti("Spacing=\"", "Spacing=\"x"))).contains("not 3 finite numbers");
    assertThat(fault(vti("LittleEndian", "Little")))
        .contains("`byte_order` has the value `Little`");
    assertThat(fault(vti("UInt64", "UInt16"))).contains("`header_type`");
    assertThat(fault(vti("appended", "else"))).contains("`format` has the value `else`");
    assertThat(fault(vti("encoding=\"raw\"", "encoding=\"hex\""))).contains("`encoding`");
    assertThat(fault(vti("offset=\"0\"", "offset=\"1e9\""))).contains("not a place in the file");
    assertThat(fault(NRRD.replace("2 1 1", "2 1 0") + "\n")).contains("`0`, not at least 1");
    assertThat(fault(NRRD.replace("2 1 1", "2 1 1e10") + "\n"))
        .contains("whole numbers of 32 bits");
    String huge = NRRD.replace("2 1 1", "2147483647 2147483647 2147483647");
    assertThat(fault(huge + "\n")).contains("not below 2^60 values");
    assertThat(fault(NRRD.replace("little", "middle") + "\nabcd")).contains("`endian`");
  }

  @Test
  void dataThatDoNotFit() {
    byte[] vti = Volumes.vti(Volumes.random(3, VolumeType.U16));
    assertThat(fault(Arrays.copyOf(vti, vti.length - 30))).startsWith("PNN5129");
    assertThat(fault(NRRD + "\nabc"))
        .isEqualTo("PNN5129: the values take 4 bytes, the file has 3 @ 78");
    assertThat(fault(NRRD + "\nabcde")).contains("take 4 bytes, the file has 5");
    String large = NRRD.replace("2 1 1", "2000000000 1 1");
    assertThat(fault(large.replace("raw", "gzip") + "\nabcd"))
        .contains("the file has at most 4128");
    String text = NRRD.replace("raw", "ascii") + "\n";
    assertThat(fault(text + "1    ")).contains("take 4 bytes, the file has 2");
    assertThat(fault(text + "1 2 3")).contains("take 4 bytes, the file has more");
    assertThat(fault(text + "1 65536"))
        .isEqualTo("PNN5130: the values are damaged: `65536` is no UInt16 @ 87");
    assertThat(fault(text + "1 1.5")).contains("`1.5` is no UInt16");
  }

  @ParameterizedTest
  @EnumSource(VtiText.Form.class)
  void aTailThatIsCutOffIsNoticed(VtiText.Form form) {
    for (int seed = 0; seed < 8; seed++) {
      byte[] whole = VtiText.of(Volumes.random(seed, VolumeType.U16), form, seed);
      for (int cut = 2; cut < 30; cut++) {
        assertThat(fault(Arrays.copyOf(whole, whole.length - cut)))
            .as("%d bytes less, seed %d", cut, seed)
            .startsWith("PNN51");
      }
    }
    byte[] vti = Volumes.vti(Volumes.random(3, VolumeType.U16));
    assertThat(fault(Arrays.copyOf(vti, vti.length - 2)))
        .startsWith("PNN5126: expected `</VTKFile>`, found the end of the file @ ");
  }

  /** Three megabytes could be three gigabytes of zeros. */
  @Test
  void memoryHasAnEnd() {
    String large = NRRD.replace("2 1 1", "1500000000 1 1").replace("raw", "gzip");
    assertThat(fault(large + "\n" + " ".repeat(3_000_000)))
        .isEqualTo("PNN5128: volumes with 3000000000 bytes of values in memory are not read @ 0");
  }

  @Test
  void gzipIsChecked() {
    byte[] bytes = Volumes.nrrd(Volumes.random(3, VolumeType.U16), NrrdWriter.Encoding.GZIP);
    byte[] crc = bytes.clone();
    crc[bytes.length - 8] ^= 1;
    assertThat(fault(crc)).contains("the checksum of gzip");
    byte[] size = bytes.clone();
    size[bytes.length - 1] ^= 1;
    assertThat(fault(size)).contains("the length of gzip");
    assertThat(fault(Arrays.copyOf(bytes, bytes.length - 12))).contains("have no end");
    assertThat(fault(Arrays.copyOf(bytes, bytes.length - 2))).contains("ends inside gzip");
    assertThat(fault(Arrays.copyOf(bytes, bytes.length + 2))).contains("no gzip begins here");
  }

  @Test
  void headersOfNrrd() {
    assertThat(fault("NRRD0004\ntype: uint8")).contains("expected the end of a line");
    assertThat(fault("NRRD0004\ntype: uint8\n")).contains("expected an empty line");
    assertThat(fault("NRRD0004\ntype uint8\n\n")).contains("expected `name: value`");
    assertThat(fault("NRRD0004\n" + "#\n".repeat(1 << 20))).contains("1 MiB of it");
    assertThat(fault(NRRD + "type: uint8\n\n")).contains("found `type` twice");
    assertThat(fault(NRRD.replace("type", "tipe") + "\n")).contains("expected the field `type`");
    assertThat(fault(NRRD + "data file: ../secret.raw\n\n"))
        .isEqualTo("PNN5133: the values are in another file, `../secret.raw` @ 77");
    assertThat(fault(NRRD.replace("dimension: 3", "dimension: 4") + "\n"))
        .contains("`dimension: 4`");
    assertThat(fault(NRRD.replace("raw", "bzip2") + "\n")).contains("encoding `bzip2`");
    assertThat(fault(NRRD + "byte skip: -1\n\n")).contains("something between");
    assertThat(fault(NRRD + "space units: \"inch\" \"inch\" \"inch\"\n\n")).contains("in `inch`");
    assertThat(fault(NRRD + "space directions: (1,0,0) (0,0,1) (0,1,0)\n\n")).contains("of space");
    assertThat(fault(NRRD + "space directions: none (0,0,1) (0,1,0)\n\n")).startsWith("PNN5131");
  }

  private static List<byte[]> corpus(boolean isNrrd) {
    List<byte[]> corpus = new ArrayList<>();
    for (int seed = 0; seed < 48; seed++) {
      Volume volume = Volumes.random(seed, TYPES.get(seed % 6));
      if (isNrrd) {
        NrrdWriter.Encoding encoding = ENCODINGS.get(seed % 2);
        corpus.add(Volumes.nrrd(volume, encoding));
      } else {
        corpus.add(Volumes.vti(volume));
        corpus.add(VtiText.of(volume, FORMS.get(seed % 4), seed));
      }
    }
    return corpus;
  }

  @Test
  void everyDamageOfVtkIsDiagnosed() {
    int refused = Mutants.check(corpus(false), ROUNDS, Volumes::read);
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 300);
  }

  @Test
  void everyDamageOfNrrdIsDiagnosed() {
    int refused = Mutants.check(corpus(true), ROUNDS, Volumes::read);
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 300);
  }

  private void judge(byte[] bytes, String name, Volume volume)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve(name), bytes);
    Oracle.Answer answer = VolumeCheck.run(file);
    assertThat(answer.status()).as(answer.output()).isZero();
    ByteBuffer values = ByteBuffer.wrap(volume.values().toByteArray());
    ShortBuffer shorts = values.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    IntSummaryStatistics found =
        IntStream.range(0, shorts.limit()).map(i -> shorts.get(i) & 0xFFFF).summaryStatistics();
    assertThat(answer.output())
        .contains("\"errors\": []", "\"voxels\": " + found.getCount())
        .contains("\"max\": %d.0,".formatted(found.getMax()))
        .contains("\"min\": %d.0,".formatted(found.getMin()));
  }

  @Test
  void vtkAndTeemReadWhatIsWritten() throws IOException, InterruptedException {
    Volume volume = Volumes.random(3, VolumeType.U16);
    judge(Volumes.vti(volume), "a.vti", volume);
    judge(Volumes.nrrd(volume, NrrdWriter.Encoding.RAW), "a.nrrd", volume);
    judge(Volumes.nrrd(volume, NrrdWriter.Encoding.GZIP), "b.nrrd", volume);
  }
}

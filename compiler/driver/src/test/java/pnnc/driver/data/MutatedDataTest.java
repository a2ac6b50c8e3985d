package pnnc.driver.data;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static pnnc.driver.data.DataFiles.batch;
import static pnnc.driver.data.DataFiles.floats;
import static pnnc.driver.data.DataFiles.gzip;
import static pnnc.driver.data.DataFiles.idx;
import static pnnc.driver.data.DataFiles.integers;
import static pnnc.driver.data.DataFiles.npy;
import static pnnc.driver.data.DataFiles.npz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.testing.Seeds;
import pnnc.ir.network.ElementType;

/** Damaged files of every kind: read, or refused with one diagnostic; nothing else ever happens. */
class MutatedDataTest {
  private static final Set<DiagnosticCode> ALLOWED =
      EnumSet.of(
          DiagnosticCode.DATA_MALFORMED, DiagnosticCode.DATA_SHAPE, DiagnosticCode.DATA_MISSING);
  private static final InputSpec INPUT = batch(ElementType.F32, 2, 2);

  @TempDir Path folder;

  private static Map<String, byte[]> goodFiles() {
    byte[] x =
        npy("<f4", "(3, 2, 2)", floats(LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    byte[] y = npy("<i8", "(3,)", integers(LITTLE_ENDIAN, 64, 0, 1, 2));
    byte[] images = idx(0x0D, new int[] {2, 2, 2}, floats(BIG_ENDIAN, 1, 2, 3, 4, 5, 6, 7, 8));
    byte[] text = "a,b,c,d,label\n1,2,3,4,0\n5.5,6e1,7,nan,1\n".getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> arrays = new LinkedHashMap<>();
    arrays.put("x", x);
    arrays.put("y", y);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("npy", x);
    files.put("stored.npz", npz(ZipEntry.STORED, arrays));
    files.put("deflated.npz", npz(ZipEntry.DEFLATED, arrays));
    files.put("idx", images);
    files.put("idx.gz", gzip(images));
    files.put("csv", text);
    files.put("csv.gz", gzip(text));
    return files;
  }

  @Test
  void damageIsDiagnosed() {
    Seeds.upTo(400).forEach(this::damageEveryKind);
  }

  @Test
  @Tag("slow")
  void muchDamageIsDiagnosed() {
    Seeds.upTo(20_000).forEach(this::damageEveryKind);
  }

  private void damageEveryKind(long seed) {
    Random random = new Random(seed);
    goodFiles().forEach((kind, bytes) -> read(kind, mutate(bytes, random), seed));
  }

  private void read(String kind, byte[] bytes, long seed) {
    Path file = DataFiles.write(folder, "mutated", bytes);
    try {
      DataFiles.all(DataOptions.of(file), INPUT);
    } catch (DiagnosedException refused) {
      assertThat(refused.diagnostics()).as("%s, seed %d", kind, seed).hasSize(1);
      assertThat(refused.diagnostics().get(0).code())
          .as("%s, seed %d: %s", kind, seed, refused.getMessage())
          .isIn(ALLOWED);
    } catch (RuntimeException | Error other) {
      throw new AssertionError("%s, seed %d".formatted(kind, seed), other);
    }
  }

  /** Flips, overwrites, cuts, doubles or removes some bytes. */
  private static byte[] mutate(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = (byte) "0123456789-,()'\n\0\377".charAt(random.nextInt(18));
        case 3 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 4 -> bytes = splice(bytes, at, random.nextInt(bytes.length));
        default -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) -1);
      }
    }
    return bytes;
  }

  /** The bytes before {@code a}, then those from {@code b}: some come twice or not at all. */
  private static byte[] splice(byte[] bytes, int a, int b) {
    byte[] spliced = Arrays.copyOf(bytes, a + bytes.length - b);
    System.arraycopy(bytes, b, spliced, a, bytes.length - b);
    return spliced;
  }
}

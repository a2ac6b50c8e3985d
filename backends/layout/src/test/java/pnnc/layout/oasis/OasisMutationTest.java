package pnnc.layout.oasis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.layout.testing.RandomLayouts;

class OasisMutationTest {
  private static final int FILES = 8_000;

  @Test
  void damagedFilesEndInOneDiagnosis() {
    List<byte[]> seeds = new ArrayList<>(HandMade.readable().values());
    for (int seed = 0; seed < 20; seed++) {
      var layout = RandomLayouts.of(seed, RandomLayouts.Format.OASIS);
      seeds.add(OasisFiles.write(layout, OasisOptions.DEFAULT.withChecksum(none())));
      seeds.add(OasisFiles.write(layout, OasisOptions.PLAIN.withChecksum(none())));
    }
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      SplittableRandom random = new SplittableRandom(i);
      byte[] damaged = damage(seeds.get(i % seeds.size()).clone(), random);
      refused += isRefused(damaged, i) ? 1 : 0;
    }
    assertThat(refused).isBetween(FILES / 4, FILES - 100);
  }

  private static OasisOptions.Checksum none() {
    return OasisOptions.Checksum.NONE;
  }

  private static byte[] damage(byte[] bytes, SplittableRandom random) {
    int most = random.nextInt(4) == 0 ? bytes.length : Math.max(1, bytes.length - 256);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(most);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) 0xff;
        default -> System.arraycopy(bytes, at, bytes, random.nextInt(at + 1), most - at);
      }
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static boolean isRefused(byte[] bytes, int seed) {
    try {
      new OasisReader().read(ByteSource.of("x.oas", bytes), new Nowhere());
      return false;
    } catch (DiagnosedException e) {
      assertThat(e.diagnostics()).as("seed %d", seed).hasSize(1);
      assertThat(e.diagnostics().get(0).place().orElseThrow())
          .isInstanceOfSatisfying(
              Place.ByteOffset.class, p -> assertThat(p.offset()).isBetween(0L, bytes.length + 0L));
      return true;
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  @Test
  void checksumsFindEveryChange() {
    var layout = RandomLayouts.of(5, RandomLayouts.Format.OASIS);
    for (OasisOptions.Checksum kind :
        List.of(OasisOptions.Checksum.CRC32, OasisOptions.Checksum.CHECKSUM32)) {
      byte[] bytes = OasisFiles.write(layout, OasisOptions.DEFAULT.withChecksum(kind));
      for (int at = 80; at < bytes.length - 256; at += 7) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        assertThat(OasisFaultsTest.fault(changed).code()).isEqualTo(DiagnosticCode.OASIS_CHECKSUM);
      }
    }
  }
}

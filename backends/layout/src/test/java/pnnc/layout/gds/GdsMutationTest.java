package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.layout.testing.RandomLayouts;

/** Damaged files end in one diagnostic with a place, or are still files; nothing else happens. */
class GdsMutationTest {
  private static final int ROUNDS = 8_000;
  private static final int MAX_BYTES = 200_000;

  @Test
  void everyDamageIsDiagnosed() throws IOException {
    long seed = Long.getLong("test.seed", 1);
    List<byte[]> corpus = corpus();
    int damaged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(seed * ROUNDS + round);
      byte[] mutant = mutant(corpus.get(random.nextInt(corpus.size())), random);
      GdsMode mode = random.nextBoolean() ? GdsMode.STRICT : GdsMode.TOLERANT;
      damaged += isDamaged(mutant, mode, "seed %d round %d".formatted(seed, round)) ? 1 : 0;
    }
    assertThat(damaged).isBetween(ROUNDS / 2, ROUNDS - 100);
  }

  private static boolean isDamaged(byte[] bytes, GdsMode mode, String what) {
    try {
      GdsFiles.layout(bytes, mode);
      return false;
    } catch (DiagnosedException e) {
      assertThat(e.diagnostics()).as(what).hasSize(1);
      Place place = e.diagnostics().get(0).place().orElseThrow();
      if (e.diagnostics().get(0).code() != DiagnosticCode.GDS_CIRCLE) {
        assertThat(((Place.ByteOffset) place).offset()).as(what).isBetween(0L, (long) bytes.length);
      }
      return true;
    } catch (RuntimeException | OutOfMemoryError e) {
      throw new AssertionError(what, e);
    }
  }

  private static List<byte[]> corpus() throws IOException {
    List<byte[]> corpus = new ArrayList<>();
    for (long seed = 0; seed < 40; seed++) {
      corpus.add(GdsFiles.bytes(RandomLayouts.of(seed, RandomLayouts.Format.GDSII)));
    }
    corpus.add(GdsBytes.everything());
    Path shared = Path.of(System.getProperty("pnnc.shared", "absent"), "oracle", "data");
    if (Files.isDirectory(shared)) {
      try (Stream<Path> files = Files.walk(shared)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".gds")).sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          corpus.add(Arrays.copyOf(bytes, Math.min(bytes.length, MAX_BYTES)));
        }
      }
    }
    return corpus;
  }

  private static byte[] mutant(byte[] original, Random random) {
    byte[] bytes = original.clone();
    return switch (random.nextInt(6)) {
      case 0 -> flipped(bytes, random);
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> withLength(bytes, random);
      case 3 -> shuffled(bytes, random);
      case 4 -> numbers(bytes, random);
      default -> flipped(shuffled(withLength(bytes, random), random), random);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    for (int n = 1 + random.nextInt(8); n > 0 && bytes.length > 0; n--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static List<byte[]> records(byte[] bytes) {
    List<byte[]> records = new ArrayList<>();
    int at = 0;
    while (at + 4 <= bytes.length) {
      int length = Math.max(4, (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
      records.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
      at += length;
    }
    return records;
  }

  private static byte[] joined(List<byte[]> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    records.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] withLength(byte[] bytes, Random random) {
    List<byte[]> records = records(bytes);
    byte[] record = records.get(random.nextInt(records.size()));
    int length =
        random.nextBoolean() ? random.nextInt(65_536) : record.length + random.nextInt(9) - 4;
    record[0] = (byte) (length >> 8);
    record[1] = (byte) length;
    return joined(records);
  }

  private static byte[] shuffled(byte[] bytes, Random random) {
    List<byte[]> records = records(bytes);
    if (records.isEmpty()) {
      return bytes;
    }
    int some = random.nextInt(records.size());
    switch (random.nextInt(3)) {
      case 0 -> Collections.swap(records, some, random.nextInt(records.size()));
      case 1 -> records.remove(some);
      default -> records.add(random.nextInt(records.size()), records.get(some));
    }
    return joined(records);
  }

  /** Puts the numbers that break things into the data of a record. */
  private static byte[] numbers(byte[] bytes, Random random) {
    List<byte[]> records = records(bytes);
    byte[] record = records.get(random.nextInt(records.size()));
    byte[][] evil = {
      {-128, 0, 0, 0}, {127, -1, -1, -1}, {-1, -1, -1, -1}, {0, 0, 0, 0}, {-128, 0}, {127, -1}
    };
    byte[] number = evil[random.nextInt(evil.length)];
    if (record.length >= 4 + number.length) {
      int places = (record.length - 4) / number.length;
      int at = 4 + number.length * random.nextInt(places);
      System.arraycopy(number, 0, record, at, number.length);
    }
    return joined(records);
  }
}

package pnnc.layout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Place;

/** Damages files in many ways and looks at what readers make of it. */
public final class Mutants {
  private static final List<String> WORDS =
      List.of(
          "-1",
          "0",
          "4294967296",
          "9223372036854775807",
          "99999999999999999999",
          "1e999",
          "NaN",
          "+",
          "*",
          "\"",
          "'",
          "{",
          "}",
          "(",
          ")",
          "=",
          "<",
          ">",
          "</",
          "/>",
          "<!--",
          "<!DOCTYPE x>",
          "&amp;",
          "\n",
          " ",
          ".",
          ".end\n",
          ".subckt a b\n",
          "\u0000");

  private final List<byte[]> corpus;
  private final Consumer<byte[]> reader;

  private Mutants(List<byte[]> corpus, Consumer<byte[]> reader) {
    this.corpus = corpus;
    this.reader = reader;
  }

  /**
   * Reads {@code rounds} damaged files: each is read or ends in one diagnostic with a place in it.
   *
   * @return how many were refused
   */
  public static int check(List<byte[]> corpus, int rounds, Consumer<byte[]> reader) {
    Mutants mutants = new Mutants(corpus, reader);
    long seed = Long.getLong("test.seed", 1);
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      Random random = new Random(seed * rounds + round);
      byte[] mutant = mutants.mutant(random);
      refused += mutants.isRefused(mutant, "seed %d round %d".formatted(seed, round)) ? 1 : 0;
    }
    return refused;
  }

  private boolean isRefused(byte[] bytes, String what) {
    try {
      reader.accept(bytes);
      return false;
    } catch (DiagnosedException e) {
      assertThat(e.diagnostics()).as(what).hasSize(1);
      Place place = e.diagnostics().get(0).place().orElseThrow();
      if (place instanceof Place.ByteOffset at) {
        assertThat(at.offset()).as(what).isBetween(0L, (long) bytes.length);
      } else {
        assertThat(((Place.TextSpan) place).line()).as(what).isPositive();
        long at = Long.parseLong(e.diagnostics().get(0).help().get(0).replaceAll("\\D", ""));
        assertThat(at).as(what).isBetween(0L, (long) bytes.length);
      }
      return true;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw new AssertionError(what, e);
    }
  }

  private byte[] mutant(Random random) {
    byte[] bytes = corpus.get(random.nextInt(corpus.size())).clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      bytes = bytes.length == 0 ? bytes : damaged(bytes, random);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(random.nextInt(20), bytes.length - at);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 2 -> {
        return spliced(bytes, at, length, new byte[0]);
      }
      case 3 -> {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return spliced(bytes, at, length / 8, word.getBytes(StandardCharsets.ISO_8859_1));
      }
      case 4 -> {
        return spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      }
      default -> Arrays.fill(bytes, at, Math.min(at + 1 + length / 3, bytes.length), (byte) -1);
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
    byte[] result = new byte[bytes.length - without + with.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(with, 0, result, at, with.length);
    System.arraycopy(bytes, at + without, result, at + with.length, bytes.length - at - without);
    return result;
  }
}

package pnnc.layout.spice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpiceRoundTripTest {
  @Test
  void anyNameIsMadeToFit() {
    assertThat(SpiceNames.fitted("net/conv.0.0")).isEqualTo("net/conv.0.0");
    assertThat(SpiceNames.fitted("a;b c,d(e)\u00e9\\")).isEqualTo("a_b_c_d_e___");
    for (String name : List.of("$x", "//x", "a//b", "///", "x;", "\u00fc")) {
      SpiceNames.requireName(SpiceNames.fitted(name));
      SpiceNames.requireWritable(SpiceNames.fitted(name));
    }
  }

  @Test
  void whatIsWrittenIsReadBack() {
    long seed = Long.getLong("test.seed", 1);
    for (long s = seed; s < seed + 300; s++) {
      SpiceDeck deck = RandomDecks.of(s);
      byte[] bytes = RandomDecks.bytes(deck);
      assertThat(RandomDecks.read(bytes)).as("seed %d", s).isEqualTo(deck);
      assertThat(RandomDecks.bytes(deck)).as("seed %d", s).isEqualTo(bytes);
    }
  }

  @Test
  void linesGoOnBeforeTheyAreLong() {
    for (long seed = 0; seed < 50; seed++) {
      String text = new String(RandomDecks.bytes(RandomDecks.of(seed)), StandardCharsets.UTF_8);
      assertThat(text.lines().filter(l -> !l.startsWith("*")))
          .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }
  }

  /** What is written comes in pieces of 64 KiB, whatever the length of the deck. */
  @Test
  void elementsStreamThrough() {
    long[] bytes = new long[1];
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int octet) {
            bytes[0]++;
          }

          @Override
          public void write(byte[] some, int from, int length) {
            assertThat(length).isLessThan(1 << 17);
            bytes[0] += length;
          }
        };
    SpiceWriter writer = new SpiceWriter(out, SpiceWriter.Names.LOWER_CASE);
    writer.title("");
    for (int i = 0; i < 200_000; i++) {
      writer.card(SpiceElement.of("R" + i, "n" + i, "n" + (i + 1), i + 1));
    }
    writer.end();
    assertThat(bytes[0]).isBetween(4_000_000L, 8_000_000L);
  }
}

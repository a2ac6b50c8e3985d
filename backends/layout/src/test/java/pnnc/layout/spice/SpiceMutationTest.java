package pnnc.layout.spice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import pnnc.layout.testing.Mutants;

/** Damaged decks end in one diagnostic with a place, or are still decks; nothing else happens. */
class SpiceMutationTest {
  private static final int ROUNDS = 8_000;

  @Test
  void everyDamageIsDiagnosed() {
    List<byte[]> corpus =
        LongStream.range(0, 60).mapToObj(s -> RandomDecks.bytes(RandomDecks.of(s))).toList();
    int refused = Mutants.check(corpus, ROUNDS, RandomDecks::read);
    assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 500);
  }
}

package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The text form says all of a network, and the same again when read back. */
class NetworkTextTest {
  @Test
  void readsBackWhatItPrints() {
    Seeds.upTo(600)
        .forEach(
            seed -> {
              Network network = Networks.random(seed);
              String text = NetworkPrinter.print(network);
              Network back = NetworkParser.parse("random.pnnir", text);
              assertThat(NetworkPrinter.print(back)).as("seed %d", seed).isEqualTo(text);
              assertThat(back.equals(network)).as("seed %d:%n%s", seed, text).isTrue();
            });
  }
}

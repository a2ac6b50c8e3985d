package pnnc.crossbar.die;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftEdgeTest {
  private static final long APART = 7;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void wiresOfATrackKeepApartAndNoTrackIsTooMany(long seed) {
    Random random = new Random(seed);
    List<LeftEdge.Wire> wires = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      long from = random.nextInt(1000);
      wires.add(new LeftEdge.Wire(from, from + random.nextInt(300)));
    }
    int[] tracks = LeftEdge.tracks(wires, APART);
    for (int a = 0; a < wires.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(tracks[a] == tracks[b] && areClose(wires.get(a), wires.get(b)))
            .as("%s and %s", wires.get(a), wires.get(b))
            .isFalse();
      }
    }
    assertThat(Arrays.stream(tracks).max().orElseThrow() + 1).isEqualTo(busiest(wires));
  }

  private static boolean areClose(LeftEdge.Wire a, LeftEdge.Wire b) {
    return a.from() < b.to() + APART && b.from() < a.to() + APART;
  }

  /** How many wires, with what keeps others off, lie at the place with the most. */
  private static int busiest(List<LeftEdge.Wire> wires) {
    return (int)
        wires.stream()
            .mapToLong(
                w ->
                    wires.stream()
                        .filter(o -> o.from() <= w.from() && w.from() < o.to() + APART)
                        .count())
            .max()
            .orElseThrow();
  }

  @Test
  void aTrackIsUsedAgainWhereItMay() {
    LeftEdge.Wire first = new LeftEdge.Wire(0, 10);
    assertThat(LeftEdge.tracks(List.of(first, new LeftEdge.Wire(17, 20)), APART))
        .containsExactly(0, 0);
    assertThat(LeftEdge.tracks(List.of(first, new LeftEdge.Wire(16, 20)), APART))
        .containsExactly(0, 1);
    assertThat(LeftEdge.tracks(List.of(), APART)).isEmpty();
  }
}

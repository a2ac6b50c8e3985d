package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;

/** Sheets have 0.1 ohm a square, vias 4.5 ohm. */
class WireNetworkTest {
  private static final double SHEET = 0.1;

  private static WireNetwork met1(Region wire, int... taps) {
    List<WireNetwork.Tap> all = new ArrayList<>();
    for (int i = 0; i < taps.length; i += 2) {
      all.add(tap("met1", taps[i], taps[i + 1]));
    }
    return WireNetwork.of(Map.of("met1", wire), Processes.small(), all);
  }

  private static WireNetwork.Tap tap(String mask, int x, int y) {
    return new WireNetwork.Tap(mask, new Box(x - 1, y - 1, x + 1, y + 1));
  }

  /** Between two nodes with the second grounded: Gauss elimination of what is between. */
  private static double ohms(WireNetwork net, int from, int to) {
    int n = net.nodes();
    double[][] g = new double[n][n + 1];
    for (WireNetwork.Resistor r : net.resistors()) {
      g[r.from()][r.from()] += 1 / r.ohms();
      g[r.to()][r.to()] += 1 / r.ohms();
      g[r.from()][r.to()] -= 1 / r.ohms();
      g[r.to()][r.from()] -= 1 / r.ohms();
    }
    Arrays.fill(g[to], 0);
    g[to][to] = 1;
    g[from][n] = 1;
    for (int i = 0; i < n; i++) {
      int pivot = i;
      for (int j = i; j < n; j++) {
        pivot = Math.abs(g[j][i]) > Math.abs(g[pivot][i]) ? j : pivot;
      }
      double[] row = g[pivot];
      g[pivot] = g[i];
      g[i] = row;
      for (int j = 0; j < n && row[i] != 0; j++) {
        double factor = j == i ? 0 : g[j][i] / row[i];
        for (int k = 0; k <= n; k++) {
          g[j][k] -= factor * row[k];
        }
      }
    }
    return g[from][n] / g[from][from];
  }

  @Test
  void aStraightStripHasItsSquaresBetweenTaps() {
    Region wire = Region.of(new Box(0, 0, 1000, 10));
    WireNetwork net = met1(wire, 5, 5, 995, 5, 205, 5);
    assertThat(net.nodes()).isEqualTo(3);
    assertThat(net.resistors())
        .containsExactlyInAnyOrder(
            new WireNetwork.Resistor("met1", 0, 2, SHEET * 20),
            new WireNetwork.Resistor("met1", 2, 1, SHEET * 79));
    Region turned = Region.of(new Box(0, 0, 10, 1000));
    assertThat(ohms(met1(turned, 5, 5, 5, 995), 0, 1)).isCloseTo(SHEET * 99, within(1e-12));
  }

  @Test
  void randomTapsOfARandomStripAddUp() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int width = 2 * (1 + random.nextInt(20));
      int[] taps = new int[2 * (2 + random.nextInt(20))];
      for (int i = 0; i < taps.length; i += 2) {
        taps[i] = 1 + random.nextInt(10_000);
        taps[i + 1] = width / 2;
      }
      WireNetwork net = met1(Region.of(new Box(0, 0, 10_002, width)), taps);
      double squares = Math.abs(taps[0] - taps[2]) / (double) width;
      assertThat(squares == 0 ? 0 : ohms(net, 0, 1))
          .as("seed %d", seed)
          .isCloseTo(SHEET * squares, within(1e-9));
    }
  }

  @Test
  void tapsAtOnePlaceAreOneNode() {
    Region wire = Region.of(new Box(0, 0, 1000, 10));
    WireNetwork net = met1(wire, 5, 5, 5, 5, 105, 5, 5, 5);
    assertThat(net.taps()).containsExactly(0, 0, 1, 0);
    assertThat(net.nodes()).isEqualTo(2);
    assertThat(net.resistors()).containsExactly(new WireNetwork.Resistor("met1", 0, 1, SHEET * 10));
  }

  @Test
  void tapsOfAWireWithoutResistanceAreOneNode() {
    Mask ideal =
        new Mask(
            "ideal",
            1,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Purpose.CONDUCTOR,
            OptionalDouble.empty());
    ProcessRules process =
        new ProcessRules("ideal", 1, 1, List.of(ideal), List.of(), List.of(), List.of());
    Map<String, Region> wires = Map.of("ideal", Region.of(new Box(0, 0, 1000, 10)));
    List<WireNetwork.Tap> taps = List.of(tap("ideal", 5, 5), tap("ideal", 995, 5));
    WireNetwork net = WireNetwork.of(wires, process, taps);
    assertThat(net.taps()).containsExactly(0, 0);
    assertThat(net.nodes()).isOne();
    assertThat(net.resistors()).isEmpty();
  }

  @Test
  void widthsThatChangeAreInSeries() {
    Region wire =
        Region.of(new Box(0, 0, 100, 10), new Box(100, -10, 200, 20), new Box(200, 0, 300, 10));
    double expected = SHEET * (95 / 10.0 + 100 / 30.0 + 95 / 10.0);
    assertThat(ohms(met1(wire, 5, 5, 295, 5), 0, 1)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aCornerIsLessThanASquareWhicheverWayItLies() {
    Region wire = Region.of(new Box(0, 0, 100, 10), new Box(90, 0, 100, 90));
    Region other = Region.of(new Box(0, 0, 90, 10), new Box(0, 0, 10, 100));
    double expected = SHEET * (85 / 10.0 + WireNetwork.CORNER + 75 / 10.0);
    assertThat(ohms(met1(wire, 5, 5, 95, 85), 0, 1)).isCloseTo(expected, within(1e-12));
    assertThat(ohms(met1(other, 85, 5, 5, 95), 0, 1))
        .isCloseTo(SHEET * (75 / 10.0 + WireNetwork.CORNER + 85 / 10.0), within(1e-12));
  }

  /**
   * Finite differences of an L with arms of 3 squares: its corner is what is left of the whole. The
   * inner corner makes the error fall with the power 4/3 of the step.
   */
  @Test
  void theCornerIsWhatPotentialTheorySays() {
    double gain = Math.pow(2, 4.0 / 3);
    double corner = (gain * squaresOfCorner(20) - squaresOfCorner(10)) / (gain - 1);
    assertThat(corner).isCloseTo(WireNetwork.CORNER, within(0.001));
  }

  private static double squaresOfCorner(int n) {
    int size = 4 * n;
    double[] v = new double[size * size];
    for (int step = 0; step < 3_000; step++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (j < n || i >= size - n) {
            v[j * size + i] += 1.97 * (mean(v, size, n, i, j) - v[j * size + i]);
          }
        }
      }
    }
    double current = 0;
    for (int j = 0; j < n; j++) {
      current += 2 * (1 - v[j * size]);
    }
    return 1 / current - 6;
  }

  /** Arm along x in rows below n held at 1 at its left end, arm along y held at 0 at its top. */
  private static double mean(double[] v, int size, int n, int column, int row) {
    double sum = 0;
    double weight = 0;
    int[][] steps = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    for (int[] s : steps) {
      int i = column + s[0];
      int j = row + s[1];
      if (i < 0) {
        sum += 2;
        weight += 2;
      } else if (j >= size) {
        weight += 2;
      } else if (i < size && j >= 0 && (j < n || i >= size - n)) {
        sum += v[j * size + i];
        weight++;
      }
    }
    return sum / weight;
  }

  @Test
  void aBranchLeavesTheStraightWayAsItIs() {
    Region wire = Region.of(new Box(0, 0, 10, 100), new Box(10, 40, 60, 50));
    WireNetwork net = met1(wire, 5, 5, 5, 95, 55, 45);
    assertThat(ohms(net, 0, 1)).isCloseTo(SHEET * 9, within(1e-12));
    assertThat(ohms(net, 0, 2)).isCloseTo(SHEET * (4 + 5), within(1e-12));
  }

  @Test
  void viasAreInSeriesAndSeveralInParallel() {
    Region lower = Region.of(new Box(0, 0, 100, 10));
    Region upper = Region.of(new Box(80, 0, 90, 10), new Box(80, 0, 200, 10));
    Region one = Region.of(new Box(84, 4, 86, 6));
    WireNetwork net =
        WireNetwork.of(
            Map.of("met1", lower, "met2", upper, "via", one),
            Processes.small(),
            List.of(tap("met1", 5, 5), tap("met2", 195, 5)));
    assertThat(ohms(net, 0, 1)).isCloseTo(SHEET * (8 + 11) + 4.5, within(1e-12));
    WireNetwork two =
        WireNetwork.of(
            Map.of(
                "met1", lower, "met2", upper, "via", one.union(Region.of(new Box(84, 7, 86, 9)))),
            Processes.small(),
            List.of(tap("met1", 5, 5), tap("met2", 195, 5)));
    assertThat(ohms(two, 0, 1)).isCloseTo(SHEET * (8 + 11) + 4.5 / 2, within(1e-12));
  }

  @Test
  void slantedWiresAndTapsBesideWiresAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> met1(Region.polygon(0, 0, 10, 0, 20, 10), 5, 1))
        .withMessageStartingWith("a slanted wire");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> met1(Region.of(new Box(0, 0, 10, 10)), 50, 50))
        .withMessageContaining("lies on no met1");
  }

  @Test
  void theWiresOfANetBecomeItsResistors() {
    ExtractedCell top =
        new Sheet()
            .cell("top")
            .box(Processes.MET1, 0, 0, 1000, 10)
            .box(Processes.MET2, 985, 0, 995, 500)
            .box(Processes.VIA, 988, 3, 992, 7)
            .box(Processes.MET1, 0, 50, 1000, 60)
            .label(Processes.MET1, "W", 5, 5)
            .extract()
            .top();
    WireNetwork net =
        WireNetwork.of(
            top.wires(top.net("W").orElseThrow()),
            Processes.small(),
            List.of(tap("met1", 5, 5), tap("met2", 990, 495)));
    assertThat(ohms(net, 0, 1)).isCloseTo(SHEET * (98.5 + 49) + 4.5, within(1e-12));
  }
}

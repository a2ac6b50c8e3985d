package pnnc.crossbar.die;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.crossbar.read.ReadTile;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Judge;
import pnnc.crossbar.testing.Processes;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.sim.crossbar.CrossbarSolver;
import pnnc.sim.physics.UnitPhysics;

/** What is written as SPICE is the circuit that our own solver solves. */
class SpiceViewsTest {
  private static final Pattern CURRENT =
      Pattern.compile("(?m)^i\\(v\\.x1\\.vo_(\\d+)\\) = (\\S+)$");

  @TempDir private Path folder;

  @Test
  void ngspiceAgreesOnATileAsItIsDrawn() throws IOException, InterruptedException {
    requireAgreement(16);
  }

  @Tag("slow")
  @Test
  void ngspiceAgreesOnTheLargestTileWithWires() throws IOException, InterruptedException {
    requireAgreement(SpiceViews.MOST_LINES);
  }

  private void requireAgreement(int lines) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(lines);
    int[][] levels = new int[lines][lines];
    double[] volts = random.doubles(lines, -0.2, 0.2).toArray();
    for (int[] row : levels) {
      Arrays.setAll(row, j -> random.nextInt(Processes.viaRom().levels()));
    }
    ElectricalNetlist netlist = ReadTile.of(DrawnTile.of(levels, s -> s)).netlist();
    CrosspointArray array = ReadTile.array(netlist);
    UnitPhysics solved =
        new CrossbarSolver().prepare(netlist, array.wordLines(), array.bitLines(), 0);
    double[] amps = new double[lines];
    solved.respond(volts, amps);
    double[] judged = ngspice(array, volts);
    double largest = Arrays.stream(amps).map(Math::abs).max().orElseThrow();
    for (int j = 0; j < lines; j++) {
      assertThat(judged[j]).as("bit line %d", j).isCloseTo(amps[j], within(1e-9 * largest));
    }
  }

  /** The currents out of the feet that ngspice finds. */
  private double[] ngspice(CrosspointArray array, double[] volts)
      throws IOException, InterruptedException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("tile.sp"))) {
      SpiceViews.writeWires("tile", array, "as drawn", out);
    }
    Path deck = Files.writeString(folder.resolve("deck.cir"), deck(array, volts));
    Judge.Answer answer = Judge.run("ngspice", folder, "-b", "-n", deck.toString());
    double[] amps = new double[array.columns()];
    Matcher found = CURRENT.matcher(answer.output());
    int count = 0;
    while (found.find()) {
      amps[Integer.parseInt(found.group(1))] = Double.parseDouble(found.group(2));
      count++;
    }
    assertThat(count).as(answer.output()).isEqualTo(amps.length);
    return amps;
  }

  private static String deck(CrosspointArray array, double[] volts) {
    StringBuilder deck = new StringBuilder("drivers\n.options reltol=1e-12 abstol=1e-18\n");
    StringBuilder pins = new StringBuilder();
    for (int i = 0; i < volts.length; i++) {
      deck.append("Vs%d s%d 0 %s\n".formatted(i, i, volts[i]));
      pins.append(" s").append(i);
    }
    pins.append(" 0".repeat(array.columns()));
    deck.append(".include tile.sp\nX1%s tile.wires\n".formatted(pins));
    deck.append(".control\nset numdgt=16\nop\n");
    for (int j = 0; j < array.columns(); j++) {
      deck.append("print i(v.x1.vo_%d)\n".formatted(j));
    }
    return deck.append("quit\n.endc\n.end\n").toString();
  }

  private static CrosspointArray array(int[][] levels) {
    return ReadTile.of(DrawnTile.of(levels, s -> s)).array();
  }

  private static String devices(int[][] levels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SpiceViews.writeDevices("tile", array(levels), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void cellsThatConductAreDevices() {
    assertThat(devices(new int[][] {{4, 0}}))
        .startsWith("* tile: 1 word lines, 2 bit lines\n.subckt tile w0 b0 b1\nR_0_0 w0 b0 ")
        .endsWith("\n.ends tile\n.end\n")
        .doesNotContain("R_0_1");
  }

  /** Layers of TensorFlow are called after all that was joined in them. */
  @Test
  void namesThatNoCircuitMayHaveAreMadeToFit() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SpiceViews.writeDevices("net/relu;net/bias (1)", array(new int[][] {{4}}), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\n.subckt net/relu_net/bias__1_ w0 b0\n")
        .endsWith("\n.ends net/relu_net/bias__1_\n.end\n");
  }

  @Test
  void wiresHaveTheirOwnFile() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SpiceViews.writeWires("tile", array(new int[][] {{4, 0}}), "as drawn", out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("* as drawn\n.subckt tile.wires w0 b0 b1\nRw_0_0 w0 w_0_0 ")
        .contains("\nR_0_0 w_0_0 b_0_0 ", "\nVo_1 o_1 b1 DC 0\n");
  }

  @Test
  void largeTilesHaveTheirDevicesOnly() {
    int[][] levels = new int[1][SpiceViews.MOST_LINES + 1];
    levels[0][SpiceViews.MOST_LINES] = 3;
    assertThat(devices(levels))
        .contains("R_0_64 w0 b64 ", "no view of the wires: ngspice takes minutes beyond 64 x 64");
    assertThat(SpiceViews.hasWires(array(levels))).isFalse();
    assertThat(SpiceViews.hasWires(array(new int[1][SpiceViews.MOST_LINES]))).isTrue();
  }
}

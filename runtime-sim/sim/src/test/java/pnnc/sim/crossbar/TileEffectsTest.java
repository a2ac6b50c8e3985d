package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.ir.circuit.Model;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.SchurSolver;
import pnnc.kernels.crossbar.Wires;
import pnnc.sim.physics.UnitPhysics;

/** What cards say of devices and of the ends of lines is in the currents. */
class TileEffectsTest {
  private static final Model OHMIC = new Model("cell", "resistive", Map.of());

  private static UnitPhysics physics(DrawnArray drawn, long chip) {
    return new CrossbarSolver().prepare(drawn.netlist(), drawn.words(), drawn.bits(), chip);
  }

  private static double[] amps(DrawnArray drawn, long chip, double... volts) {
    double[] amps = new double[drawn.columns()];
    physics(drawn, chip).respond(volts, amps);
    return amps;
  }

  private static double[] volts(int count, long seed) {
    return new Random(seed).doubles(count, 0, 0.2).toArray();
  }

  @Test
  void convertersAreInSeriesWithTheirLines() {
    Model ends = new Model("ends", "converters", Map.of("driver_ohm", 700.0, "sense_ohm", 300.0));
    DrawnArray drawn = DrawnArray.uniform(1, 1, 50, 1e-4).with(OHMIC, ends);
    assertThat(amps(drawn, 0, 0.2)[0]).isCloseTo(0.2 / (1e4 + 700 + 300 + 100), within(1e-18));
  }

  @Test
  void convertersAreSharedByAllThatTheirLineFeeds() {
    Model ends = new Model("ends", "converters", Map.of("driver_ohm", 700.0, "sense_ohm", 300.0));
    DrawnArray drawn = DrawnArray.random(6, 5, 4, 1).with(OHMIC, ends);
    double[] volts = volts(6, 3);
    double[] drivers = new double[6];
    double[] senses = new double[5];
    Arrays.fill(drivers, 700);
    Arrays.fill(senses, 300);
    Wires wires = Wires.uniform(6, 5, 4, 4).drivenThrough(drivers).sensedThrough(senses);
    double[] exact =
        new SchurSolver(new Crossbar(wires, drawn.siemens().toArray())).solve(volts).footAmps();
    assertThat(amps(drawn, 0, volts)).containsExactly(exact, within(1e-17));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, -0.2})
  void aCurvedDeviceFollowsItsLaw(double volts) {
    DrawnArray drawn = DrawnArray.uniform(1, 1, 0, 1e-4).with(Map.of("curvature_per_v2", 0.9));
    double expected = 1e-4 * volts * (1 + 0.9 * volts * volts);
    assertThat(amps(drawn, 0, volts)[0]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Test
  void curvedDevicesBehindWiresHaveTheVoltsThatAreLeft() {
    DrawnArray ohmic = DrawnArray.random(5, 4, 200, 2);
    double[] volts = volts(5, 8);
    double[] straight = amps(ohmic, 0, volts);
    double[] nearly = amps(ohmic.with(Map.of("curvature_per_v2", 1e-9)), 0, volts);
    assertThat(nearly).containsExactly(straight, within(1e-15));
    double[] curved = amps(ohmic.with(Map.of("curvature_per_v2", 2.0)), 0, volts);
    double[] free =
        amps(DrawnArray.random(5, 4, 0, 2).with(Map.of("curvature_per_v2", 2.0)), 0, volts);
    for (int j = 0; j < 4; j++) {
      assertThat(curved[j]).isGreaterThan(straight[j]).isLessThan(free[j]);
    }
  }

  @Test
  void chipsDifferAndTheNominalOneIsNone() {
    DrawnArray drawn = DrawnArray.random(6, 5, 3, 1);
    DrawnArray spread = drawn.with(Map.of("prog_sigma", 0.05, "greatest_siemens", 2e-5));
    double[] volts = volts(6, 4);
    assertThat(amps(spread, 0, volts)).containsExactly(amps(drawn, 0, volts));
    assertThat(amps(spread, 1, volts)).isEqualTo(amps(spread, 1, volts));
    assertThat(amps(spread, 1, volts)).isNotEqualTo(amps(spread, 2, volts));
  }

  /** A foot's current over many chips, without wires: independent devices add their variances. */
  @Test
  void programmingErrorsOfAColumnAddUpOverChips() {
    DrawnArray drawn =
        DrawnArray.uniform(4, 1, 0, 1e-5)
            .with(Map.of("prog_sigma", 0.02, "greatest_siemens", 2e-5));
    double[] seen =
        IntStream.rangeClosed(1, 3000)
            .mapToDouble(chip -> amps(drawn, chip, 0.2, 0.1, -0.2, 0.2)[0])
            .toArray();
    double sigma = 0.02 * 2e-5 * Math.sqrt(3 * 0.04 + 0.01);
    Moments.of(seen).requireNormal(1e-5 * 0.3, sigma);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aSummedReadMakesUpForDriftThatAllShare(double gain) {
    DrawnArray drawn = DrawnArray.random(5, 4, 0, 2);
    DrawnArray old = drawn.with(Map.of("drift", 0.05, "age_s", 1e5, "drift_gain", gain));
    double[] volts = volts(5, 8);
    double kept = gain == 1 ? 1 : Math.pow(1 + 1e5, -0.05);
    double[] expected = Arrays.stream(amps(drawn, 0, volts)).map(i -> kept * i).toArray();
    assertThat(amps(old, 0, volts)).containsExactly(expected, within(1e-18));
    assertThat(amps(old, 1, volts)).containsExactly(expected, within(1e-18));
  }

  @Test
  void driftThatDiffersIsLeftByTheGainAlone() {
    Model pcm = new Model("cell", "pcm", Map.of("age_s", 86_400.0, "drift_gain", 1.0));
    DrawnArray fresh = DrawnArray.random(20, 6, 0, 2);
    double[] volts = volts(20, 8);
    double[] before = amps(fresh, 0, volts);
    double[] after = amps(fresh.with(pcm), 0, volts);
    double all = Arrays.stream(after).sum() / Arrays.stream(before).sum();
    assertThat(all).isCloseTo(1, within(0.02));
    assertThat(after).isNotEqualTo(before);
  }

  /** Repeated reads, the last digits of whose inputs differ so that each is a read of its own. */
  private static double[] reads(DrawnArray drawn, double[] volts, int count) {
    double[] many = new double[volts.length * count];
    for (int k = 0; k < many.length; k++) {
      many[k] = volts[k / count] * (1 + 1e-13 * (k % count));
    }
    double[] amps = new double[drawn.columns() * count];
    physics(drawn, 1).respond(many, count, amps);
    return Arrays.copyOf(amps, count);
  }

  @Test
  void readNoiseOfAColumnHasTheVarianceOfItsDevices() {
    DrawnArray drawn = DrawnArray.random(9, 3, 0, 2);
    double[] volts = volts(9, 5);
    double variance = 0;
    for (int i = 0; i < 9; i++) {
      double own = 0.03 * drawn.siemens().get(3 * i) * volts[i];
      variance += own * own;
    }
    double[] seen = reads(drawn.with(Map.of("read_sigma", 0.03)), volts, 4000);
    Moments.of(seen).requireNormal(amps(drawn, 0, volts)[0], Math.sqrt(variance));
  }

  /** One normal number for a foot against one for every device and read, wires included. */
  @Test
  void behindWiresNoiseIsThatOfDevicesDrawnOneByOne() {
    DrawnArray drawn = DrawnArray.random(9, 3, 400, 2);
    double[] volts = volts(9, 5);
    SplittableRandom random = new SplittableRandom(1);
    double[] plain = new double[2000];
    for (int n = 0; n < plain.length; n++) {
      double[] siemens = drawn.siemens().toArray();
      for (int k = 0; k < siemens.length; k++) {
        siemens[k] *= 1 + 0.03 * random.nextGaussian();
      }
      Crossbar crossbar = new Crossbar(Wires.uniform(9, 3, 400, 400), siemens);
      plain[n] = new SchurSolver(crossbar).solve(volts).footAmps()[0];
    }
    Moments fast = Moments.of(reads(drawn.with(Map.of("read_sigma", 0.03)), volts, 4000));
    Moments slow = Moments.of(plain);
    assertThat(fast.mean()).isCloseTo(slow.mean(), within(5 * slow.deviation() / Math.sqrt(2000)));
    double left = slow.mean() / amps(DrawnArray.random(9, 3, 0, 2), 0, volts)[0];
    assertThat(left).as("share that wires leave").isBetween(0.8, 0.95);
    assertThat(fast.deviation() / slow.deviation()).isBetween(0.93, 1.07 / left);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 3, 7", "16, 6, 64"})
  void noiseBelongsToTheReadNotToItsNeighbours(int rows, int columns, int vectors) {
    DrawnArray drawn = DrawnArray.random(rows, columns, 3, 5).with(Map.of("read_sigma", 0.02));
    UnitPhysics physics = physics(drawn, 9);
    double[] volts = volts(rows * vectors, 6);
    double[] together = new double[columns * vectors];
    physics.respond(volts, vectors, together);
    for (int c = 0; c < vectors; c++) {
      double[] alone = new double[columns];
      double[] own = new double[rows];
      for (int i = 0; i < rows; i++) {
        own[i] = volts[i * vectors + c];
      }
      physics.respond(own, alone);
      for (int j = 0; j < columns; j++) {
        assertThat(together[j * vectors + c]).isEqualTo(alone[j]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "350, 1.1", "250, 0.9", "-500, 0"})
  void writtenDevicesConductByTheirTemperature(double kelvin, double factor) {
    DrawnArray drawn = DrawnArray.random(5, 4, 0, 2);
    DrawnArray warm = drawn.with(Map.of("kelvin", kelvin, "tcr_per_k", 0.002));
    double[] volts = volts(5, 8);
    double[] expected = Arrays.stream(amps(drawn, 0, volts)).map(i -> factor * i).toArray();
    assertThat(amps(warm, 0, volts)).containsExactly(expected, within(1e-18));
    assertThat(amps(warm, 3, volts)).containsExactly(expected, within(1e-18));
  }

  /** The sum that is read to undo drift is read at the same temperature. */
  @Test
  void aGainSetAnewUndoesTemperatureToo() {
    DrawnArray drawn = DrawnArray.random(5, 4, 0, 2);
    DrawnArray warm = drawn.with(Map.of("kelvin", 350.0, "tcr_per_k", 0.002, "drift_gain", 1.0));
    double[] volts = volts(5, 8);
    assertThat(amps(warm, 0, volts)).containsExactly(amps(drawn, 0, volts), within(1e-18));
  }

  @Test
  void readNoiseGrowsWithTheRootOfTemperature() {
    DrawnArray drawn = DrawnArray.random(9, 3, 0, 2);
    double[] volts = volts(9, 5);
    double quiet = amps(drawn, 0, volts)[0];
    double usual = amps(drawn.with(Map.of("read_sigma", 0.03)), 1, volts)[0] - quiet;
    double warm =
        amps(drawn.with(Map.of("read_sigma", 0.03, "kelvin", 1200.0)), 1, volts)[0] - quiet;
    assertThat(warm).isCloseTo(2 * usual, within(1e-9 * Math.abs(usual)));
  }
}

package pnnc.layout.spice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.layout.testing.Oracle;

/** ngspice runs what we write, and finds the voltages that nodal analysis does. */
class NgspiceTest {
  private static final int NODES = 24;
  private static final double VOLTS = 0.2;

  @TempDir private Path folder;
  private final double[][] siemens = new double[NODES][NODES + 1];
  private final Random random = new Random(Long.getLong("test.seed", 3));

  @Test
  void aNetworkOfResistorsHasTheVoltagesItShould() throws IOException, InterruptedException {
    Oracle ngspice = Oracle.require("ngspice");
    try (OutputStream out = Files.newOutputStream(folder.resolve("net.cir"))) {
      write(new SpiceWriter(out));
    }
    Oracle.Answer answer = ngspice.run(folder, "-b", "-n", "-r", "net.raw", "net.cir");
    Path raw = folder.resolve("net.raw");
    assertThat(raw).as(answer.output()).exists();
    Map<String, Double> found = vectors(Files.readAllBytes(raw));
    double[] expected = solve();
    for (int i = 0; i < NODES; i++) {
      assertThat(found.get("v(" + name(i) + ")")).isCloseTo(expected[i], within(1e-9));
    }
    assertThat(found.get("v(double)")).isCloseTo(2 * expected[0], within(1e-9));
  }

  private static String name(int node) {
    return node == NODES ? "0" : "n" + node + "[a]:b";
  }

  /** A ring with chords, through subcircuits with a parameter, driven by a source at one node. */
  private void write(SpiceWriter writer) {
    writer.title("network");
    SpiceParameter g = SpiceParameter.of("g", 1e-3);
    writer.card(new SpiceCard.Begin("cell", List.of("a", "b"), List.of(g)));
    SpiceValue ohm = new SpiceValue.Expression("1 / g");
    writer.card(
        new SpiceElement(
            "Rc", List.of("a", "b"), Optional.of(ohm), Optional.empty(), "", List.of()));
    writer.card(new SpiceCard.End("cell"));
    for (int i = 0; i < NODES; i++) {
      resistor(writer, i, i + 1);
      resistor(writer, i, random.nextInt(NODES + 1));
      cell(writer, i, random.nextInt(NODES + 1));
    }
    writer.card(SpiceElement.of("Vin", "in", "0", VOLTS));
    writer.card(SpiceElement.of("Rin", "in", name(0), 500));
    siemens[0][0] += 1.0 / 500;
    List<String> pins = List.of("double", "0", name(0), "0");
    writer.card(SpiceElement.controlled("Etwice", pins, SpiceValue.of(2)));
    writer.card(new SpiceCard.Control(".options gmin=1e-18 reltol=1e-12"));
    writer.card(new SpiceCard.Control(".op"));
    writer.end();
  }

  private void resistor(SpiceWriter writer, int a, int b) {
    if (a != b) {
      double ohm = 1000 * (1 + 20 * random.nextDouble());
      writer.card(SpiceElement.of("R" + random.nextLong(), name(a), name(b), ohm));
      join(a, b, 1 / ohm);
    }
  }

  private void cell(SpiceWriter writer, int a, int b) {
    if (a != b) {
      double g = 1e-4 * random.nextDouble() + 1e-6;
      List<SpiceParameter> parameters = List.of(SpiceParameter.of("g", g));
      writer.card(
          SpiceElement.modelled(
              "X" + random.nextLong(), List.of(name(a), name(b)), "cell", parameters));
      join(a, b, g);
    }
  }

  private void join(int a, int b, double g) {
    for (int[] pair : new int[][] {{a, b}, {b, a}}) {
      if (pair[0] < NODES) {
        siemens[pair[0]][pair[0]] += g;
        siemens[pair[0]][pair[1]] -= g;
      }
    }
  }

  /** Gauss without pivots: the matrix has its largest numbers in its diagonal. */
  private double[] solve() {
    double[] right = new double[NODES];
    right[0] = VOLTS / 500;
    for (int k = 0; k < NODES; k++) {
      for (int i = k + 1; i < NODES; i++) {
        double factor = siemens[i][k] / siemens[k][k];
        for (int j = k; j < NODES; j++) {
          siemens[i][j] -= factor * siemens[k][j];
        }
        right[i] -= factor * right[k];
      }
    }
    for (int k = NODES - 1; k >= 0; k--) {
      for (int j = k + 1; j < NODES; j++) {
        right[k] -= siemens[k][j] * right[j];
      }
      right[k] /= siemens[k][k];
    }
    return right;
  }

  /** The names and numbers of a binary raw file with one point. */
  private static Map<String, Double> vectors(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String mark = "Binary:\n";
    int data = text.indexOf(mark) + mark.length();
    List<String> names = new ArrayList<>();
    text.substring(text.indexOf("Variables:\n"), data)
        .lines()
        .filter(line -> line.startsWith("\t"))
        .forEach(line -> names.add(line.split("\t", -1)[2]));
    ByteBuffer numbers = ByteBuffer.wrap(bytes, data, 8 * names.size());
    numbers.order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Double> found = new HashMap<>();
    names.forEach(name -> found.put(name, numbers.getDouble()));
    return found;
  }
}

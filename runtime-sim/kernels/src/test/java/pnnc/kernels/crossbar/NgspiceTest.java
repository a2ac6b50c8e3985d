package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.kernels.parallel.Workers;

/** A judge who knows nothing of us: ngspice, on every resistor spelled out. */
class NgspiceTest {
  private static final Pattern CURRENT = Pattern.compile("(?m)^i\\(vo_(\\d+)\\) = (\\S+)$");

  @TempDir Path folder;

  @Test
  void agreesOn16By16() throws IOException, InterruptedException {
    requireAgreement(16, 16);
  }

  @Tag("slow")
  @Test
  void agreesOn64By64() throws IOException, InterruptedException {
    requireAgreement(64, 64);
  }

  private void requireAgreement(int rows, int columns) throws IOException, InterruptedException {
    requireNgspice();
    Crossbar crossbar = Crossbars.uniform(1, rows, columns, 1, 1e-4);
    double[] volts = Crossbars.random(new Random(2), rows, 0, 1);
    double[] judged = ngspice(deck(crossbar, volts), columns);
    double[] solved = new SchurSolver(crossbar).solve(volts).footAmps();
    EffectiveMatrix matrix = KronReduction.reduce(crossbar, Workers.SEQUENTIAL);
    assertThat(Crossbars.error(solved, judged)).isLessThan(1e-9);
    assertThat(Crossbars.error(matrix.footAmps(volts), judged)).isLessThan(1e-9);
  }

  private static void requireNgspice() {
    boolean found =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "ngspice")));
    boolean required =
        System.getProperty("oracles", "optional").equals("required")
            && !System.getProperty("oracles.without", "").equals("ngspice");
    if (!found && required) {
      Assertions.fail("ngspice is not installed, and -Doracles=required");
    }
    Assumptions.assumeTrue(found, "skipped: ngspice is not installed");
  }

  private static String deck(Crossbar crossbar, double[] volts) {
    StringBuilder deck = new StringBuilder("crossbar\n.options reltol=1e-12 abstol=1e-18\n");
    int last = crossbar.rows() - 1;
    for (int i = 0; i <= last; i++) {
      line(deck, "Vs_%d s_%d 0 %.17g", i, i, volts[i]);
      for (int j = 0; j < crossbar.columns(); j++) {
        int at = i * crossbar.columns() + j;
        String before = j == 0 ? "s_" + i : "w_%d_%d".formatted(i, j - 1);
        String below = i == last ? "o_" + j : "b_%d_%d".formatted(i + 1, j);
        line(deck, "Rw_%d_%d %s w_%d_%d %.17g", i, j, before, i, j, crossbar.wires().word(at));
        line(deck, "Rb_%d_%d b_%d_%d %s %.17g", i, j, i, j, below, crossbar.wires().bit(at));
        double ohms = 1 / crossbar.siemens(i, j);
        line(deck, "Rx_%d_%d w_%d_%d b_%d_%d %.17g", i, j, i, j, i, j, ohms);
      }
    }
    StringBuilder print = new StringBuilder(".control\nset numdgt=16\nop\n");
    for (int j = 0; j < crossbar.columns(); j++) {
      line(deck, "Vo_%d o_%d 0 0", j, j);
      line(print, "print i(vo_%d)", j);
    }
    return deck.append(print).append("quit\n.endc\n.end\n").toString();
  }

  private static void line(StringBuilder deck, String format, Object... values) {
    deck.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private double[] ngspice(String deck, int columns) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("crossbar.cir"), deck);
    Process process =
        new ProcessBuilder("ngspice", "-b", file.toString()).redirectErrorStream(true).start();
    String said;
    try (InputStream out = process.getInputStream()) {
      said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    process.waitFor();
    double[] amps = new double[columns];
    int found = 0;
    Matcher matcher = CURRENT.matcher(said);
    while (matcher.find()) {
      amps[Integer.parseInt(matcher.group(1))] = Double.parseDouble(matcher.group(2));
      found++;
    }
    assertThat(found).as(said).isEqualTo(columns);
    return amps;
  }
}

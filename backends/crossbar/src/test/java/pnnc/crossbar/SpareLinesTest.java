package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.testing.Digits;
import pnnc.driver.LayoutFormat;

/** Spare bit lines take what others cannot hold: ports change, nothing else of the design. */
class SpareLinesTest {
  private static final List<String> TILES = List.of("fc1.0.0.0", "fc2.0.0.0");

  @TempDir Path folder;

  private JsonObject compiled(String name, Map<String, String> overrides) {
    return Digits.compile("reram", overrides, LayoutFormat.PREFERRED, folder.resolve(name))
        .summary();
  }

  /** Signal to noise, in dB, of a chip on which writing went as the forecast says. */
  private double asForecast(String name) throws IOException {
    Path bundle = folder.resolve(name);
    for (String tile : TILES) {
      Map<String, String> reached = new HashMap<>();
      for (String line : Files.readAllLines(bundle.resolve("program/" + tile + ".forecast.csv"))) {
        String[] fields = line.split(",", -1);
        reached.put(fields[0] + "," + fields[1 % fields.length], fields[fields.length - 1]);
      }
      Path program = bundle.resolve("program/" + tile + ".csv");
      List<String> written =
          Files.readAllLines(program).stream()
              .map(line -> line.substring(0, line.lastIndexOf(',') + 1) + value(line, reached))
              .toList();
      Files.write(program, written);
    }
    return Digits.verify(bundle).summary().getAsJsonObject("verify").get("snrDb").getAsDouble();
  }

  private static String value(String line, Map<String, String> reached) {
    int last = line.lastIndexOf(',');
    boolean isCell = last > 0 && Character.isDigit(line.charAt(0));
    String own = line.substring(last + 1);
    return isCell ? reached.getOrDefault(line.substring(0, last), own) : own;
  }

  @Test
  void aChipWithStuckCellsComputesTheNetworkOnItsSpares() throws IOException {
    Map<String, String> stuck = Map.of("cell.stuck", "0.2 %");
    compiled("plain", stuck);
    JsonObject spared = compiled("spared", Map.of("cell.stuck", "0.2 %", "spare.columns", "16"));
    assertThat(spared.getAsJsonObject("verify").get("top1Agreement").getAsDouble())
        .isGreaterThanOrEqualTo(0.99);
    JsonObject physical = spared.getAsJsonObject("physical");
    assertThat(physical.get("devices").getAsLong()).isEqualTo(102L * 80 + 34 * 36);
    assertThat(physical.getAsJsonObject("lowering").get("movedLines").getAsInt()).isPositive();
    double before = asForecast("plain");
    double after = asForecast("spared");
    assertThat(after).as("without spares: %s dB", before).isGreaterThan(before + 3);
  }

  private Set<String> linesRead(String name, String tile) throws IOException {
    JsonObject design =
        JsonParser.parseString(Files.readString(folder.resolve(name).resolve("design.json")))
            .getAsJsonObject();
    Set<String> lines = new HashSet<>();
    design
        .getAsJsonArray("blocks")
        .forEach(
            block ->
                block
                    .getAsJsonObject()
                    .getAsJsonObject("ports")
                    .getAsJsonArray("units")
                    .asList()
                    .stream()
                    .map(u -> u.getAsJsonObject())
                    .filter(u -> u.get("unit").getAsString().equals(tile))
                    .flatMap(u -> u.getAsJsonArray("readouts").asList().stream())
                    .map(r -> r.getAsJsonObject())
                    .forEach(
                        r -> {
                          lines.add(r.get("port").getAsString());
                          lines.add(r.get("against").getAsString());
                        }));
    return lines;
  }

  @Test
  void linesThatATestFoundBadAreNotRead() throws IOException {
    Map<String, String> none =
        Map.of("spare.columns", "2", "cell.prog_sigma", "0 %", "cell.stuck", "0 %");
    compiled("good", none);
    compiled(
        "bad",
        Map.of(
            "spare.columns",
            "2",
            "cell.prog_sigma",
            "0 %",
            "cell.stuck",
            "0 %",
            "spare.bad",
            "\"fc1.0.0.0:B3 fc1.0.0.0:B64\""));
    assertThat(linesRead("good", TILES.get(0))).contains("B3").doesNotContain("B64", "B65");
    assertThat(linesRead("bad", TILES.get(0))).contains("B65").doesNotContain("B3", "B64");
    assertThat(linesRead("bad", TILES.get(1))).isEqualTo(linesRead("good", TILES.get(1)));
    String layout = "layout/top.oas";
    assertThat(folder.resolve("bad").resolve(layout))
        .hasSameBinaryContentAs(folder.resolve("good").resolve(layout));
  }

  @ParameterizedTest
  @CsvSource({
    "fc1.0.0.0:B3, 0, no spare line is left",
    "fc1.0.0.0:B70, 2, has bit lines B0 to B65",
    "fc9.0.0.0:B3, 2, the design has no such tile"
  })
  void badLinesThatCannotBeReplacedAreAFault(String bad, int spares, String said) {
    Map<String, String> asked =
        Map.of("spare.bad", "\"" + bad + "\"", "spare.columns", "" + spares);
    assertThatThrownBy(() -> compiled("none", asked))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.SPARE_BAD_LINE))
        .hasMessageContaining(bad)
        .hasMessageContaining(said);
  }
}

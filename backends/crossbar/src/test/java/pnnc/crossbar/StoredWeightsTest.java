package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.crossbar.testing.Digits;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.EditedLayout;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;

/** Weights against a reference and in slices go the whole road, and their faults are located. */
class StoredWeightsTest {
  private static final String TILE = "fc1.0.0.0";

  @TempDir Path folder;

  private Path bundle() {
    return folder.resolve("digits");
  }

  private JsonObject compiled(String target, Map<String, String> overrides) {
    Outcome outcome = Digits.compile(target, overrides, LayoutFormat.PREFERRED, bundle());
    JsonObject verify = outcome.summary().getAsJsonObject("verify");
    assertThat(verify.get("source").getAsString()).isEqualTo("layout");
    assertThat(verify.getAsJsonArray("faults")).isEmpty();
    return outcome.summary();
  }

  private static double agreement(JsonObject summary) {
    return summary.getAsJsonObject("verify").get("top1Agreement").getAsDouble();
  }

  private JsonArray faults() {
    Outcome outcome = Digits.verify(bundle());
    return outcome.summary().getAsJsonObject("verify").getAsJsonArray("faults");
  }

  /** 16 levels are too few for one value of a weight, and enough for two. */
  @Test
  void slicesOfCoarseCellsComputeTheNetwork() {
    Map<String, String> coarse = Map.of("cell.levels", "4 bit");
    double before = agreement(compiled("reram", coarse));
    JsonObject sliced = slicedMemories("differential");
    assertThat(before).isLessThan(0.99);
    assertThat(agreement(sliced)).isGreaterThan(0.99);
    assertThat(sliced.getAsJsonObject("physical").get("devices").getAsLong())
        .isEqualTo(4L * (102 * 32 + 34 * 10));
  }

  private JsonObject slicedMemories(String sign) {
    return compiled("reram", Map.of("cell.levels", "4 bit", "slices", "2", "sign", sign));
  }

  /** Five bit lines to a weight in two slices against the reference, which stands in the middle. */
  @ParameterizedTest
  @CsvSource({"differential, 5, 20, 21, 22, 23", "offset, 5, 10, 32, 11, 32"})
  void aMemoryOfASliceThatIsAnotherIsLocated(
      String sign, int output, int coarse, int against, int fine, int fineAgainst)
      throws IOException {
    assertThat(agreement(slicedMemories(sign))).isGreaterThan(0.99);
    Path program = bundle().resolve("program/" + TILE + ".csv");
    List<String> all = Files.readAllLines(program);
    double[] written = {1e-6, 3.9e-5};
    List<String> edited =
        all.stream()
            .map(
                line -> {
                  if (!line.startsWith("40," + coarse + ",")) {
                    return line;
                  }
                  double old = Double.parseDouble(line.split(",", -1)[2]);
                  return "40," + coarse + "," + (old > 2e-5 ? written[0] : written[1]);
                })
            .toList();
    Files.write(program, edited);
    JsonArray faults = faults();
    assertThat(faults).hasSize(1);
    JsonObject fault = faults.get(0).getAsJsonObject();
    assertThat(fault.get("unit").getAsString()).isEqualTo(TILE);
    assertThat(fault.get("driven").toString()).isEqualTo("[\"W40\"]");
    assertThat(fault.get("output").getAsInt()).isEqualTo(output);
    assertThat(strings(fault.getAsJsonArray("read")))
        .containsExactlyInAnyOrderElementsOf(
            List.of(coarse, against, fine, fineAgainst).stream()
                .distinct()
                .map(n -> "B" + n)
                .toList());
  }

  private static List<String> strings(JsonArray array) {
    return array.asList().stream().map(e -> e.getAsString()).collect(Collectors.toList());
  }

  /** Cells against a reference in the masks; one of them, and one of the reference, are others. */
  @Test
  void aViaOfAnOffsetTileIsLocatedAndSoIsOneOfTheReference() throws IOException {
    JsonObject summary = compiled("crossbar", Map.of("sign", "offset", "slices", "2"));
    assertThat(agreement(summary)).isGreaterThan(0.99);
    assertThat(summary.getAsJsonObject("physical").get("devices").getAsLong())
        .isEqualTo(102L * 65 + 34 * 21);
    edit(40, 6);
    JsonArray one = faults();
    assertThat(one).hasSize(1);
    JsonObject fault = one.get(0).getAsJsonObject();
    assertThat(fault.get("driven").toString()).isEqualTo("[\"W40\"]");
    assertThat(fault.get("read").toString()).isEqualTo("[\"B6\",\"B32\",\"B7\"]");
    edit(71, 32);
    JsonArray two = faults();
    assertThat(two).hasSize(2);
    JsonObject line = two.get(0).getAsJsonObject();
    assertThat(line.get("driven").toString()).isEqualTo("[\"W71\"]");
    assertThat(line.get("weights").getAsInt()).isGreaterThan(16);
  }

  /** Exchanges a cell for the one that conducts least, or most if it did not conduct much. */
  private void edit(int row, int column) throws IOException {
    EditedLayout.edit(
        bundle().resolve("layout/top.oas"),
        s ->
            new EditedLayout.InTile(s, TILE, DrawnTile.drawing(new int[102][65])) {
              @Override
              protected String crossing(int r, int c, String name) {
                boolean isIt = r == row && c == column;
                return isIt ? name.equals("XP15") ? "XP1" : "XP15" : name;
              }
            });
  }

  @Test
  void aReferenceAloneIsCoarse() {
    Outcome outcome =
        Digits.compile("crossbar", Map.of("sign", "offset"), LayoutFormat.PREFERRED, bundle());
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    assertThat(agreement(outcome.summary())).isBetween(0.9, 0.98);
  }
}

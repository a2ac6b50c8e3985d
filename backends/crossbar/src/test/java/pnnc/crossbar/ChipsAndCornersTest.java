package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.crossbar.testing.Digits;
import pnnc.driver.Corner;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;

/** Beside the nominal chip: others, and other circumstances, all read from the same layout. */
class ChipsAndCornersTest {
  @TempDir static Path folder;

  private static Path digits;
  private static Path rough;
  private static JsonObject nominal;

  @BeforeAll
  static void compile() {
    digits = folder.resolve("digits");
    rough = folder.resolve("rough");
    Outcome outcome = Digits.compile("crossbar", Map.of(), LayoutFormat.PREFERRED, digits);
    nominal = outcome.summary().getAsJsonObject("verify");
    Digits.compile(
        "crossbar",
        Map.of("cell.prog_sigma", "20 %", "tile", "64 x 64"),
        LayoutFormat.PREFERRED,
        rough);
  }

  private static Outcome verify(VerifyRequest request, Settings settings) {
    return new LocalDriver()
        .verify(request.with(Digits.data()), new Session(settings, Reporter.SILENT));
  }

  private static JsonObject checked(VerifyRequest request, Settings settings) {
    return verify(request, settings).summary().getAsJsonObject("verify");
  }

  private static JsonArray chips(Settings settings, int count) {
    return checked(VerifyRequest.of(rough).onChips(count), settings)
        .getAsJsonObject("spread")
        .getAsJsonArray("each");
  }

  private static Settings seed(long seed, int threads) {
    return new Settings(threads, seed, new TreeMap<>(), Optional.empty());
  }

  @Test
  void chipsOfOneSeedAreTheSameForAnyCountAndAnyThreads() {
    JsonArray two = chips(seed(7, 1), 2);
    JsonArray three = chips(seed(7, 2), 3);
    assertThat(three.get(0)).isEqualTo(two.get(0));
    assertThat(three.get(1)).isEqualTo(two.get(1));
    assertThat(three.get(2)).isNotIn(two.get(0), two.get(1));
    JsonArray others = chips(seed(8, 2), 2);
    assertThat(others.get(0)).isNotIn(two.get(0), two.get(1));
  }

  @Test
  void theVerdictIsThatOfTheWorstChip() {
    Outcome outcome = verify(VerifyRequest.of(rough).onChips(3), seed(7, 2));
    JsonObject verify = outcome.summary().getAsJsonObject("verify");
    JsonObject spread = verify.getAsJsonObject("spread");
    assertThat(verify.get("chips").getAsInt()).isEqualTo(3);
    assertThat(verify.get("top1Agreement").getAsDouble()).isGreaterThanOrEqualTo(0.99);
    assertThat(spread.get("failed").getAsInt()).isPositive();
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    JsonObject agreement = spread.getAsJsonObject("top1Agreement");
    double[] each =
        StreamSupport.stream(spread.getAsJsonArray("each").spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .mapToDouble(c -> c.get("top1Agreement").getAsDouble())
            .sorted()
            .toArray();
    assertThat(agreement.get("least").getAsDouble()).isEqualTo(each[0]);
    assertThat(agreement.get("median").getAsDouble()).isEqualTo(each[1]);
    assertThat(outcome.text()).contains("chips of seed 7: ", " of 3 equivalent, ");
  }

  /** One decision in 400 is neither enough nor too few: the reason is said. */
  @Test
  void chipsOfSoundCellsDoNotFail() {
    Outcome outcome = verify(VerifyRequest.of(digits).onChips(2), seed(0, 2));
    JsonObject spread = outcome.summary().getAsJsonObject("verify").getAsJsonObject("spread");
    int passed = spread.get("passed").getAsInt();
    assertThat(spread.get("failed").getAsInt()).isZero();
    assertThat(spread.getAsJsonObject("top1Agreement").get("least").getAsDouble())
        .isGreaterThanOrEqualTo(0.99);
    assertThat(passed).isLessThan(2);
    assertThat(outcome.status()).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(outcome.text())
        .contains("inconclusive because %d of 2 chips are inconclusive".formatted(2 - passed));
  }

  @ParameterizedTest
  @EnumSource(value = Corner.class, mode = EnumSource.Mode.EXCLUDE, names = "NOMINAL")
  void aCornerChangesWhatIsRead(Corner corner) {
    Outcome outcome = verify(VerifyRequest.of(digits).at(corner), Settings.defaults());
    JsonObject there = outcome.summary().getAsJsonObject("verify");
    assertThat(there.get("corner").getAsString()).isEqualTo(corner.word());
    assertThat(there.get("snrDb").getAsDouble()).isLessThan(nominal.get("snrDb").getAsDouble() - 3);
    assertThat(there.getAsJsonArray("faults")).isEmpty();
    assertThat(outcome.text()).contains(" at the corner " + corner.word());
  }
}

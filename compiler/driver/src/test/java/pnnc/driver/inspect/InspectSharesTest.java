package pnnc.driver.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.driver.InspectRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.compile.Backends;

/** What is said of the physical share where not every multiply-accumulate can be counted. */
class InspectSharesTest {
  private static final Session SESSION = new Session(Settings.defaults(), Reporter.SILENT);

  /** A product with constant weights, 32, and one of two variables. */
  private static final String TWO =
      """
      pnnir 1
      opset "" 17
      graph (%%x: f32[2, 4], %%z: f32[%s, 2]) -> (%%y, %%v) {
        const %%w: f32[4, 4] = [[1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0]]
        %%y = MatMul(%%x, %%w)
        %%v = MatMul(%%z, %%y)
      }
      """;

  /** The weights stand inside a loop; nothing else multiplies. */
  private static final String LOOP =
      """
      pnnir 1
      opset "" 17
      graph (%%x: f32[1, 2], %%m: i64[]%s) -> (%%v, %%y) {
        const %%n: i64[] = 5
        const %%yes: bool[] = true
        const %%w: f32[2, 2] = [[1.0, 2.0], [3.0, 4.0]]
        %%y: f32[1, 2] = Loop(%s, %%yes, %%x) {
          body = graph body (%%i: i64[], %%go: bool[], %%s: f32[1, 2]) -> (%%on: bool[], %%t: f32[1, 2]) {
            %%on: bool[] = Identity(%%go)
            %%t: f32[1, 2] = MatMul(%%s, %%w)
          }
        }
        %%v = MatMul(%%x, %s)
      }
      """;

  @TempDir Path folder;

  private Outcome inspect(String text) throws IOException {
    Path model = Files.writeString(folder.resolve("m.pnnir"), text);
    return Inspect.run(new InspectRequest(model), SESSION, Backends.of(List.of()));
  }

  private static void assertShare(JsonObject facts, double share, String is) {
    assertThat(facts.get("physicalMacShare").getAsDouble()).isEqualTo(share);
    assertThat(facts.get("physicalMacShareIs").getAsString()).isEqualTo(is);
  }

  @Test
  void knownSizesGiveAnExactShare() throws IOException {
    Outcome outcome = inspect(TWO.formatted("4"));
    assertShare(outcome.summary(), 0.5, "exact");
    assertThat(outcome.summary().getAsJsonArray("macsUnknown")).isEmpty();
    assertThat(outcome.text())
        .contains("; 64 multiply-accumulates", ": 1, 50.0 % of")
        .doesNotContain("not counted");
  }

  @Test
  void whatTheHostMayAddMakesItABound() throws IOException {
    Outcome outcome = inspect(TWO.formatted("?"));
    assertShare(outcome.summary(), 1, "at-most");
    assertThat(outcome.summary().getAsJsonArray("macsUnknown")).hasSize(1);
    assertThat(outcome.text())
        .contains("; at least 32 multiply-accumulates", "not counted", "MatMul `v`")
        .contains(": 1, at most 100.0 % of");
  }

  @Test
  void aLoopOfKnownLengthCountsEachIteration() throws IOException {
    Outcome outcome = inspect(LOOP.formatted(", %u: f32[2, 5]", "%n", "%u"));
    assertThat(outcome.summary().get("macs").getAsLong()).isEqualTo(5 * 4 + 10);
    assertShare(outcome.summary(), 20.0 / 30, "exact");
  }

  @Test
  void aLoopOfUnknownLengthMakesItAnEstimate() throws IOException {
    Outcome outcome = inspect(LOOP.formatted(", %u: f32[2, 2]", "%m", "%u"));
    assertThat(outcome.summary().get("macs").getAsLong()).isEqualTo(4 + 4);
    assertShare(outcome.summary(), 0.5, "estimate");
    assertThat(outcome.summary().get("macsAssume").toString()).contains("iterations of y");
    assertThat(outcome.text()).contains("counting as 1: iterations of y", "perhaps 50.0 %");
  }
}

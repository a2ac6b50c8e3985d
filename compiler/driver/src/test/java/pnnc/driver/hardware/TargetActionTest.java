package pnnc.driver.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.base.diagnostics.Place;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.TargetRequest;

class TargetActionTest {
  @TempDir Path folder;
  private final List<Diagnostic> warnings = new ArrayList<>();

  private Outcome run(TargetRequest request) {
    Reporter reporter =
        new Reporter() {
          @Override
          public void phase(String name) {}

          @Override
          public void progress(String unit, long done, long total) {}

          @Override
          public void diagnostic(Diagnostic diagnostic) {
            warnings.add(diagnostic);
          }

          @Override
          public void artifact(Path path, long bytes) {}
        };
    return TargetAction.run(request, new Session(Settings.defaults(), reporter));
  }

  private Outcome show(String name, Map<String, String> overrides) {
    return run(new TargetRequest.Show(name, new TreeMap<>(overrides)));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void listsWhatNeedsNoFile() {
    Outcome outcome = run(new TargetRequest.List());
    assertThat(outcome.text().lines().map(l -> l.split(" ", -1)[0]))
        .containsExactly("crossbar", "reram", "mzi", "glass", "fefet", "host");
    assertThat(outcome.summary().getAsJsonArray("targets")).hasSize(5);
  }

  @Test
  void showsValuesAndWhereTheyComeFrom() {
    Outcome outcome = show("crossbar", Map.of("adc.width", "6bit"));
    assertThat(outcome.text())
        .startsWith("target crossbar : std.crossbar\n")
        .containsPattern("adc.width +6 bit\n")
        .containsPattern("adc.shared_by +8 +NeuroSim default\n")
        .contains("more values are in the technology");
    JsonArray fields = outcome.summary().getAsJsonArray("fields");
    JsonObject width =
        fields.asList().stream()
            .map(f -> f.getAsJsonObject())
            .filter(f -> f.get("path").getAsString().equals("technology.layer.met1.width"))
            .findFirst()
            .orElseThrow();
    assertThat(width.get("value").getAsString()).isEqualTo("0.14 um");
    assertThat(width.get("source").getAsString()).contains("m1.1");
  }

  @Test
  void showsTechnologiesAndDevices() {
    assertThat(show("std.tech.rom130", Map.of()).text())
        .startsWith("technology rom130 : std.tech.process\n")
        .containsPattern("via.via2.resistance +3.41 ohm +open_pdks");
    assertThat(show("std.device.fefet", Map.of()).text()).contains("assumed: ");
  }

  @Test
  void showsTheUsersOwn() throws IOException {
    file("parts.pnn", "device mine : std.device.via_rom { levels = 2 bit source \"a\" }\n");
    Path main =
        file(
            "main.pnn",
            """
            use "parts.pnn".{mine as cell}
            target t : std.crossbar { technology = std.tech.rom130; cell = cell
              limit power <= 3 mW at 10 kHz
              prefer area then power }
            """);
    assertThat(show(main + "#t", Map.of()).text())
        .containsPattern("cell.levels +2 bit +a\n")
        .contains("  limit power <= 3 mW at 10 kHz\n", "  prefer area then power\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossbar", "reram", "mzi", "glass", "fefet"})
  void aNewTargetLintsClean(String like) throws IOException {
    Outcome created = run(new TargetRequest.New("mine", like));
    Path file = file("new.pnn", created.text());
    Outcome lint = run(new TargetRequest.Lint(file));
    assertThat(warnings).isEmpty();
    assertThat(lint.text()).contains(": 1 target, 0 devices and technologies; 0 values");
    assertThat(show(file + "#mine", Map.of()).text()).startsWith("target mine : std.");
  }

  @Test
  void lintWarnsOfNumbersWithoutSource() throws IOException {
    Path file = file("d.pnn", "device d : std.device.via_rom { read = 0.3 V }\n");
    Outcome lint = run(new TargetRequest.Lint(file));
    assertThat(warnings).extracting(d -> d.code().id()).containsExactly("PNN4025");
    assertThat(lint.summary().get("warnings").getAsInt()).isEqualTo(1);
  }

  @Test
  void lintCountsInWords() throws IOException {
    Path one = file("d.pnn", "device d : std.device.via_rom { read = 0.3 V }\n");
    assertThat(run(new TargetRequest.Lint(one)).text())
        .isEqualTo(one + ": 0 targets, 1 device or technology; 1 value without a source\n");
  }

  @Test
  void lintSaysThatThereIsNothingToLookAt() throws IOException {
    Path none = file("f.pnn", "fn f(x: T[..S]) -> T[..S] = x\n");
    Outcome lint = run(new TargetRequest.Lint(none));
    assertThat(lint.text()).isEqualTo("no hardware in " + none + "\n");
    assertThat(lint.status()).isEqualTo(ExitStatus.OK);
    Path schema = file("s.pnn", "schema s { a: bit }\n");
    assertThat(run(new TargetRequest.Lint(schema)).text()).startsWith(schema + ": 0 targets, ");
  }

  @Test
  void lintReportsEveryError() throws IOException {
    Path file = file("d.pnn", "device d : std.device.via_rom { read = 0.3 A; levls = 3 }\n");
    assertThatThrownBy(() -> run(new TargetRequest.Lint(file)))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics())
                    .extracting(d -> d.code().id())
                    .contains("PNN2402", "PNN4013"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crosbar", "std.device.nothing", "absent.pnn#x", "\0#x"})
  void whatIsNotThereIsSaid(String name) {
    assertThatThrownBy(() -> show(name, Map.of())).isInstanceOf(DiagnosedException.class);
  }

  private Diagnostic refusal(String name) {
    return catchThrowableOfType(DiagnosedException.class, () -> show(name, Map.of()))
        .diagnostics()
        .get(0);
  }

  @Test
  void aNameOnTheCommandLineIsNoFaultOfTheLibrary() {
    Diagnostic fault = refusal("crosbar");
    assertThat(fault.code().id()).isEqualTo("PNN4010");
    assertThat(fault.place()).isEmpty();
    assertThat(fault.help()).containsExactly("did you mean `crossbar`?");
  }

  @Test
  void aFileWithoutTheTargetListsTheTargetsThatItHas() throws IOException {
    Path file =
        file(
            "t.pnn",
            """
            device cell : std.device.via_rom { levels = 2 bit source "a" }
            target small : std.crossbar { technology = std.tech.rom130; cell = cell }
            """);
    Diagnostic fault = refusal(file + "#nothing");
    assertThat(fault.place()).contains(new Place.WholeFile(file.toString()));
    assertThat(fault.help()).containsExactly("there are: small");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileIsNoTargetButHasSome(boolean hasTargets) throws IOException {
    String device = "device cell : std.device.via_rom { levels = 2 bit source \"a\" }\n";
    String target = "target %s : std.crossbar { technology = std.tech.rom130; cell = cell }\n";
    String targets = target.formatted("small") + target.formatted("big");
    Path file = file("t.pnn", device + (hasTargets ? targets : ""));
    Diagnostic fault = refusal(file.toString());
    assertThat(fault.message()).isEqualTo("there is no target called `%s`".formatted(file));
    assertThat(fault.help())
        .containsExactly(
            hasTargets
                ? "it is a file: name the target in it: `%1$s#small`, `%1$s#big`".formatted(file)
                : "it is a file, and there is no target in it");
    assertThatThrownBy(() -> new HardwareReader(new Diagnostics()).find(file.toString(), Map.of()))
        .isInstanceOfSatisfying(
            DiagnosedException.class, e -> assertThat(e.diagnostics()).containsExactly(fault));
  }

  @Test
  void aReadyMadeTargetIsNoFileToLint() {
    DiagnosedException refused =
        catchThrowableOfType(
            DiagnosedException.class, () -> run(new TargetRequest.Lint(Path.of("crossbar"))));
    assertThat(refused.diagnostics().get(0).help())
        .containsExactly(
            "`target lint` takes a file; `pnnc target show crossbar` shows the ready-made target");
  }

  @Test
  void aTargetNeedsAName() {
    assertThatThrownBy(() -> run(new TargetRequest.New("3 {", "crossbar")))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("no name for a target");
  }
}

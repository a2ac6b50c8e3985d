package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Severity;
import pnnc.base.units.Micrometres;
import pnnc.frontend.testing.Golden;

/** The hardware of the standard library. */
class StandardHardwareTest {
  static List<String> files() {
    return Program.STANDARD_FILES;
  }

  @ParameterizedTest
  @MethodSource("files")
  void lintsClean(String file) {
    Program program = Program.of(Program.standardText(file));
    assertThat(Golden.render(program.lint())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossbar", "reram", "mzi", "glass", "fefet"})
  void readyMadeTargetsAreComplete(String name) {
    Program program = Program.of("");
    ResolvedTarget target = program.hardware().target("std.target." + name, Map.of()).orElseThrow();
    assertThat(program.faults()).isEmpty();
    assertThat(target.hardware().schema()).get().asString().startsWith("std.");
    assertThat(target.fields().hardware("technology").fields().values()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossbar", "reram", "mzi", "glass", "fefet"})
  void settingsMakeTheSameTargetAgain(String name) {
    Program program = Program.of("");
    Map<String, String> settings =
        program.hardware().target("std.target." + name, Map.of()).orElseThrow().settings();
    ResolvedTarget again = program.hardware().target("std.target." + name, settings).orElseThrow();
    assertThat(Golden.render(program.faults())).isEmpty();
    assertThat(again.settings()).isEqualTo(settings).hasSizeGreaterThan(15);
  }

  @Test
  void rom130HasWhatALayoutNeeds() {
    Program program = Program.of(Program.standardText("std/tech/rom130"));
    Fields rom = program.hardware().parts().get("rom130").fields();
    assertThat(rom.quantity("layer.met1.thickness", Micrometres.UNIT))
        .isEqualTo(new Micrometres(0.36));
    assertThat(rom.number("layer.met1.sheet", "ohm/sq")).isEqualTo(0.125);
    assertThat(rom.number("layer.met1.sheet_slow", "ohm/sq")).isEqualTo(0.145);
    assertThat(rom.whole("layer.met2.number", "")).isEqualTo(69);
    assertThat(rom.number("via.via.resistance", "ohm")).isEqualTo(4.5);
    assertThat(rom.symbol("via.via.lower")).isEqualTo("met1");
    assertThat(rom.get("layer.met1.sheet").provenance()).isPresent();
    assertThat(((DataValue.Quantity) rom.get("layer.met1.sheet").value()).measured().tolerance())
        .isPresent();
    for (int metal = 1; metal <= 5; metal++) {
      Fields layer = rom.entries("layer").get("met" + metal);
      assertThat(List.of("bottom", "thickness", "sheet", "sheet_slow", "width", "space", "area"))
          .allMatch(layer::has);
    }
    assertThat(rom.entries("via").keySet())
        .containsExactly("licon", "licon_diff", "licon_tap", "mcon", "via", "via2", "via3", "via4");
  }

  @Test
  void anotherProcessChangesOnlyWhatItSays() {
    Program program =
        Program.of(
            """
            use std.tech.rom130.{rom130}
            technology mine : rom130 {
              layer met1 { thickness = 0.5 um source "measured" }
            }
            """);
    Fields mine = program.hardware().parts().get("mine").fields();
    assertThat(program.faults()).isEmpty();
    assertThat(mine.number("layer.met1.thickness", "nm")).isEqualTo(500);
    assertThat(mine.number("layer.met1.width", "um")).isEqualTo(0.14);
    assertThat(mine.number("layer.met2.thickness", "um")).isEqualTo(0.36);
  }

  @Test
  void everyNumberOfTheLibraryHasASourceInTheResolvedTree() {
    ResolvedTarget target =
        Program.of("").hardware().target("std.target.crossbar", Map.of()).orElseThrow();
    Map<String, Resolved> numbers = new TreeMap<>();
    target
        .fields()
        .walk(
            (path, field) -> {
              if (Lint.isNumber(field.value())) {
                numbers.put(path, field);
              }
            });
    assertThat(numbers).hasSizeGreaterThan(200);
    assertThat(numbers.values()).allMatch(f -> f.provenance().isPresent());
  }

  @Test
  void designedExamplesMeanWhatTheySay() {
    Program program = Program.of(GoodProgram.TEXT);
    program.check();
    assertThat(Golden.render(program.faults())).isEmpty();
    ResolvedTarget target = program.hardware().targets().get("xbar65");
    assertThat(target.fields().size("tile")).containsExactly(128L, 128L);
    assertThat(target.fields().whole("cell.levels", "bit")).isEqualTo(6);
    assertThat(target.fields().range("cell.g").to().nominal().toString()).isEqualTo("120 uS");
    assertThat(target.fields().number("cell.pitch.word", "um")).isEqualTo(2);
    assertThat(target.fields().symbol("adc.range")).isEqualTo("calibrated");
    assertThat(target.fields().get("adc.range").isDefault()).isTrue();
    assertThat(target.limits()).hasSize(3);
    assertThat(target.limits().get(1).rate().orElseThrow()).hasToString("10 kHz");
    assertThat(target.preferences()).containsExactly("latency", "area");
    assertThat(program.lint()).allMatch(d -> d.severity() == Severity.WARNING).hasSize(3);
  }

  @Test
  void checksOfDesignedExamplesAreComplete() {
    Program program = Program.of(GoodProgram.TEXT);
    ResolvedCheck check = program.hardware().checks().get(0);
    assertThat(check.requirements()).hasSize(3);
    assertThat(check.requirements().get(0).confidence().orElseThrow()).hasToString("0.95");
    assertThat(check.requirements().get(1).output()).contains("output");
    assertThat(check.requirements().get(2).isEachLayer()).isTrue();
    assertThat(check.faults()).isEqualTo(20);
    ResolvedCheck.Corner worn = check.corners().get(0);
    assertThat(worn.draws()).isEqualTo(64);
    assertThat(worn.variations().stream().map(ResolvedCheck.Variation::path))
        .containsExactly("cell.prog_sigma", "cell.stuck", "technology.temperature");
    ResolvedCheck.DataSource inputs = check.inputs().orElseThrow();
    assertThat(inputs.array()).contains("x");
    assertThat(inputs.to()).contains(2000L);
  }

  @Test
  void placementsTakeWhatTheyName() {
    Program program = Program.of(GoodProgram.TEXT);
    ResolvedPlacement placement = program.hardware().placements().get(0);
    assertThat(placement.rule(operator("fc1", "linear")).orElseThrow().target()).isPresent();
    assertThat(placement.rule(operator("out", "softmax")).orElseThrow().target()).isEmpty();
    assertThat(placement.rule(operator("act", "relu"))).isEmpty();
  }

  private static PathMatcher.Operator operator(String path, String kind) {
    return new PathMatcher.Operator(path, kind, List.of());
  }
}

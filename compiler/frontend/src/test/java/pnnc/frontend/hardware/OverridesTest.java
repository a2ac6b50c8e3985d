package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.testing.Golden;

class OverridesTest {
  private static ResolvedTarget with(Program program, String path, String value) {
    return program.hardware().target("std.target.crossbar", Map.of(path, value)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "adc.width, 6bit, 6 bit",
    "adc.width, 6 bit, 6 bit",
    "adc.rate, 0.1 GS/s, 100 MS/s",
    "tile, 64 x 32, 64 x 32",
    "sign, offset, offset",
    "compensate, false, false",
    "cell.levels, 2 bit + 1 bit, 3 bit",
    "cell.pitch.word, 1.5 um +- 2 %, 1.5 um +- 0.03 um",
    "technology.layer.met1.thickness, 500 nm, 0.5 um",
    "cell, std.device.sky130_reram, std.device.sky130_reram"
  })
  void setsOneField(String path, String value, String setting) {
    Program program = Program.of("");
    ResolvedTarget target = with(program, path, value);
    assertThat(Golden.render(program.faults())).isEmpty();
    assertThat(target.settings()).containsEntry(path, setting);
    assertThat(target.fields().has("adc.rate")).isTrue();
    assertThat(target.fields().has("cell.prog_sigma")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "adc.width, 6, PNN2403",
    "adc.width, 60 bit, PNN4017",
    "adc.widht, 6 bit, PNN4013",
    "nothing.at.all, 6 bit, PNN4013",
    "adc.width, 6 bits, PNN2401",
    "adc.width, f(3), PNN4019",
    "cell, std.device.hfo, PNN4010",
    "adc.width, 6 bit; rate = 3 MS/s, PNN4026",
    "adc.width, 6 bit + 2 nm, PNN2404"
  })
  void isCheckedAsInAFile(String path, String value, String code) {
    Program program = Program.of("");
    with(program, path, value);
    assertThat(program.faults()).hasSize(1);
    Diagnostic fault = program.faults().get(0);
    assertThat(fault.code().id()).isEqualTo(code);
    assertThat(fault.place().orElseThrow().describe()).startsWith("option -D");
  }

  @Test
  void pointsIntoTheOption() {
    Program program = Program.of("");
    with(program, "adc.width", "60 bit");
    Place.TextSpan place = (Place.TextSpan) program.faults().get(0).place().orElseThrow();
    assertThat(place).isEqualTo(new Place.TextSpan("option -D", 1, 11, 6, "adc.width=60 bit"));
  }

  @Test
  void textThatClosesTheValueChangesNothingElse() {
    Program program = Program.of("");
    with(program, "adc.width", "6 bit }\ndevice e { q = 3");
    assertThat(program.faults()).extracting(d -> d.code().id()).containsExactly("PNN4026");
  }
}

package pnnc.driver.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticText;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Paint;

/** Which network of a program is meant. */
class ProgramModelTest {
  private static final String TWO =
      """
      net Encoder(x: f32[N, 4]) -> f32[N, 4] { relu(x) }
      net Decoder(x: f32[N, 4]) -> f32[N, 4] { x }
      """;

  @TempDir Path folder;

  private String refusal(String text, Optional<String> name, Map<String, Long> sizes)
      throws IOException {
    Path file = Files.writeString(folder.resolve("two.pnn"), text);
    DiagnosedException refused =
        catchThrowableOfType(
            DiagnosedException.class,
            () -> new ProgramModel(file, name).read(new Diagnostics(), sizes));
    DiagnosticText words = new DiagnosticText(new Paint(false), 100);
    return words
        .render(refused.diagnostics().get(0))
        .replace(folder.toString() + folder.getFileSystem().getSeparator(), "");
  }

  @Test
  void aNetworkThatIsNotThere() throws IOException {
    assertThat(refusal(TWO, Optional.of("Encodr"), Map.of()))
        .isEqualTo(
            """
            error[PNN2120]: there is no network called `Encodr` in two.pnn
              --> two.pnn
               = help: did you mean `Encoder`?
               = help: there: Encoder, Decoder
            """);
  }

  @Test
  void oneOfSeveral() throws IOException {
    assertThat(refusal(TWO, Optional.empty(), Map.of()))
        .isEqualTo(
            """
            error[PNN2121]: two.pnn has 2 networks: Encoder, Decoder
              --> two.pnn
               = help: say which: `two.pnn#Encoder`
            """);
  }

  @Test
  void aProgramWithoutNetworks() throws IOException {
    assertThat(refusal("fn f(x: T[..S]) -> T[..S] = x\n", Optional.empty(), Map.of()))
        .isEqualTo(
            """
            error[PNN2126]: there is no network in two.pnn
              --> two.pnn
            """);
  }

  @Test
  void aProgramOfHardwareAlone() throws IOException {
    String text =
        """
        device cell : std.device.via_rom { levels = 2 bit source "a" }
        target small : std.crossbar { technology = std.tech.rom130; cell = cell }
        """;
    assertThat(refusal(text, Optional.empty(), Map.of()))
        .isEqualTo(
            """
            error[PNN2126]: there is no network in two.pnn
              --> two.pnn
               = help: there is hardware: `pnnc target show two.pnn#small` or `pnnc target lint two.pnn`
            """);
  }

  @Test
  void twoOfOneName() throws IOException {
    String text = "net A(x: f32[4]) -> f32[4] { x }\nnet A(x: f32[5]) -> f32[5] { x }\n";
    for (Optional<String> name : List.of(Optional.<String>empty(), Optional.of("A"))) {
      assertThat(refusal(text, name, Map.of()))
          .isEqualTo(
              """
              error[PNN2002]: `A` is declared twice
                --> two.pnn:2:5
               1 | net A(x: f32[4]) -> f32[4] { x }
                 |     - first declared here
               2 | net A(x: f32[5]) -> f32[5] { x }
                 |     ^
              """);
    }
  }

  @Test
  void hardwareBesideTheNetwork() throws IOException {
    String text =
        """
        net Same(x: f32[N, 4]) -> f32[N, 4] { x }
        target chip : std.crossbar {
          technology = std.tech.rom130
          cell = std.device.via_rom
          tile = 3 dB
        }
        """;
    assertThat(refusal(text, Optional.empty(), Map.of()))
        .startsWith("error[PNN2402]: expected a number, found 3 dB")
        .contains("--> two.pnn:5:10");
  }

  @Test
  void wishesThatNobodyFollows() throws IOException {
    String text =
        """
        net Same(x: f32[N, 4]) -> f32[N, 4] { relu(x) }
        net Other(x: f32[N, 4]) -> f32[N, 4] { relu(x) }
        target chip : std.crossbar {
          technology = std.tech.rom130
          cell = std.device.via_rom
        }
        place Same { relu on host }
        check "as good" for Same on chip {
          reference = onnx("same.onnx")
          inputs = npz("test.npz")["x"]
          require top1_agreement >= 99 % confidence 95 %
        }
        """;
    Path file = Files.writeString(folder.resolve("wishes.pnn"), text);
    Diagnostics ofSame = new Diagnostics();
    new ProgramModel(file, Optional.of("Same")).read(ofSame, Map.of());
    assertThat(ofSame.all())
        .extracting(d -> d.code() + " " + d.message() + " " + d.place().orElseThrow().describe())
        .containsExactly(
            "NOT_CARRIED_OUT the placement of `Same` is looked at for faults, but not carried out "
                + file
                + ":7:7",
            "NOT_CARRIED_OUT the check \"as good\" is looked at for faults, but not carried out "
                + file
                + ":8:7");
    Diagnostics ofOther = new Diagnostics();
    new ProgramModel(file, Optional.of("Other")).read(ofOther, Map.of());
    assertThat(ofOther.all()).isEmpty();
  }

  @Test
  void aSizeThatIsNotThere() throws IOException {
    assertThat(refusal(TWO, Optional.of("Encoder"), Map.of("n", 2L)))
        .isEqualTo(
            """
            error[PNN3014]: the model has no dimension called `n`
              --> two.pnn:1:5
             1 | net Encoder(x: f32[N, 4]) -> f32[N, 4] { relu(x) }
               |     ^^^^^^^
               = help: did you mean `N`?
            """);
  }
}

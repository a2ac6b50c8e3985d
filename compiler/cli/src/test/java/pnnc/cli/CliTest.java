package pnnc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.cli.report.Console;
import pnnc.cli.report.Output;
import pnnc.driver.CompileRequest;
import pnnc.driver.Corner;
import pnnc.driver.FormatRequest;
import pnnc.driver.ImportRequest;
import pnnc.driver.InspectRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;
import pnnc.driver.RenderRequest;
import pnnc.driver.Settings;
import pnnc.driver.SimRequest;
import pnnc.driver.StandardRequest;
import pnnc.driver.TargetRequest;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;
import pnnc.driver.data.DataOrder;
import pnnc.driver.data.Labels;
import pnnc.driver.data.Normalization;

class CliTest {
  private final FakeDriver driver = new FakeDriver();
  private final Terminal terminal = new Terminal();

  @TempDir Path folder;

  private ExitStatus pnnc(String line) {
    return terminal.run(driver, folder, line.split(" ", -1));
  }

  @Test
  void compileHandsOverEveryOption() {
    pnnc(
        "compile m.onnx -t xbar -o dir -D adc.width=6bit -D cell=x=y --only fc* --layout gds"
            + " --no-verify --data d.npz --labels l.npy --normalize 0.5,0.25 --data-order hwc");
    assertThat(driver.requests)
        .containsExactly(
            new CompileRequest(
                Path.of("m.onnx"),
                "xbar",
                new TreeMap<>(Map.of("adc.width", "6bit", "cell", "x=y")),
                Path.of("dir"),
                Optional.of(
                    DataOptions.of(Path.of("d.npz"))
                        .with(new Labels.Beside(Path.of("l.npy")))
                        .with(new Normalization(List.of(0.5), List.of(0.25)))
                        .with(DataOrder.HWC)),
                List.of("fc*"),
                LayoutFormat.GDS,
                false));
  }

  @Test
  void compileNeedsNoOptions() {
    pnnc("compile m.onnx");
    assertThat(driver.requests)
        .containsExactly(CompileRequest.of(Path.of("m.onnx"), Path.of("out")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-j 3 --seed -4 --dim N=8 --dim T=2 --cache c inspect m.onnx",
        "inspect -j 3 --seed -4 --dim N=8 --dim T=2 --cache c m.onnx",
        "inspect m.onnx -j3 --seed=-4 --dim=N=8 --dim T=2 --cache=c",
        "-j 9 inspect m.onnx -j 3 --seed -4 --dim N=8 --dim T=2 --cache c"
      })
  void globalOptionsStandBeforeAndAfterTheCommand(String line) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.OK);
    assertThat(driver.requests).containsExactly(new InspectRequest(Path.of("m.onnx")));
    assertThat(driver.sessions.get(0).settings())
        .isEqualTo(
            new Settings(
                3, -4, new TreeMap<>(Map.of("N", 8L, "T", 2L)), Optional.of(Path.of("c"))));
  }

  @Test
  void aCacheIsSaidToHaveNoEffectYet() {
    assertThat(pnnc("inspect m.onnx --cache c")).isEqualTo(ExitStatus.OK);
    assertThat(terminal.err()).startsWith("warning[PNN0002]: --cache comes with the backends");
  }

  @Test
  void theTimeOfOneRunHasALimit() {
    pnnc("inspect m.onnx");
    pnnc("inspect m.onnx --run-limit 5");
    assertThat(driver.sessions)
        .extracting(session -> session.settings().runLimit())
        .containsExactly(Duration.ofMinutes(10), Duration.ofSeconds(5));
  }

  @Test
  void importGoesToStandardOutputOrAFile() {
    pnnc("import m.onnx");
    assertThat(terminal.out()).isEqualTo("text\ndone\n");
    pnnc("import m.onnx -o m.pnnir");
    pnnc("import m.onnx --format pnnir");
    Optional<Path> output = Optional.of(Path.of("m.pnnir"));
    Optional<ImportRequest.Format> format = Optional.of(ImportRequest.Format.PNNIR);
    assertThat(driver.requests)
        .contains(new ImportRequest(Path.of("m.onnx"), output, Optional.empty()))
        .contains(new ImportRequest(Path.of("m.onnx"), Optional.empty(), format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "complie m.onnx              | no command `complie`       | did you mean `compile`?",
        "xyzzy                       | no command `xyzzy`         | `pnnc help` lists",
        "inspect --sede 3 m.onnx     | no option `--sede`         | did you mean `--seed`?",
        "--sede=3 inspect m.onnx     | no option `--sede`         | did you mean `--seed`?",
        "inspect m.onnx -Z           | no option `-Z`             | `pnnc help` lists",
        "inspect                     | FILE is missing            | usage: pnnc inspect",
        "inspect a.onnx b.onnx       | `b.onnx` is one argument   | usage: pnnc inspect",
        "compile m.onnx --layout gsd | expected oas or gds        | did you mean `gds`?",
        "inspect m.onnx --seed       | --seed: its value          | ''",
        "inspect m.onnx --seed 1.5   | --seed 1.5: expected a     | ''",
        "inspect m.onnx -j 0         | --jobs 0: expected a whole | ''",
        "inspect m.onnx --run-limit 0| --run-limit 0: expected a  | ''",
        "inspect m --dim N=8 --dim N=9 | one is given several       | ''",
        "inspect m.onnx -v -q        | more and for less at once  | ''",
        "fmt                         | FILE is missing            | usage: pnnc fmt",
        "fmt a.pnn -                 | stands alone               | usage: pnnc fmt",
        "fmt --chek a.pnn            | no option `--chek`         | did you mean `--check`?",
        "std a b                     | `b` is one argument too    | usage: pnnc std",
        "verify                      | DIR is missing             | usage: pnnc verify",
        "verify out --samples 0      | --samples 0: expected a w  | ''",
        "verify out --samples 9 --data d | with --data there are  | ''",
        "version now                 | `now` is one argument too  | usage: pnnc version",
        "compile m.onnx --output=    | a path is missing          | ''",
        "inspect m.onnx --dim N      | --dim N: expected NAME=SI  | ''",
        "inspect m.onnx --dim N=-1   | --dim N -1: expected a wh  | ''",
        "inspect m.onnx --engine x   | expected local or spark    | ''",
        "compile m --data-order hwc  | --data, which is missing   | ''",
        "compile m --labels l.csv    | --data, which is missing   | ''",
        "explain PNN302O             | no diagnostic `PNN302O`    | did you mean `PNN302",
        "completion tcsh             | which shell?               | usage: pnnc completion",
        "''                          | no command ``              | `pnnc help` lists"
      })
  void mistakesAreUsageErrors(String line, String message, String help) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.USAGE);
    assertThat(terminal.err()).startsWith("error[PNN0001]: ").contains(message).contains(help);
    assertThat(terminal.out()).isEmpty();
    assertThat(driver.requests).isEmpty();
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(terminal.run(driver, folder)).isEqualTo(ExitStatus.USAGE);
    assertThat(terminal.err()).contains("which command?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate --params 5",
        "explore",
        "report",
        "view",
        "diff a b",
        "export",
        "view --help",
        "--engine spark:local inspect m.onnx"
      })
  void whatComesLaterSaysSo(String line) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.UNSUPPORTED);
    assertThat(terminal.err()).startsWith("error[PNN0002]: ").contains(" comes with the ");
  }

  @Test
  void verifyHandsOverEveryOption() {
    pnnc("verify out");
    pnnc("verify out --samples 12 --model m.onnx");
    pnnc("verify out --data d.npz --labels l.npy --normalize 0.5,0.25 --data-order hwc");
    pnnc("verify out --chips 20 --corner slow");
    Path out = Path.of("out");
    assertThat(driver.requests)
        .containsExactly(
            VerifyRequest.of(out),
            new VerifyRequest(
                out, Optional.of(Path.of("m.onnx")), Optional.empty(), OptionalInt.of(12)),
            VerifyRequest.of(out)
                .with(
                    DataOptions.of(Path.of("d.npz"))
                        .with(new Labels.Beside(Path.of("l.npy")))
                        .with(new Normalization(List.of(0.5), List.of(0.25)))
                        .with(DataOrder.HWC)),
            VerifyRequest.of(out).onChips(20).at(Corner.SLOW));
  }

  @Test
  void simHandsOverEveryOption() {
    pnnc("sim out -i x.npz -o y.npz");
    pnnc("sim out --input x.csv --labels last --normalize 0.5,0.25 --output y.NPZ --tap fc1");
    Path out = Path.of("out");
    assertThat(driver.requests)
        .containsExactly(
            new SimRequest(
                out, DataOptions.of(Path.of("x.npz")), Path.of("y.npz"), Optional.empty()),
            new SimRequest(
                out,
                DataOptions.of(Path.of("x.csv"))
                    .with(Labels.parse("last"))
                    .with(new Normalization(List.of(0.5), List.of(0.25))),
                Path.of("y.NPZ"),
                Optional.of("fc1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sim out -o y.npz            | -i FILE is missing",
        "sim out -i x.npz            | -o FILE is missing",
        "sim out -i x.npz -o y.csv   | --output y.csv: expected a name that ends in .npz",
        "sim out -o y.npz --labels l | say how to read --input, which is missing",
        "sim -i x.npz -o y.npz       | DIR is missing"
      })
  void simNeedsWhatItReadsAndWrites(String line, String message) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.USAGE);
    assertThat(terminal.err()).contains(message);
  }

  @Test
  void targetAsksTheDriver() {
    assertThat(pnnc("target show crossbar -D adc.width=6bit")).isEqualTo(ExitStatus.OK);
    assertThat(pnnc("target new mine -t mzi")).isEqualTo(ExitStatus.OK);
    assertThat(pnnc("target list")).isEqualTo(ExitStatus.OK);
    assertThat(driver.requests)
        .containsExactly(
            new TargetRequest.Show("crossbar", new TreeMap<>(Map.of("adc.width", "6bit"))),
            new TargetRequest.New("mine", "mzi"),
            new TargetRequest.List());
  }

  @Test
  void renderAsksTheDriver() {
    pnnc("render a.gds -o a.PNG");
    pnnc(
        "render out -o a.svg --cell TOP --depth 2 --window -1,0,2.5,3 --size 64"
            + " --layers 68/20,69/20 --technology std.tech.rom130");
    assertThat(driver.requests)
        .containsExactly(
            RenderRequest.of(Path.of("a.gds"), Path.of("a.PNG")),
            new RenderRequest(
                Path.of("out"),
                Path.of("a.svg"),
                Optional.of("TOP"),
                OptionalInt.of(2),
                Optional.of(new RenderRequest.Window(-1, 0, 2.5, 3)),
                64,
                List.of(
                    new RenderRequest.LayerNumber(68, 20), new RenderRequest.LayerNumber(69, 20)),
                Optional.of("std.tech.rom130")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "render                             | is missing",
        "render a.gds                       | -o FILE is missing",
        "render a.gds -o a.jpg              | ends in .svg or .png",
        "render a.gds -o a.png --size 5     | --size 5: expected a whole number from 16 to 4096",
        "render a.gds -o a.png --depth -1   | --depth -1: expected a whole number",
        "render a.gds -o a.png --window 1,2 | expected X0,Y0,X1,Y1",
        "render a.gds -o a.png --window 1,1,1,2 | X0 < X1",
        "render a.gds -o a.png --layers 68  | --layers 68: expected LAYER/TYPE"
      })
  void pictureThatMakesNoSenseIsUsage(String line, String message) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.USAGE);
    assertThat(terminal.err()).contains(message);
    assertThat(driver.requests).isEmpty();
  }

  @Test
  void fmtAndStdAskTheDriver() {
    pnnc("fmt a.pnn folder");
    pnnc("fmt --check a.pnn");
    pnnc("fmt - --check");
    pnnc("std");
    pnnc("std linear --source");
    assertThat(driver.requests)
        .containsExactly(
            new FormatRequest.Files(List.of(Path.of("a.pnn"), Path.of("folder")), false),
            new FormatRequest.Files(List.of(Path.of("a.pnn")), true),
            new FormatRequest.Stream(System.in, true),
            new StandardRequest(Optional.empty(), false),
            new StandardRequest(Optional.of("linear"), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"target", "target shwo x", "target show", "target list x", "target new"})
  void targetNeedsAnActionAndItsOperand(String line) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.USAGE);
    assertThat(driver.requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--help, global options",
    "help, global options",
    "compile --help, --no-verify",
    "help compile, --no-verify",
    "inspect m.onnx -h, pnnc inspect [options] FILE"
  })
  void helpIsAResult(String line, String expected) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.OK);
    assertThat(terminal.out()).contains(expected);
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "inspect --version"})
  void versionNamesItsParts(String line) {
    assertThat(pnnc(line)).isEqualTo(ExitStatus.OK);
    assertThat(terminal.out())
        .matches("pnnc \\d+\\.\\d+\\.\\S+\nJava .+\nONNX Runtime \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void explainKnowsEveryCode() {
    for (DiagnosticCode code : DiagnosticCode.values()) {
      assertThat(pnnc("explain " + code.id())).isEqualTo(ExitStatus.OK);
    }
    assertThat(terminal.out()).contains("PNN3010: external data path").doesNotContain("%s");
    assertThat(pnnc("explain")).isEqualTo(ExitStatus.OK);
    assertThat(terminal.out()).contains("PNN9001  internal error: …\n");
  }

  @Test
  void anInputErrorIsRenderedAndSetsTheStatus() {
    driver.action =
        session -> {
          throw new DiagnosedException(DiagnosticCode.RUNTIME_UNAVAILABLE.error("no disk"));
        };
    assertThat(pnnc("inspect m.onnx")).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(terminal.err())
        .isEqualTo("error[PNN7003]: ONNX Runtime is not available here: no disk\n");
  }

  @Test
  void aVerdictSetsTheStatus() {
    driver.action = s -> new Outcome(ExitStatus.NOT_EQUIVALENT, "no\n", new JsonObject());
    assertThat(pnnc("compile m.onnx")).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    assertThat(terminal.out()).isEqualTo("no\n");
  }

  @Test
  void ourOwnFaultLeavesAFileAndNoStackTrace() throws IOException {
    driver.action =
        session -> {
          throw new CompilerBug("fold-constants", "lost a node");
        };
    assertThat(pnnc("inspect secret.onnx --seed 7")).isEqualTo(ExitStatus.INTERNAL);
    assertThat(terminal.err())
        .startsWith("error[PNN9001]: internal error: CompilerBug: fold-constants: lost a node\n")
        .contains("= help: details are in ")
        .doesNotContain("\tat ");
    try (var files = Files.list(folder)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .content()
                      .contains("command: pnnc inspect secret.onnx --seed 7")
                      .contains("\tat pnnc.cli."));
    }
  }

  @Test
  void tooLittleMemoryIsNoFaultOfOurs() {
    driver.action =
        session -> {
          throw new OutOfMemoryError("heap");
        };
    assertThat(pnnc("inspect m.onnx")).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(terminal.err()).contains("PNN7004").contains("PNNC_JAVA_OPTS=-Xmx");
  }

  @Test
  void anInterruptedRunSaysNothing() {
    driver.action =
        session -> {
          throw new CancellationException();
        };
    assertThat(pnnc("inspect m.onnx")).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Broken pipe, OK, ''",
    "No space left on device, ENVIRONMENT, cannot write standard output"
  })
  void onlyAReaderThatLeftIsNoError(String failure, ExitStatus status, String message) {
    Console console =
        new Console(
            new Output(new BrokenStream(failure)),
            terminal.console(false).err(),
            false,
            false,
            80,
            () -> 0);
    assertThat(new Cli(driver, console, List.of(folder)).run("explain")).isEqualTo(status);
    assertThat(terminal.err()).contains(message);
    assertThat(terminal.err().isEmpty()).isEqualTo(status == ExitStatus.OK);
  }

  private static final class BrokenStream extends OutputStream {
    private final String failure;

    BrokenStream(String failure) {
      this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(failure);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--message-format json inspect m.onnx",
        "inspect m.onnx --message-format=json",
        "inspect --message-format json --nonsense"
      })
  void jsonIsSpokenThroughout(String line) {
    driver.action =
        session -> {
          throw new DiagnosedException(DiagnosticCode.USAGE.error("no"));
        };
    assertThat(pnnc(line)).isEqualTo(ExitStatus.USAGE);
    JsonObject json = JsonParser.parseString(terminal.err()).getAsJsonObject();
    assertThat(json.get("schema").getAsInt()).isEqualTo(1);
    assertThat(json.get("kind").getAsString()).isEqualTo("diagnostic");
    assertThat(json.get("code").getAsString()).isEqualTo("PNN0001");
  }

  @Test
  void colorsAreForThoseWhoWantThem() {
    driver.action =
        session -> {
          throw new DiagnosedException(DiagnosticCode.USAGE.error("no"));
        };
    pnnc("inspect m.onnx --color never");
    assertThat(terminal.err()).doesNotContain("\u001b");
    pnnc("inspect m.onnx --color always");
    assertThat(terminal.err()).contains("\u001b[1;31merror[PNN0001]\u001b[0m");
  }
}

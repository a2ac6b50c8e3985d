package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.report.JsonText;
import pnnc.driver.testing.Heard;
import pnnc.ir.network.NetworkParser;
import pnnc.passes.partition.Partitioned;

/** The whole road with a backend in little: model, blocks, bytes, netlist, verdict. */
class RoadTest {
  private static final String TEXT =
      """
      pnnir 1
      opset "" 17

      graph net(%%x: f32[1, 2, 5, 5]) -> (%%y: f32[1, 3]) {
        const %%k: f32[4, 2, 3, 3] = %s
        const %%w: f32[36, 3] = %s
        const %%b: f32[3] = [0.5, -0.25, 0.125]
        %%c = Conv(%%x, %%k)
        %%r = Relu(%%c)
        %%f = Flatten(%%r)
        %%m = MatMul(%%f, %%w)
        %%y = Add(%%m, %%b)
      }
      """;

  private static final Session SESSION = new Session(Settings.defaults(), Reporter.SILENT);

  @TempDir Path folder;

  /** Weights that repeat after {@code period} steps, in the shape's own brackets. */
  private static String numbers(int period, int... sizes) {
    int[] next = {0};
    return nested(period, next, sizes, 0);
  }

  private static String nested(int period, int[] next, int[] sizes, int axis) {
    if (axis == sizes.length) {
      return Float.toString((next[0]++ % period - period / 2) / (float) period);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < sizes[axis]; i++) {
      parts.add(nested(period, next, sizes, axis + 1));
    }
    return "[" + String.join(", ", parts) + "]";
  }

  private static String text(int period) {
    return TEXT.formatted(numbers(period, 4, 2, 3, 3), numbers(period + 2, 36, 3));
  }

  private CompileRequest request(int period, String name) {
    Path model = folder.resolve(name + ".onnx");
    OnnxFiles.write(NetworkParser.parse(name, text(period)), model);
    return new CompileRequest(
        model,
        "toy",
        new TreeMap<>(Map.of()),
        folder.resolve(name),
        Optional.empty(),
        List.of(),
        LayoutFormat.PREFERRED,
        true);
  }

  @Test
  void whatIsReadFromTheLayoutComputesTheNetwork() {
    Outcome outcome = new LocalDriver().compile(request(11, "net"), SESSION);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    var report = outcome.summary();
    assertThat(report.get("verdict").getAsString()).isEqualTo("equivalent");
    assertThat(report.getAsJsonObject("verify").get("source").getAsString()).isEqualTo("layout");
    assertThat(report.getAsJsonObject("verify").get("nrmse").getAsDouble()).isBetween(0.0, 0.01);
    assertThat(report.getAsJsonObject("physical").get("macShare").getAsDouble()).isEqualTo(1);
    assertThat(report.getAsJsonObject("physical").get("macShareIs").getAsString())
        .isEqualTo("exact");
    assertThat(report.getAsJsonObject("physical").get("blocks").getAsInt()).isEqualTo(2);
    assertThat(report.getAsJsonObject("physical").get("tiles").getAsInt()).isEqualTo(5);
    assertThat(report.getAsJsonObject("layout").getAsJsonArray("files")).hasSize(1);
  }

  @Test
  void aDeviceThatShrankInTheFileIsSeen() throws IOException {
    CompileRequest request = request(11, "net");
    new LocalDriver().compile(request, SESSION);
    assertThat(verify(request).verdict()).isEqualTo(Verified.EQUIVALENT);
    shrinkDevices(request.output().resolve("layout/top.toy"));
    assertThat(verify(request).verdict()).isNotEqualTo(Verified.EQUIVALENT);
  }

  @Test
  void aFileThatChangedIsNamedAndJudgedAsItIs() throws IOException {
    CompileRequest request = request(11, "net");
    new LocalDriver().compile(request, SESSION);
    Heard heard = new Heard();
    assertThat(verify(request, heard).verdict()).isEqualTo(Verified.EQUIVALENT);
    assertThat(heard.diagnostics()).isEmpty();
    Path layout = request.output().resolve("layout/top.toy");
    shrinkDevices(layout);
    Files.writeString(request.output().resolve("layout/more.toy"), "");
    assertThat(verify(request, heard).verdict()).isNotEqualTo(Verified.EQUIVALENT);
    assertThat(heard.diagnostics().stream().skip(2))
        .isNotEmpty()
        .extracting(Diagnostic::code)
        .containsOnly(
            DiagnosticCode.LINE_DEVIATES,
            DiagnosticCode.WEIGHT_DEVIATES,
            DiagnosticCode.DEVIATIONS_MORE);
    assertThat(heard.diagnostics().stream().limit(2))
        .allMatch(d -> d.code() == DiagnosticCode.BUNDLE_CHANGED)
        .extracting(Diagnostic::message)
        .containsExactly(
            layout + " is not as design.json says: its digest is another",
            layout.resolveSibling("more.toy")
                + " is not as design.json says: it is not listed there");
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    CompileRequest request = request(11, "net");
    new LocalDriver().compile(request, SESSION);
    Path layout = request.output().resolve("layout/top.toy");
    Files.delete(layout);
    assertThatThrownBy(() -> verify(request))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining(layout + ": it is missing; design.json lists it");
  }

  @Test
  void aDesignOfOtherBlocksThanTheHostCallsIsRefused() throws IOException {
    CompileRequest request = request(11, "net");
    new LocalDriver().compile(request, SESSION);
    DesignFile good = DesignFile.read(request.output());
    DesignFile bad =
        new DesignFile(
            good.schema(),
            good.pnnc(),
            good.model(),
            good.target(),
            good.settings(),
            good.given(),
            good.seed(),
            good.blocks().subList(0, 1),
            good.files());
    Files.writeString(request.output().resolve("design.json"), JsonText.pretty(bad));
    assertThatThrownBy(() -> verify(request))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("design.json")
        .hasMessageContaining("but host.onnx calls");
  }

  private static Verified verify(CompileRequest request) throws IOException {
    return verify(request, Reporter.SILENT);
  }

  private static Verified verify(CompileRequest request, Reporter reporter) throws IOException {
    Session session = new Session(SESSION.settings(), reporter);
    Road road = Road.to(request, session, Backends.installed());
    PhaseTimes times = new PhaseTimes();
    Original original = Original.read(request.model(), session, times);
    Partitioned cut = original.cut(road, session, times);
    SampleChoice choice = SampleChoice.of(request);
    return Verification.run(choice, session, request.output(), road, original, cut);
  }

  /** Halves the edges of the devices between 500 and 1000 nanometres in every second place. */
  static void shrinkDevices(Path layout) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(layout));
    boolean shrink = false;
    for (int at = 0; at + 20 <= bytes.limit(); at++) {
      int side = bytes.getInt(at + 12);
      boolean device =
          bytes.getInt(at) == 2 && side >= 500 && side <= 1000 && bytes.getInt(at + 16) == side;
      shrink = device ? !shrink : shrink;
      if (device && shrink) {
        bytes.putInt(at + 12, side / 2);
        bytes.putInt(at + 16, side / 2);
      }
    }
    Files.write(layout, bytes.array());
  }

  @Test
  void theDesignSaysNothingOfTheWeights() {
    CompileRequest one = request(11, "one");
    CompileRequest other = request(13, "other");
    new LocalDriver().compile(one, SESSION);
    new LocalDriver().compile(other, SESSION);
    DesignFile a = DesignFile.read(one.output());
    DesignFile b = DesignFile.read(other.output());
    assertThat(a.model()).isNotEqualTo(b.model());
    assertThat(sizes(a)).isEqualTo(sizes(b));
  }

  /** Everything in a design but the scale of each unit: names, sizes, ports. */
  private static List<String> sizes(DesignFile design) {
    List<String> all = new ArrayList<>();
    for (DesignFile.BlockEntry block : design.blocks()) {
      all.add(block.name() + block.linear());
      block
          .ports()
          .units()
          .forEach(
              u -> {
                all.add(u.unit() + u.drives());
                all.add(u.readouts().stream().map(r -> r.port() + r.output()).toList().toString());
                double scale = Math.abs(u.readouts().get(0).factor());
                assertThat(u.readouts()).allMatch(r -> Math.abs(r.factor()) == scale);
              });
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theSameInputsGiveTheSameBytesOnAnyNumberOfThreads(int count) throws IOException {
    CompileRequest request = request(11, "net");
    new LocalDriver().compile(request, SESSION);
    Path first = Files.move(request.output(), folder.resolve("first"));
    Settings threads = new Settings(count, 0, new TreeMap<>(Map.of()), Optional.empty());
    new LocalDriver().compile(request, new Session(threads, Reporter.SILENT));
    List<String> files = files(first);
    assertThat(files).contains("design.json", "host.onnx", "layout/top.toy", "report.json");
    assertThat(files(request.output())).isEqualTo(files);
    for (String file : files) {
      if (!file.equals("report.json")) {
        assertThat(Files.mismatch(first.resolve(file), request.output().resolve(file)))
            .as(file)
            .isEqualTo(-1);
      }
    }
    assertThat(untimed(request.output())).isEqualTo(untimed(first));
  }

  private static List<String> files(Path bundle) throws IOException {
    try (Stream<Path> all = Files.walk(bundle)) {
      return all.filter(Files::isRegularFile)
          .map(file -> bundle.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** The report without the only thing in it that differs between equal runs. */
  private static JsonObject untimed(Path bundle) throws IOException {
    String text = Files.readString(bundle.resolve("report.json"));
    JsonObject report = JsonParser.parseString(text).getAsJsonObject();
    assertThat(report.remove("timings")).as("timings").isNotNull();
    return report;
  }

  @Test
  void whatABackendRefusesStaysOnTheHost() throws IOException {
    String wide =
        """
        pnnir 1
        opset "" 17

        graph net(%%x: f32[1, 2]) -> (%%y: f32[1, 65]) {
          const %%w: f32[2, 65] = %s
          %%y = MatMul(%%x, %%w)
        }
        """
            .formatted(numbers(7, 2, 65));
    CompileRequest request = request(11, "wide");
    OnnxFiles.write(NetworkParser.parse("wide", wide), request.model());
    Outcome outcome = new LocalDriver().compile(request, SESSION);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(outcome.summary().getAsJsonObject("physical").get("blocks").getAsInt()).isZero();
  }

  @Test
  void nothingIsLeftBehindWhenTheCompilationFails() throws IOException {
    CompileRequest request = request(11, "net");
    Files.delete(request.model());
    assertThatThrownBy(() -> new LocalDriver().compile(request, SESSION))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics().get(0).code())
                    .isEqualTo(DiagnosticCode.FILE_UNREADABLE));
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFolderThatIsNoBundleIsNotOverwritten() throws IOException {
    CompileRequest request = request(11, "net");
    Files.createDirectories(request.output());
    Files.writeString(request.output().resolve("thesis.txt"), "do not lose");
    assertThatThrownBy(() -> new LocalDriver().compile(request, SESSION))
        .hasMessageContaining("not a bundle");
    assertThat(request.output().resolve("thesis.txt")).hasContent("do not lose");
  }

  @Test
  void aFolderWithADesignOfSomebodyElseIsNotOverwritten() throws IOException {
    CompileRequest request = request(11, "net");
    Files.createDirectories(request.output());
    Files.writeString(request.output().resolve("design.json"), "{\"mine\": 1}");
    Files.writeString(request.output().resolve("thesis.txt"), "do not lose");
    assertThatThrownBy(() -> new LocalDriver().compile(request, SESSION))
        .hasMessageContaining("not a bundle");
    assertThat(request.output().resolve("thesis.txt")).hasContent("do not lose");
  }

  @Test
  void aBundleToWhichSomebodyAddedAFileIsNotOverwritten() throws IOException {
    CompileRequest request = request(11, "net");
    new LocalDriver().compile(request, SESSION);
    new LocalDriver().compile(request, SESSION);
    Files.writeString(request.output().resolve("notes.txt"), "do not lose");
    assertThatThrownBy(() -> new LocalDriver().compile(request, SESSION))
        .hasMessageContaining("other files");
  }

  @Test
  void choosingLayersForTheHostIsAFaultOfUse() {
    CompileRequest good = request(11, "net");
    CompileRequest bad =
        new CompileRequest(
            good.model(),
            CompileRequest.HOST,
            good.overrides(),
            good.output(),
            good.data(),
            List.of("fc*"),
            good.layout(),
            good.verify());
    assertThatThrownBy(() -> new LocalDriver().compile(bad, SESSION))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code().exit()).isEqualTo(ExitStatus.USAGE))
        .hasMessageContaining("for the target `host` nothing does");
  }

  @Test
  void aFormatOfTheLayoutForTheHostIsAFaultOfUse() {
    CompileRequest good = request(11, "net");
    CompileRequest bad =
        new CompileRequest(
            good.model(),
            CompileRequest.HOST,
            good.overrides(),
            good.output(),
            good.data(),
            good.only(),
            LayoutFormat.GDS,
            good.verify());
    assertThatThrownBy(() -> new LocalDriver().compile(bad, SESSION))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("--layout chooses the format of a layout");
  }

  @Test
  void aFormatThatTheBackendDoesNotWriteIsRefused() {
    CompileRequest good = request(11, "net");
    CompileRequest bad =
        new CompileRequest(
            good.model(),
            good.target(),
            good.overrides(),
            good.output(),
            good.data(),
            good.only(),
            LayoutFormat.GDS,
            good.verify());
    assertThatThrownBy(() -> new LocalDriver().compile(bad, SESSION))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("the target `toy` writes no layout in GDSII");
    assertThat(good.output()).doesNotExist();
  }

  @Test
  void aFileOfAnotherKindIsNotCalledByTheNameOfItsEnding() throws IOException {
    Path file = Files.writeString(folder.resolve("net.pnnir"), "once upon a time");
    assertThatThrownBy(
            () ->
                new LocalDriver().compile(CompileRequest.of(file, folder.resolve("out")), SESSION))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.PNNIR_SYNTAX))
        .hasMessageContaining("expected `pnnir` and a version");
  }

  @Test
  void anOperatorSetThatIsTooNewIsNamedInPlainWords() {
    CompileRequest request = request(11, "net");
    String text = text(11).replace("opset \"\" 17", "opset \"\" 27");
    OnnxFiles.write(NetworkParser.parse("net", text), request.model());
    assertThatThrownBy(
            () ->
                new LocalDriver()
                    .compile(CompileRequest.of(request.model(), request.output()), SESSION))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("it knows operator set ai.onnx up to version 26, not 27")
        .hasMessageNotContaining(".cc");
  }

  @Test
  void anUnknownTargetIsNamedWithTheKnownOnes() {
    CompileRequest good = request(11, "net");
    CompileRequest bad =
        new CompileRequest(
            good.model(),
            "unobtainium",
            good.overrides(),
            good.output(),
            good.data(),
            good.only(),
            good.layout(),
            good.verify());
    assertThatThrownBy(() -> new LocalDriver().compile(bad, SESSION))
        .hasMessageContaining("unobtainium")
        .hasMessageContaining("host, crossbar, reram, mzi, glass, fefet, toy");
  }
}

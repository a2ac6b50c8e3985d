package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.CompileRequest;
import pnnc.driver.Corner;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.testing.Heard;
import pnnc.driver.testing.Seeds;
import pnnc.ir.network.NetworkParser;

/** Bundles are judged by their files alone, and believed in nothing. */
class VerifyTest {
  private static final String TEXT =
      """
      pnnir 1
      opset "" 17

      graph net(%%x: f32[N, 2]) -> (%%y: f32[N, 3]) {
        const %%v: f32[2, 2] = [[1, -0.5], [0.25, 0.75]]
        const %%w: f32[2, 3] = [[%s, 0.25, -1], [0.5, 1, -0.125]]
        %%m = MatMul(%%x, %%v)
        %%r = Relu(%%m)
        %%y = MatMul(%%r, %%w)
      }
      """;

  private static final int MUTANTS = 500;

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private final LocalDriver driver = new LocalDriver();
  private Path model;
  private Path bundle;

  @BeforeEach
  void names() {
    bundle = folder.resolve("net");
    model = model("net.onnx", "0.5");
  }

  private Path model(String name, String weight) {
    Path file = folder.resolve(name);
    OnnxFiles.write(NetworkParser.parse(name, TEXT.formatted(weight)), file);
    return file;
  }

  private Session session() {
    return new Session(Settings.defaults(), heard);
  }

  private void compile(String target, Path output) {
    Session session =
        new Session(Settings.defaults().withDims(Map.of("N", 4L)), session().reporter());
    Outcome outcome =
        driver.compile(
            new CompileRequest(
                model,
                target,
                new TreeMap<>(),
                output,
                Optional.empty(),
                List.of(),
                LayoutFormat.PREFERRED,
                true),
            session);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
  }

  private Outcome verify(VerifyRequest request) {
    return driver.verify(request, session());
  }

  private Diagnostic fault(VerifyRequest request) {
    DiagnosedException fault =
        catchThrowableOfType(DiagnosedException.class, () -> verify(request));
    assertThat(fault).as("a fault").isNotNull();
    assertThat(fault.diagnostics()).hasSize(1);
    return fault.diagnostics().get(0);
  }

  private void edit(String file, String old, String other) throws IOException {
    Path path = bundle.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "toy"})
  void theVerdictIsThatOfTheCompilation(String target) {
    compile(target, bundle);
    Outcome outcome = verify(VerifyRequest.of(bundle));
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(outcome.text()).startsWith(bundle + ": equivalent on 300 random samples");
    JsonObject report = outcome.summary();
    assertThat(report.get("target").getAsString()).isEqualTo(target);
    assertThat(report.getAsJsonObject("verify").get("source").getAsString())
        .isEqualTo(target.equals("host") ? "host" : "layout");
    assertThat(heard.diagnostics()).isEmpty();
  }

  @Test
  void asManySamplesAreDrawnAsAreWanted() {
    compile("toy", bundle);
    Outcome outcome =
        verify(new VerifyRequest(bundle, Optional.empty(), Optional.empty(), OptionalInt.of(7)));
    assertThat(outcome.summary().getAsJsonObject("verify").get("samples").getAsInt()).isEqualTo(7);
    assertThat(outcome.status()).isEqualTo(ExitStatus.INCONCLUSIVE);
  }

  @Test
  void anotherModelIsRefused() {
    compile("toy", bundle);
    Diagnostic fault = fault(VerifyRequest.of(bundle).against(model("other.onnx", "0.75")));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.MODEL_DIFFERS);
    assertThat(fault.help().get(0)).contains(model.toString(), "--model");
    model("net.onnx", "0.25");
    assertThat(fault(VerifyRequest.of(bundle)).code()).isEqualTo(DiagnosticCode.MODEL_DIFFERS);
  }

  @Test
  void aModelThatMovedIsSaidWhere() throws IOException {
    compile("toy", bundle);
    Path moved = Files.move(model, folder.resolve("moved.onnx"));
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.FILE_UNREADABLE);
    assertThat(fault.help().get(0)).contains("--model FILE");
    assertThat(verify(VerifyRequest.of(bundle).against(moved)).status()).isEqualTo(ExitStatus.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {Bundle.DESIGN, Bundle.HOST, "layout/top.toy"})
  void aFileThatIsMissingIsNamed(String file) throws IOException {
    compile("toy", bundle);
    Files.delete(bundle.resolve(file));
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.FILE_UNREADABLE);
    assertThat(fault.message()).contains(bundle.resolve(file).toString());
  }

  @Test
  void aHostThatChangedIsRefused() throws IOException {
    compile("toy", bundle);
    Files.write(bundle.resolve(Bundle.HOST), new byte[] {1});
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.HOST_CHANGED);
    assertThat(fault.message()).contains("it has 1 bytes instead of");
  }

  /** The host of a bundle without hardware does everything; hashes are of no use against that. */
  @Test
  void aHostThatDoesMoreThanItsShareIsRefused() throws IOException {
    compile("toy", bundle);
    Path all = folder.resolve("all");
    compile("host", all);
    DesignFile honest = DesignFile.read(bundle);
    DesignFile whole = DesignFile.read(all);
    Files.copy(
        all.resolve(Bundle.HOST), bundle.resolve(Bundle.HOST), StandardCopyOption.REPLACE_EXISTING);
    String own = digest(honest);
    edit(Bundle.DESIGN, own, digest(whole));
    edit(Bundle.DESIGN, "\"bytes\": " + size(honest), "\"bytes\": " + size(whole));
    assertThat(fault(VerifyRequest.of(bundle)).code()).isEqualTo(DiagnosticCode.HOST_FOREIGN);
  }

  private static String digest(DesignFile design) {
    return host(design).sha256();
  }

  private static long size(DesignFile design) {
    return host(design).bytes();
  }

  private static FileRecord host(DesignFile design) {
    return design.files().stream()
        .filter(f -> f.path().equals(Bundle.HOST))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDesignOfOtherBlocksIsRefused() throws IOException {
    compile("toy", bundle);
    edit(Bundle.DESIGN, "\"dense\"", "\"sparse\"");
    assertThat(fault(VerifyRequest.of(bundle)).code()).isEqualTo(DiagnosticCode.BUNDLE_MALFORMED);
    compile("toy", bundle);
    edit(Bundle.DESIGN, "\"only\": []", "\"only\": [\"nothing\"]");
    assertThat(fault(VerifyRequest.of(bundle)).code()).isEqualTo(DiagnosticCode.BLOCKS_DIFFER);
  }

  /** What would be a matrix in the design. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"port\": \"W1\"   | \"port\": \"W0\"   | drive W0 twice",
        "\"port\": \"B0m\"  | \"port\": \"B0p\"  | read B0p twice",
        "\"unit\": \"m.0.0.0\" | \"unit\": \"y.0.0.0\" | are of other units",
      })
  void portsThatHideWeightsAreRefused(String old, String other, String what) throws IOException {
    compile("toy", bundle);
    edit(Bundle.DESIGN, old, other);
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PORTS_FOREIGN);
    assertThat(fault.message()).contains(what);
  }

  @Test
  void aBiasInTheDesignIsRefused() throws IOException {
    compile("toy", bundle);
    String text = Files.readString(bundle.resolve(Bundle.DESIGN));
    int at = text.lastIndexOf("\"offset\": 0.0");
    String biased = text.substring(0, at) + "\"offset\": 0.5" + text.substring(at + 13);
    Files.writeString(bundle.resolve(Bundle.DESIGN), biased);
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PORTS_FOREIGN);
    assertThat(fault.message()).contains("add different numbers");
  }

  /** Two readouts of an output with factors of their own would be two weights. */
  @Test
  void anOutputWithProportionsOfItsOwnIsRefused() throws IOException {
    compile("toy", bundle);
    String text = Files.readString(bundle.resolve(Bundle.DESIGN));
    Matcher factors = Pattern.compile("(\"factor\": )(-[0-9.E-]+)").matcher(text);
    assertThat(factors.find()).isTrue();
    String mixed = text.substring(0, factors.start(2)) + "-0.123" + text.substring(factors.end(2));
    Files.writeString(bundle.resolve(Bundle.DESIGN), mixed);
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PORTS_FOREIGN);
    assertThat(fault.message()).contains("mix what is read in different proportions");
  }

  @Test
  void regionsThatTheModelHasNotAreAFault() throws IOException {
    compile("toy", bundle);
    edit(
        Bundle.DESIGN,
        "\"regions\": []",
        "\"regions\": [{\"name\": \"f\", \"inputs\": [\"x\"], \"outputs\": [\"nowhere\"]}]");
    DiagnosedException fault =
        catchThrowableOfType(DiagnosedException.class, () -> verify(VerifyRequest.of(bundle)));
    assertThat(fault).isNotNull();
  }

  /** Whatever a design says: a verdict or a diagnostic. */
  @Test
  void noMutantOfTheDesignMeetsAnotherException() throws IOException {
    compile("toy", bundle);
    Path design = bundle.resolve(Bundle.DESIGN);
    String good = Files.readString(design);
    long seed = Seeds.upTo(1).findFirst().orElseThrow();
    Random random = new Random(seed);
    int judged = 0;
    for (int i = 0; i < MUTANTS; i++) {
      Files.write(design, DesignMutants.mutant(good, i % 8 == 0, random));
      judged += isJudged("seed %d, mutant %d".formatted(seed, i)) ? 1 : 0;
    }
    assertThat(judged).isBetween(1, MUTANTS - 1);
  }

  private boolean isJudged(String which) {
    try {
      verify(new VerifyRequest(bundle, Optional.of(model), Optional.empty(), OptionalInt.of(1)));
      return true;
    } catch (DiagnosedException e) {
      assertThat(e.diagnostics()).as(which).isNotEmpty();
      return false;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(which, e);
    }
  }

  @Test
  void theReportInTheBundleIsThatOfTheLastVerdict() throws IOException {
    compile("toy", bundle);
    Path report = bundle.resolve(Bundle.REPORT);
    verify(new VerifyRequest(bundle, Optional.empty(), Optional.empty(), OptionalInt.of(7)));
    assertThat(report).content().contains("\"samples\": 7", "\"verdict\": \"inconclusive\"");
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
    Files.delete(report);
    Files.createSymbolicLink(report, elsewhere);
    assertThat(verify(VerifyRequest.of(bundle)).status()).isEqualTo(ExitStatus.OK);
    assertThat(elsewhere).hasContent("precious");
    assertThat(heard.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.FILE_UNWRITABLE);
  }

  @Test
  void aTargetThatIsNotWhatItWasIsRefused() throws IOException {
    compile("toy", bundle);
    edit(Bundle.DESIGN, "\"settings\": {}", "\"settings\": {\"width\": \"6bit\"}");
    Diagnostic fault = fault(VerifyRequest.of(bundle));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.TARGET_DIFFERS);
    assertThat(fault.message()).contains("`width` is absent now, 6bit there");
  }

  @Test
  void sizesOfDimensionsAreThoseOfTheCompilation() {
    compile("toy", bundle);
    Session other = new Session(Settings.defaults().withDims(Map.of("N", 5L)), heard);
    DiagnosedException fault =
        catchThrowableOfType(
            DiagnosedException.class, () -> driver.verify(VerifyRequest.of(bundle), other));
    assertThat(fault).hasMessageContaining("{N=5}: the bundle was compiled with {N=4}");
  }

  @Test
  void aPortThatTheLayoutHasNotIsAVerdict() throws IOException {
    compile("toy", bundle);
    edit(Bundle.DESIGN, "\"port\": \"W0\"", "\"port\": \"W9\"");
    Outcome outcome = verify(VerifyRequest.of(bundle));
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    assertThat(outcome.text()).startsWith(bundle + ": not-equivalent");
    assertThat(heard.diagnostics())
        .isNotEmpty()
        .allMatch(d -> d.code() == DiagnosticCode.UNIT_PORT_MISSING);
  }

  @Test
  void aPortThatIsDrivenAndIsOneToReadIsAVerdict() throws IOException {
    compile("toy", bundle);
    edit(Bundle.DESIGN, "\"port\": \"W0\"", "\"port\": \"B0p\"");
    assertThat(verify(VerifyRequest.of(bundle)).status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
  }

  @Test
  void theHostIsTheSameInAllChipsAndCorners() {
    compile("host", bundle);
    assertThat(fault(VerifyRequest.of(bundle).onChips(3)).code())
        .isEqualTo(DiagnosticCode.CHIPS_MISSING);
    assertThat(fault(VerifyRequest.of(bundle).at(Corner.SLOW)).code())
        .isEqualTo(DiagnosticCode.CHIPS_MISSING);
  }

  @Test
  void hardwareWithoutATechnologyHasNoCorners() {
    compile("toy", bundle);
    Diagnostic fault = fault(VerifyRequest.of(bundle).at(Corner.HOT));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.CORNER_MISSING);
    assertThat(fault.message()).contains("`toy`", "`hot`");
  }

  @Test
  void chipsWithoutSpreadAreTheNominalOne() {
    compile("toy", bundle);
    Outcome outcome = verify(VerifyRequest.of(bundle).onChips(3));
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(outcome.text()).contains("chips of seed 0: 3 of 3 equivalent, 0 not");
    JsonObject verify = outcome.summary().getAsJsonObject("verify");
    assertThat(verify.get("chips").getAsInt()).isEqualTo(3);
    JsonObject spread = verify.getAsJsonObject("spread");
    assertThat(spread.get("passed").getAsInt()).isEqualTo(3);
    assertThat(spread.getAsJsonObject("snrDb").get("least")).isEqualTo(verify.get("snrDb"));
  }
}

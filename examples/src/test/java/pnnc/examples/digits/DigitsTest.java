package pnnc.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.data.DataOptions;

class DigitsTest {
  private static final Path COMMITTED =
      Path.of(System.getProperty("pnnc.root")).resolve("examples/digits");

  @TempDir Path folder;

  @Test
  void trainingAgainGivesTheFilesThatAreHere() throws IOException {
    MakeDigits.write(folder);
    for (String file : new String[] {MakeDigits.MODEL, MakeDigits.DATA}) {
      assertThat(Files.mismatch(folder.resolve(file), COMMITTED.resolve(file)))
          .as(file)
          .isEqualTo(-1);
    }
  }

  @Test
  void mostPicturesAreReadRight() {
    DigitClassifier classifier = DigitClassifier.train(2);
    DigitGlyphs glyphs = new DigitGlyphs(3);
    int right = 0;
    for (int i = 0; i < 500; i++) {
      right += classifier.classify(glyphs.draw(i % 10)) == i % 10 ? 1 : 0;
    }
    assertThat(right).isGreaterThan(450);
  }

  @Test
  void theExampleCompilesForTheHost() {
    CompileRequest request =
        new CompileRequest(
            COMMITTED.resolve(MakeDigits.MODEL),
            CompileRequest.HOST,
            new TreeMap<>(Map.of()),
            folder.resolve("out"),
            Optional.of(DataOptions.of(COMMITTED.resolve(MakeDigits.DATA))),
            java.util.List.of(),
            LayoutFormat.PREFERRED,
            true);
    Outcome outcome =
        new LocalDriver().compile(request, new Session(Settings.defaults(), Reporter.SILENT));
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(outcome.summary().get("verdict").getAsString()).isEqualTo("equivalent");
    assertThat(outcome.summary().getAsJsonObject("verify").get("samples").getAsInt())
        .isEqualTo(400);
    assertThat(folder.resolve("out/host.onnx")).isNotEmptyFile();
  }
}

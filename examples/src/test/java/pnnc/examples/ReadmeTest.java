package pnnc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.driver.CompileRequest;
import pnnc.driver.ImportRequest;
import pnnc.driver.InspectRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.data.DataOptions;

/** What README.md shows is what the tool prints. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("pnnc.root"));
  private static final Session SESSION = new Session(Settings.defaults(), Reporter.SILENT);

  @TempDir Path folder;

  @Test
  void theInspectionIsAsShown() throws IOException {
    Path model = ROOT.resolve("examples/digits/digits.onnx");
    String text = new LocalDriver().inspect(new InspectRequest(model), SESSION).text();
    assertThat(readme()).contains(text.replace(ROOT + "/", ""));
  }

  @Test
  void theVerdictIsAsShown() throws IOException {
    CompileRequest request =
        new CompileRequest(
            ROOT.resolve("examples/digits/digits.onnx"),
            "crossbar",
            new TreeMap<>(Map.of()),
            folder.resolve("digits.pnnc"),
            Optional.of(DataOptions.of(ROOT.resolve("examples/digits/digits.npz"))),
            java.util.List.of(),
            LayoutFormat.PREFERRED,
            true);
    String text = new LocalDriver().compile(request, SESSION).text();
    assertThat(readme()).contains(text.replace(folder + "/", ""));
  }

  @Test
  void theProgramIsAsShown() throws IOException {
    Path model = ROOT.resolve("examples/digits/digits.onnx");
    StringBuilder text = new StringBuilder();
    new LocalDriver()
        .importModel(new ImportRequest(model, Optional.empty(), Optional.empty()), SESSION, text);
    String path = ROOT.relativize(model).toString();
    assertThat(readme())
        .contains(text.toString().replaceFirst("onnx\\(\".*\"", "onnx(\"" + path + "\""));
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}

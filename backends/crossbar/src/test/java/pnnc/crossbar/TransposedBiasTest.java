package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;

/** Transposed convolutions with a bias, which the host adds. */
class TransposedBiasTest {
  @TempDir Path folder;

  private final List<Diagnostic> heard = new ArrayList<>();

  private final class Listener implements Reporter {
    @Override
    public void phase(String name) {}

    @Override
    public void progress(String unit, long done, long total) {}

    @Override
    public void diagnostic(Diagnostic diagnostic) {
      heard.add(diagnostic);
    }

    @Override
    public void artifact(Path path, long bytes) {}
  }

  @Test
  void anAutoencoderGoesOntoTheChipWhole() {
    Path model =
        Path.of(System.getProperty("pnnc.shared", "absent"))
            .resolve("models/cnn-autoencoder1d-untrained/model.onnx");
    Assumptions.assumeTrue(Files.exists(model), "skipped: there is no " + model);
    CompileRequest request =
        new CompileRequest(
            model,
            "crossbar",
            new TreeMap<>(),
            folder.resolve("auto"),
            Optional.empty(),
            List.of(),
            LayoutFormat.PREFERRED,
            true);
    JsonObject summary =
        new LocalDriver()
            .compile(request, new Session(Settings.defaults(), new Listener()))
            .summary();
    assertThat(heard).noneMatch(d -> d.code() == DiagnosticCode.STAYS_ON_HOST);
    JsonObject physical = summary.getAsJsonObject("physical");
    assertThat(physical.get("macShare").getAsDouble()).isEqualTo(1);
    JsonObject verify = summary.getAsJsonObject("verify");
    assertThat(verify.getAsJsonArray("layers")).hasSize(9);
    assertThat(verify.get("nrmse").getAsDouble()).isBetween(1e-4, 0.05);
  }
}

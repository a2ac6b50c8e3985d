package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.testing.Heard;
import pnnc.ir.network.NetworkParser;

/** A model that loops for ever costs its limit and no more. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunLimitTest {
  /** The toy backend asks for no samples: whichever target, the model itself is run first. */
  private static final String ENDLESS =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[1, 2]) -> (%y: f32[1, 2]) {
        const %t: bool[] = true
        const %q: f32[2, 2] = [[1.0, 0.0], [0.0, 1.0]]
        %y = Loop(_, %t, %x) {
          body = graph body (%i: i64[], %go: bool[], %s: f32[1, 2]) -> (%more: bool[], %n: f32[1, 2]) {
            %p: f32[1, 2] = MatMul(%s, %q)
            %n = Tanh(%p)
            %more = Identity(%go)
          }
        }
      }
      """;

  @TempDir Path folder;

  private final Heard heard = new Heard();

  private void compile(String target, Duration limit) {
    Path model = folder.resolve("net.onnx");
    OnnxFiles.write(NetworkParser.parse("net", ENDLESS), model);
    CompileRequest request =
        new CompileRequest(
            model,
            target,
            new TreeMap<>(Map.of()),
            folder.resolve("out"),
            Optional.empty(),
            List.of(),
            LayoutFormat.PREFERRED,
            true);
    Settings settings = Settings.defaults().withRunLimit(limit);
    new LocalDriver().compile(request, new Session(settings, heard));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "toy"})
  void anEndlessModelIsStopped(String target) {
    DiagnosedException stopped =
        catchThrowableOfType(
            DiagnosedException.class, () -> compile(target, Duration.ofMillis(300)));
    Diagnostic diagnostic = stopped.diagnostics().get(0);
    assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.RUN_TOO_LONG);
    assertThat(diagnostic.code().exit()).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(diagnostic.message()).contains("net.onnx takes longer than 0.3 s");
    assertThat(diagnostic.help()).anyMatch(help -> help.contains("--run-limit"));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(heard.diagnostics())
        .filteredOn(d -> d.code() == DiagnosticCode.LOOP_ENDLESS)
        .singleElement()
        .satisfies(d -> assertThat(d.message()).startsWith("loop `y` never ends by itself"));
  }

  @Test
  void whoeverElseInterruptsCancels() {
    RunLimit limit = new RunLimit(Duration.ofMinutes(5));
    assertThatThrownBy(() -> limit.run("net", RunLimitTest::cancelled))
        .isInstanceOf(CancellationException.class);
  }

  private static Integer cancelled() {
    throw new CancellationException("interrupted");
  }

  @Test
  void whatEndsInTimeIsLeftAlone() {
    Integer seven = new RunLimit(Duration.ofMinutes(5)).run("net", () -> 7);
    assertThat(seven).isEqualTo(7);
  }
}

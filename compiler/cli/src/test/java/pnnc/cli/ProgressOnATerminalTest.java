package pnnc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** pnnc on a real terminal, which {@code script} of util-linux makes. */
class ProgressOnATerminalTest {
  private static final String ERASE = "\r\u001b[K";

  @Test
  void oneLineIsRedrawnNeverWiderThanTheTerminalAndGoesAtTheEnd() throws Exception {
    Path script = Path.of("/usr/bin/script");
    boolean required = System.getProperty("oracles", "optional").equals("required");
    assumeTrue(required || Files.isExecutable(script), "skipped: script is not installed");
    List<String> lines = Arrays.asList(run(script).split("\r\u001b\\[K", -1));
    assertThat(lines.size()).as("redrawn").isGreaterThan(3);
    assertThat(lines.get(0)).isEmpty();
    assertThat(lines.get(1)).contains("read model: ");
    assertThat(lines.subList(1, lines.size() - 1)).allMatch(l -> l.length() < 44);
    assertThat(lines.get(lines.size() - 1)).as("after the last erasure").isEqualTo("done\r\n");
  }

  private static String run(Path script) throws Exception {
    String java = ProcessHandle.current().info().command().orElse("java");
    String pnnc =
        "stty cols 44; [ -t 2 ] && exec '%s' -Dpnnc.terminal=true -Dpnnc.columns=$(stty size | cut -d' ' -f2) -cp '%s' %s inspect x"
            .formatted(java, System.getProperty("java.class.path"), CountingMain.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), "-qec", pnnc, "/dev/null").redirectErrorStream(true);
    builder.environment().put("TERM", "xterm");
    builder.environment().put("COLUMNS", "44");
    Process process = builder.start();
    process.getOutputStream().close();
    String screen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(screen).contains(ERASE);
    return screen;
  }
}

package pnnc.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions about half-written programs, at every place. */
class BrokenProgramsTest {
  private static final String WHOLE =
      """
      use std.nn.{relu as r}
      fn f(x: T[N, C], p: params, s: int = 1) -> T[N, K] where s in {1, 2} {
        y = x |> linear(p.a) |> r
        (a, b) = (y, y)
        t = repeat i in 0 .. 3 from a { r(a + b) }
        g = op.If(true, then_branch: fn() -> f32[2] = x)
        if s == 1 then t' else op.Relu(t[0 .. 2, 1])
      }
      target t : bar { width = 8 bit }
      check "𝒞" for f on t { require snr >= 30 dB }
      """;

  @TempDir Path folder;

  static List<String> programs() {
    long seed = Long.getLong("test.seed", 1);
    Random random = new Random(seed);
    List<String> all = new ArrayList<>(List.of(WHOLE, ""));
    for (int i = 0; i < 6; i++) {
      int from = random.nextInt(WHOLE.length());
      int to = Math.min(WHOLE.length(), from + random.nextInt(12));
      all.add(WHOLE.substring(0, from) + WHOLE.substring(to));
    }
    all.add(WHOLE.substring(0, WHOLE.indexOf("repeat") + 9));
    all.add("net N(x: f32[M] -> f32[M] {\n  weights w = onnx(\"\n  w.");
    all.add("\uD835 fn \uD835(");
    return all;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyQuestionHasAnAnswer(String program) throws IOException {
    try (Editor editor = Editor.start(folder.resolve("standard"))) {
      Path main = folder.resolve("main.pnn");
      editor.open(main, program);
      for (int offset = 0; offset <= program.length(); offset++) {
        Position at = Editor.position(program, offset);
        editor.hover(main, at);
        assertThat(editor.complete(main, at)).isNotNull();
        assertThat(editor.definition(main, at)).isNotNull();
        editor.signatures(main, at);
      }
      editor.hover(main, new Position(1000, 1000));
      assertThat(editor.symbols(main)).isNotNull();
      assertThat(editor.log()).isEmpty();
      assertThat(editor.leave()).isTrue();
    }
  }
}

package pnnc.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;

/**
 * Measures how long an editor waits, in a program of 2,000 lines; run by hand, it asserts nothing:
 * {@code java -cp … pnnc.lsp.Latency}.
 */
final class Latency {
  private static final int BLOCKS = 330;
  private static final int ROUNDS = 40;

  private Latency() {}

  /** Prints milliseconds: the middle and the longest of the second half of the rounds. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("latency");
    Path main = folder.resolve("main.pnn");
    try (Editor editor = Editor.start(folder.resolve("standard"))) {
      String text = program();
      System.out.printf("%d lines%n", text.lines().count());
      long start = System.nanoTime();
      editor.open(main, text);
      editor.faults(main, f -> f.isEmpty());
      System.out.printf("first diagnostics %.0f ms%n", since(start));
      report("hover after an edit", round -> hover(editor, main, round));
      report("diagnostics after an edit", round -> faults(editor, main, round));
      report("completion", round -> complete(editor, main));
    }
  }

  private interface Round {
    void run(int round) throws InterruptedException;
  }

  private static void report(String what, Round round) throws InterruptedException {
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      round.run(i);
      times[i] = since(start);
    }
    double[] warm = Arrays.copyOfRange(times, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        "%s: %.0f ms, at most %.0f ms%n", what, warm[warm.length / 2], warm[warm.length - 1]);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void hover(Editor editor, Path main, int round) {
    editor.edit(main, 0, 0, round % 2 == 0 ? "\n" : "// x\n");
    editor.hover(main, Editor.position(editor.text(main), editor.text(main).indexOf("y = ")));
  }

  private static void faults(Editor editor, Path main, int round) throws InterruptedException {
    int at = editor.text(main).indexOf(round % 2 == 0 ? "relu" : "rleu");
    editor.edit(main, at, at + 4, round % 2 == 0 ? "rleu" : "relu");
    editor.faults(main, f -> f.isEmpty() == (round % 2 != 0));
  }

  private static void complete(Editor editor, Path main) {
    int at = editor.text(main).indexOf("y = ") + 4;
    Position position = Editor.position(editor.text(main), at);
    editor.complete(main, position);
  }

  private static String program() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < BLOCKS; i++) {
      text.append(
          """
          fn block%d(x: f32[N, C], w: f32[C, C], b: f32[C]) -> f32[N, C] {
            y = x |> linear(w, b) |> relu
            z = if %d == 0 then y else y + x
            softmax(z |> linear(w), axis: -1)
          }

          """
              .formatted(i, i));
    }
    text.append("net All(x: f32[N, 64]) -> f32[N, 64] {\n  weights w = random(seed: 1)\n");
    for (int i = 0; i < 20; i++) {
      text.append("  x = block%d(x, w.a%d, w.b%d)\n".formatted(i, i, i));
    }
    return text.append("  x\n}\n").toString();
  }
}

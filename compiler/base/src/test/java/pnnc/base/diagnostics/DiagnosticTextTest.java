package pnnc.base.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static String render(Diagnostic diagnostic) {
    return new DiagnosticText(new Paint(false), 60).render(diagnostic);
  }

  private static Place.TextSpan span(int line, int column, int length, String text) {
    return new Place.TextSpan("mlp.pnn", line, column, length, text);
  }

  @Test
  void textIsShownWithWhatExplainsIt() {
    Diagnostic diagnostic =
        DiagnosticCode.USAGE
            .error("inner dimensions differ: 768 and 784")
            .at(span(5, 15, 4, "  h = image |> linear(w)"))
            .related(
                span(3, 9, 5, "net Mlp(image: f32[N, 768])"), "last dimension 768 declared here")
            .help("image: f32[N, 784]");
    assertThat(render(diagnostic))
        .isEqualTo(
            """
            error[PNN0001]: inner dimensions differ: 768 and 784
              --> mlp.pnn:5:15
             3 | net Mlp(image: f32[N, 768])
               |         ----- last dimension 768 declared here
             5 |   h = image |> linear(w)
               |               ^^^^
               = help: image: f32[N, 784]
            """);
  }

  @Test
  void lineNumbersShareAMargin() {
    Diagnostic diagnostic =
        DiagnosticCode.USAGE
            .error("x")
            .at(span(100, 1, 1, "b"))
            .related(span(9, 1, 1, "a"), "here");
    assertThat(render(diagnostic))
        .isEqualTo(
            """
            error[PNN0001]: x
                --> mlp.pnn:100:1
               9 | a
                 | - here
             100 | b
                 | ^
            """);
  }

  @Test
  void marksInOneLineShareIt() {
    Diagnostic diagnostic =
        DiagnosticCode.USAGE
            .error("x")
            .at(span(7, 6, 1, "(a + b"))
            .related(span(7, 1, 1, "(a + b"), "opened here")
            .related(span(7, 6, 1, "(a + b"), "and still open");
    assertThat(render(diagnostic))
        .isEqualTo(
            """
            error[PNN0001]: x
              --> mlp.pnn:7:6
             7 | (a + b
               | - opened here
               |      ^ and still open
            """);
  }

  @Test
  void modelsAndFilesAreNamed() {
    Diagnostic diagnostic =
        DiagnosticCode.STAYS_ON_HOST
            .warning("GridSample", "no linear map")
            .at(new Place.ModelElement("det.onnx", "node /head/grid", "Detector.head (d.py:118)"))
            .related(new Place.ByteOffset("det.onnx", 7), "begins here");
    assertThat(render(diagnostic))
        .isEqualTo(
            """
            warning[PNN3007]: GridSample stays on the host: no linear map
              --> det.onnx node /head/grid, from Detector.head (d.py:118)
               = note: det.onnx at byte 7: begins here
            """);
  }

  @Test
  void longLinesAreCutOutAroundTheMark() {
    String line = "1,".repeat(5000) + "four" + ",1".repeat(5000);
    String text = render(DiagnosticCode.USAGE.error("x").at(span(1, 10_001, 4, line)));
    assertThat(text.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(62));
    String[] lines = text.split("\n", -1);
    assertThat(lines[2].indexOf("four")).isPositive().isEqualTo(lines[3].indexOf("^^^^"));
  }

  @Test
  void aHostileFileCannotSteerTheTerminal() {
    String escape = "a\u001b[2Jb\u202Ec\u0007";
    Diagnostic diagnostic =
        DiagnosticCode.USAGE
            .error(escape)
            .at(span(1, 1, 3, escape))
            .related(span(1, 1, 1, escape), "");
    assertThat(render(diagnostic)).doesNotContain("\u001b", "\u202E", "\u0007").contains("\uFFFD");
  }

  @Test
  void aMarkBeyondItsLineIsStillShown() {
    assertThat(render(DiagnosticCode.USAGE.error("x").at(span(1, 9, 40, "ab")))).contains("^");
  }
}

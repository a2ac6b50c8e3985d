package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Extractor;
import pnnc.backend.Target;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.program.ProgramFormat;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Passing;
import pnnc.driver.compile.Backends;
import pnnc.ir.circuit.Port;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** What {@code verify} says of files. */
class CrossbarExtractorTest {
  private static final int[][] LEVELS = {{1, 2, 3, 4}, {5, 6, 7, 8}};

  private static Extractor.Die open(UnaryOperator<LayoutSink> change) throws IOException {
    return open("crossbar", Map.of(CrossbarEmitter.FILE, DrawnTile.bytes(LEVELS, change)));
  }

  private static Extractor.Die open(String name, Map<String, byte[]> bytes) throws IOException {
    Target target = Backends.installed().choose(name, Map.of()).target();
    ArtifactSource files =
        new ArtifactSource() {
          @Override
          public List<String> paths() {
            return List.copyOf(bytes.keySet());
          }

          @Override
          public ByteSource open(String path) {
            return ByteSource.of(path, bytes.get(path));
          }
        };
    return new CrossbarExtractor().open(target, files);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W", "B"})
  void aUnitWithoutLabelsOfItsLinesIsRefused(String letter) throws IOException {
    UnaryOperator<LayoutSink> unnamed =
        s ->
            new Passing(s) {
              @Override
              public void label(Layer layer, String text, int x, int y, Repetition r) {
                if (!text.startsWith(letter)) {
                  super.label(layer, text, x, y, r);
                }
              }
            };
    Extractor.Die die = open(unnamed);
    assertThatThrownBy(() -> die.extract(DrawnTile.NAME))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("has no port " + letter + "0");
  }

  @Test
  void aUnitWithoutItsProgramIsRefused() throws IOException {
    byte[] memories = DrawnTile.memories(1, 2, s -> s);
    Extractor.Die die = open("reram", Map.of(CrossbarEmitter.FILE, memories));
    assertThatThrownBy(() -> die.extract(DrawnTile.NAME))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics().get(0).code())
                    .isEqualTo(DiagnosticCode.PROGRAM_MISSING));
  }

  @Test
  void aLineThatChangesInTheProgramChangesThatCell() throws IOException {
    String program = "row,column,siemens\n0,0,1E-5\n0,1,2E-5\n";
    double[] before = memories(program);
    double[] after = memories(program.replace("0,1,2E-5", "0,1,3E-5"));
    assertThat(before[0]).isEqualTo(after[0]);
    double step = 1 / before[1] - 1 / after[1];
    assertThat(step).isCloseTo(1 / 2E-5 - 1 / 3E-5, within(1e-6));
  }

  private static double[] memories(String program) throws IOException {
    Map<String, byte[]> files =
        Map.of(
            CrossbarEmitter.FILE,
            DrawnTile.memories(1, 2, s -> s),
            ProgramFormat.path(DrawnTile.NAME),
            program.getBytes(StandardCharsets.UTF_8));
    ElectricalNetlist netlist = (ElectricalNetlist) open("reram", files).extract(DrawnTile.NAME);
    return ReadTile.array(netlist).devices().conductanceSiemens().orElseThrow().toArray();
  }

  @Test
  void aUnitIsFoundByItsName() throws IOException {
    assertThat(open(s -> s).extract(DrawnTile.NAME).ports())
        .extracting(Port::name)
        .containsExactlyInAnyOrder("W0", "W1", "B0", "B1", "B2", "B3");
    assertThatThrownBy(() -> open(s -> s).extract("other"))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("has no cell `other`");
  }

  @Test
  void aBridgeBetweenLinesIsSaidWithItsPlace() {
    UnaryOperator<LayoutSink> bridge =
        s ->
            new Passing(s) {
              @Override
              public void beginCell(String name) {
                super.beginCell(name);
                if (name.equals(DrawnTile.NAME)) {
                  int x = (int) DrawnTile.drawing(LEVELS).bitX(2);
                  box(new Layer(69, 20), x, 2000, x + 3580, 2200, Repetition.ONCE);
                }
              }
            };
    assertThatThrownBy(() -> open(bridge).extract(DrawnTile.NAME))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> {
              assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.UNIT_DRAWING);
              assertThat(e.getMessage()).contains("B2 and B3 are joined");
            });
  }
}

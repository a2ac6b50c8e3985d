package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Extractor;
import pnnc.backend.Target;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Passing;
import pnnc.driver.compile.Backends;
import pnnc.ir.circuit.Port;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** What {@code verify} says of files. */
class CrossbarExtractorTest {
  private static final int[][] LEVELS = {{1, 2, 3, 4}, {5, 6, 7, 8}};

  private static Extractor.Die open(UnaryOperator<LayoutSink> change) throws IOException {
    byte[] bytes = DrawnTile.bytes(LEVELS, change);
    Target target = Backends.installed().choose("crossbar", Map.of()).target();
    ArtifactSource files =
        new ArtifactSource() {
          @Override
          public List<String> paths() {
            return List.of(CrossbarEmitter.FILE);
          }

          @Override
          public ByteSource open(String path) {
            return ByteSource.of(path, bytes);
          }
        };
    return new CrossbarExtractor().open(target, files);
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

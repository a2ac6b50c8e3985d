package pnnc.layout.picture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pnnc.layout.picture.Drawings.METAL;
import static pnnc.layout.picture.Drawings.box;
import static pnnc.layout.picture.Drawings.layout;

import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

class PictureFaultsTest {
  private static final Layout ONE = layout(c -> box(c, 0, 0, 1000, 2000));

  private static void assertFault(Layout layout, PictureOptions options, String... words) {
    assertThatThrownBy(() -> new Picture(layout, options).svg())
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aCellThatIsNotThereIsNamed() {
    assertFault(ONE, PictureOptions.DEFAULT.withCell("NO"), "PNN5060", "`NO`", "TOP");
  }

  @Test
  void nothingToDrawSaysWhatThereIs() {
    assertFault(
        ONE, PictureOptions.DEFAULT.withWindow(5, 5, 6, 6), "PNN5061", "0.0,0.0 to 1.0,2.0 um");
    assertFault(
        ONE, PictureOptions.DEFAULT.withLayers(List.of(new Layer(1, 0))), "PNN5061", "[68/20]");
    assertFault(layout(c -> {}), PictureOptions.DEFAULT, "PNN5061", "none");
  }

  @Test
  void tooManyShapesForSvgAreRefusedWithAWayOut() {
    Repetition many = new Repetition.Regular(1000, 201, new Point(20, 0), new Point(0, 20));
    assertFault(
        layout(c -> c.box(METAL, 0, 0, 10, 10, many)), PictureOptions.DEFAULT, "PNN5062", "200000");
    Repetition huge =
        new Repetition.Regular(1_000_000, 1_000_000, new Point(20, 0), new Point(0, 20));
    assertFault(layout(c -> c.box(METAL, 0, 0, 10, 10, huge)), PictureOptions.DEFAULT, "PNN5062");
  }
}

package pnnc.layout.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static pnnc.layout.picture.Drawings.METAL;
import static pnnc.layout.picture.Drawings.box;
import static pnnc.layout.picture.Drawings.image;
import static pnnc.layout.picture.Drawings.layout;
import static pnnc.layout.picture.Drawings.metal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Cells in cells, so many that no machine could go through all. */
class NestedCellsTest {
  private static final int LEVELS = 60;

  /** Each cell has the next one twice, {@code step} dbu apart; the last is a box of 100 µm. */
  private static Layout doubled(int step) {
    return layout(
        cells -> {
          cells.beginCell("C0");
          box(cells, 0, 0, 100_000, 100_000);
          cells.label(METAL, "last", 50_000, 50_000, Repetition.ONCE);
          cells.endCell();
          for (int i = 1; i < LEVELS; i++) {
            cells.beginCell("C" + i);
            cells.reference("C" + (i - 1), Orientation.R0, 0, 0);
            cells.reference("C" + (i - 1), Orientation.R0, step, 0);
            cells.endCell();
          }
        },
        top -> top.reference("C" + (LEVELS - 1), Orientation.R0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void cellsThatPlaceTheNextTwiceAreDrawn(int step) throws IOException {
    BufferedImage image = image(doubled(step), PictureOptions.DEFAULT.withSize(64));
    assertThat(image.getRGB(10, 10) & 0xFFFFFF).isEqualTo(metal(1));
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(Drawings.WHITE);
  }

  @Test
  void asSvgTheyAreRefused() {
    Picture picture = new Picture(doubled(1), PictureOptions.DEFAULT);
    assertThatThrownBy(picture::svg).hasMessageContaining("PNN5062");
  }

  @Test
  void manyPlacesOfALargeCellAreDrawn() throws IOException {
    Repetition dense = new Repetition.Regular(1 << 20, 1 << 20, new Point(1, 0), new Point(0, 1));
    Layout layout =
        layout(
            cells -> {
              cells.beginCell("C");
              box(cells, 0, 0, 1_000_000, 1_000_000);
              cells.endCell();
            },
            top -> top.reference("C", Transform.of(Orientation.R0, Point.ORIGIN), dense));
    BufferedImage image = image(layout, PictureOptions.DEFAULT.withSize(64));
    assertThat(image.getRGB(32, 32) & 0xFFFFFF).isEqualTo(metal(1));
  }

  private static Layout random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return layout(
        cells -> {
          cells.beginCell("C0");
          for (int i = 0; i < 20; i++) {
            int x = random.nextInt(900);
            int y = random.nextInt(900);
            box(cells, x, y, x + 1 + random.nextInt(100), y + 1 + random.nextInt(100));
          }
          cells.endCell();
          for (int i = 1; i < 5; i++) {
            cells.beginCell("C" + i);
            place(cells, "C" + (i - 1), random, 1000 << i);
            cells.endCell();
          }
        },
        top -> place(top, "C4", random, 1000 << 6));
  }

  private static void place(LayoutBuilder to, String cell, SplittableRandom random, int side) {
    for (int i = 0; i < 4; i++) {
      Orientation turn = Orientation.ofCode(random.nextInt(8));
      to.reference(cell, turn, random.nextInt(side), random.nextInt(side));
    }
  }

  /** How much is covered, in pixels. */
  private static double sum(Plane plane) {
    double sum = 0;
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        sum += (double) plane.at(x, y) / Plane.FULL;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsDrawnForLessIsAsDark(long seed) {
    Scene scene = new Scene(random(seed), PictureOptions.DEFAULT.withSize(400));
    Plane exact = new Plane(scene.width(), scene.height());
    assertThat(LayerPainter.paint(scene, METAL, exact, 1L << 31, 1)).isTrue();
    Plane fair = new Plane(scene.width(), scene.height());
    assertThat(LayerPainter.paint(scene, METAL, fair, 1000, 1L << 40)).isFalse();
    for (int y = 0; y < exact.height(); y++) {
      for (int x = 0; x < exact.width(); x++) {
        assertThat(fair.at(x, y)).as("%d,%d", x, y).isEqualTo(exact.at(x, y));
      }
    }
    fair.clear();
    assertThat(LayerPainter.paint(scene, METAL, fair, 1000, 400_000)).isFalse();
    assertThat(sum(fair)).isCloseTo(sum(exact), within(0.1 * sum(exact)));
  }
}

package pnnc.layout.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pnnc.layout.picture.Drawings.METAL;
import static pnnc.layout.picture.Drawings.box;
import static pnnc.layout.picture.Drawings.image;
import static pnnc.layout.picture.Drawings.layout;
import static pnnc.layout.picture.Drawings.metal;
import static pnnc.layout.picture.Drawings.microns;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

class PngPictureTest {
  private static int at(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  @Test
  void aBoxCoversItsPixelsAndNoOther() throws IOException {
    BufferedImage image = image(layout(c -> box(c, 8000, 4000, 20_000, 24_000)), microns(32));
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        boolean isIn = x >= 8 && x < 20 && y >= 8 && y < 28;
        assertThat(at(image, x, y)).as("%d,%d", x, y).isEqualTo(isIn ? metal(1) : Drawings.WHITE);
      }
    }
  }

  @Test
  void whatCoversMostLiesBelow() {
    Layer outline = new Layer(235, 4);
    Layer dots = new Layer(300, 0);
    Layout die =
        layout(
            c -> {
              c.box(outline, 0, 0, 32_000, 32_000, Repetition.ONCE);
              box(c, 1000, 1000, 9000, 9000);
              c.box(dots, 2000, 2000, 3000, 3000, Repetition.ONCE);
            });
    assertThat(new Picture(die, microns(32)).layers()).containsExactly(outline, METAL, dots);
    String svg = new Picture(die, microns(32).withNames(Map.of(METAL, "met<1>"))).svg();
    assertThat(svg.indexOf("<rect class=\"l235-4\""))
        .isLessThan(svg.indexOf("<rect class=\"%s\"".formatted(SvgCells.name(METAL))))
        .isPositive();
    assertThat(svg).contains(">%s met&lt;1&gt;</text>".formatted(METAL), ">235/4</text>");
  }

  @Test
  void aPixelIsAsDarkAsItIsCovered() throws IOException {
    BufferedImage image = image(layout(c -> box(c, 8500, 8250, 10_000, 9000)), microns(32));
    assertThat(at(image, 8, 23)).isEqualTo(metal(0.5 * 0.75));
    assertThat(at(image, 9, 23)).isEqualTo(metal(0.75));
    assertThat(at(image, 10, 23)).isEqualTo(Drawings.WHITE);
    assertThat(at(image, 8, 24)).isEqualTo(Drawings.WHITE);
  }

  @Test
  void aTriangleCoversHalfOfThePixelsOnItsSlope() throws IOException {
    int[] corners = {0, 0, 32_000, 0, 0, 32_000};
    BufferedImage image =
        image(layout(c -> c.polygon(METAL, corners, 3, Repetition.ONCE)), microns(32));
    for (int i = 8; i < 32; i++) {
      assertThat(at(image, i, i)).isEqualTo(metal(0.5));
      assertThat(at(image, i - 1, i)).isEqualTo(metal(1));
      assertThat(at(image, i, i - 1)).isEqualTo(Drawings.WHITE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 100, 7})
  void aFineArrayIsAsDarkAsItIsDense(int pitch) throws IOException {
    int steps = 24_000 / pitch;
    int side = pitch / 2;
    Layout array =
        layout(
            c ->
                c.box(
                    METAL,
                    4000,
                    4000,
                    4000 + side,
                    4000 + side,
                    new Repetition.Regular(
                        steps, steps, new Point(pitch, 0), new Point(0, pitch))));
    double density = (double) side * side / pitch / pitch;
    int expected = metal(density);
    for (int x = 6; x < 26; x++) {
      assertThat(at(image(array, microns(32)), x, 16) >> 8 & 0xFF)
          .isCloseTo(expected >> 8 & 0xFF, within(1));
    }
  }

  @Test
  void tenToTheTwelvePlacesAreNotGoneThrough() throws IOException {
    Repetition million =
        new Repetition.Regular(1_000_000, 1_000_000, new Point(20, 0), new Point(0, 20));
    Layout dots = layout(c -> c.box(METAL, 0, 0, 10, 20, million));
    PictureOptions whole = PictureOptions.DEFAULT.withSize(100);
    assertThat(at(image(dots, whole), 50, 50)).isEqualTo(metal(0.5));
    BufferedImage near = image(dots, whole.withWindow(10_000, 10_000, 10_000.1, 10_000.1));
    assertThat(at(near, 5, 50)).isEqualTo(metal(1));
    assertThat(at(near, 15, 50)).isEqualTo(Drawings.WHITE);
  }

  @Test
  void cellsBelowAPixelCountByTheirArea() throws IOException {
    Layout layout =
        layout(
            c -> {
              c.beginCell("DOT");
              box(c, 0, 0, 100, 100);
              box(c, 100, 100, 200, 200);
              c.endCell();
            },
            c -> {
              Repetition places = new Repetition.Irregular(new int[] {0, 500}, new int[] {0, 0});
              c.reference("DOT", Transform.shift(10_100, 10_100), places);
              box(c, 0, 0, 1000, 1000);
            });
    assertThat(at(image(layout, microns(32)), 10, 21)).isEqualTo(metal(0.04));
  }

  @Test
  void turnedAndMirroredCellsLieWhereTheyBelong() throws IOException {
    Layout layout =
        layout(
            c -> {
              c.beginCell("L");
              box(c, 0, 0, 8000, 2000);
              c.endCell();
            },
            c -> {
              Transform turned = new Transform(true, 90, 1, new Point(16_000, 16_000));
              c.reference("L", turned, Repetition.ONCE);
              c.reference("L", new Transform(false, 0, 2, Point.ORIGIN), Repetition.ONCE);
            });
    BufferedImage image = image(layout, microns(32));
    assertThat(at(image, 17, 9)).isEqualTo(metal(1));
    assertThat(at(image, 15, 9)).isEqualTo(Drawings.WHITE);
    assertThat(at(image, 18, 9)).isEqualTo(Drawings.WHITE);
    assertThat(at(image, 15, 28)).isEqualTo(metal(1));
    assertThat(at(image, 16, 28)).isEqualTo(Drawings.WHITE);
  }

  @Test
  void cellsBelowTheDepthAreOutlines() throws IOException {
    Layout layout =
        layout(
            c -> {
              c.beginCell("IN");
              box(c, 0, 0, 80_000, 80_000);
              c.endCell();
            },
            c -> c.reference("IN", Transform.shift(10_000, 10_000), Repetition.ONCE));
    BufferedImage image = image(layout, microns(100).withDepth(0));
    assertThat(at(image, 30, 10)).isEqualTo(0x707070);
    assertThat(at(image, 30, 30)).isEqualTo(Drawings.WHITE);
    assertThat(at(image(layout, microns(100).withDepth(1)), 30, 30)).isEqualTo(metal(1));
  }

  @Test
  void theSameBytesComeAgain() {
    Layout layout = layout(c -> box(c, 0, 0, 3333, 7777));
    byte[] once = Drawings.png(layout, PictureOptions.DEFAULT);
    assertThat(Drawings.png(layout, PictureOptions.DEFAULT)).isEqualTo(once);
  }
}

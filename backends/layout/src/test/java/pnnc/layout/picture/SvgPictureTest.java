package pnnc.layout.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static pnnc.layout.picture.Drawings.METAL;
import static pnnc.layout.picture.Drawings.box;
import static pnnc.layout.picture.Drawings.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.PathStyle;

class SvgPictureTest {
  private static final Path GOLDEN = Path.of("src/test/golden/picture/small.svg");

  private static Layout small() {
    Layer via = new Layer(68, 44);
    return layout(
        c -> {
          c.beginCell("PAD<1>");
          box(c, 0, 0, 400, 400);
          c.box(via, 100, 100, 300, 300, Repetition.ONCE);
          c.endCell();
        },
        c -> {
          Repetition three = new Repetition.Regular(3, 1, new Point(1000, 0), Point.ORIGIN);
          c.reference("PAD<1>", Transform.IDENTITY, three);
          c.reference("PAD<1>", new Transform(true, 90, 2, new Point(0, 1000)), Repetition.ONCE);
          c.path(METAL, PathStyle.flush(200), new int[] {0, 200, 2000, 200}, 2, Repetition.ONCE);
          c.label(METAL, "a & b", 1000, 200, Repetition.ONCE);
        });
  }

  @Test
  void aSmallLayoutIsDrawnAsItWas() throws IOException {
    String svg = new Picture(small(), PictureOptions.DEFAULT.withSize(300)).svg();
    String stored = Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "";
    if (Boolean.getBoolean("golden.update") && !stored.equals(svg)) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, svg);
    }
    assertThat(svg).isEqualTo(stored);
  }

  @Test
  void itIsXml() throws Exception {
    String svg = new Picture(small(), PictureOptions.DEFAULT).svg();
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getElementsByTagName("use")
                .getLength())
        .isEqualTo(4);
  }

  @Test
  void cellsBelowTheDepthAreNamedOutlines() {
    String svg = new Picture(small(), PictureOptions.DEFAULT.withDepth(0)).svg();
    assertThat(svg).doesNotContain("<use").contains("class=\"cell\"", ">PAD&lt;1&gt;</text>");
  }

  @Test
  void onlyWhatIsInTheWindowIsWritten() {
    String svg = new Picture(small(), PictureOptions.DEFAULT.withWindow(1.9, 0, 2.5, 0.09)).svg();
    assertThat(svg).containsOnlyOnce("<use").doesNotContain("<polygon");
  }
}

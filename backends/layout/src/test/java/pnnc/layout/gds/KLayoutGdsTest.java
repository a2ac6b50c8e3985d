package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Geometry;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.PathStyle;
import pnnc.layout.testing.Descriptions;
import pnnc.layout.testing.KLayout;
import pnnc.layout.testing.RandomLayouts;

/** KLayout reads what we write, and we read what KLayout writes, to the same. */
class KLayoutGdsTest {
  @TempDir private Path folder;

  @Test
  void whatWeWriteKLayoutReads() throws IOException, InterruptedException {
    KLayout judge = KLayout.require();
    for (int seed = 0; seed < 60; seed++) {
      save(RandomLayouts.of(seed, RandomLayouts.Format.GDSII), "random" + seed);
    }
    save(large(), "split");
    assertThat(judge.run(getClass(), "judge.py", folder, "todo=compare")).isEqualTo("compared\n");
  }

  private void save(Layout layout, String name) throws IOException {
    Files.write(folder.resolve(name + ".gds"), GdsFiles.bytes(layout));
    String text = Descriptions.of(layout);
    Files.writeString(folder.resolve(name + ".txt"), text, StandardCharsets.ISO_8859_1);
  }

  /** A wavy strip, a comb, and staircases of wire, each of 9,000 points. */
  private static Layout large() {
    int points = 9_000;
    int[] wave = new int[2 * points];
    int[] comb = new int[2 * points];
    int[] stairs = new int[2 * points];
    for (int i = 0; i < points; i++) {
      int along = i < points / 2 ? i : points - 1 - i;
      wave[2 * i] = 20 * along;
      wave[2 * i + 1] = (i < points / 2 ? 0 : 700) + (int) (3_000 * Math.sin(along * 1e-3));
      comb[2 * i] = 100 * (i / 2);
      comb[2 * i + 1] = i == 0 || i == points - 1 ? -50 : (i + 1) / 2 % 2 * (500 + i % 97);
      stairs[2 * i] = 400 * ((i + 1) / 2);
      stairs[2 * i + 1] = 300 * (i / 2);
    }
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("large", Grid.NANOMETRE);
    builder.beginCell("LARGE");
    builder.polygon(new Layer(1, 0), wave, points, Repetition.ONCE);
    builder.polygon(new Layer(2, 0), comb, points, Repetition.ONCE);
    Layer wires = new Layer(3, 0);
    builder.path(wires, new PathStyle(100, 30, 70, false), stairs, points, Repetition.ONCE);
    builder.path(new Layer(4, 0), PathStyle.square(60), stairs, points, Repetition.ONCE);
    builder.endCell();
    builder.end();
    return builder.build();
  }

  @Test
  void whatKLayoutWritesWeRead() throws IOException, InterruptedException {
    KLayout judge = KLayout.require();
    assertThat(judge.run(getClass(), "judge.py", folder, "todo=make")).endsWith("made\n");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".gds")).sorted().toList();
    }
    assertThat(files).hasSize(16);
    for (Path file : files) {
      Path text = Path.of(file.toString().replace(".gds", ".txt"));
      Layout told = Descriptions.layout(Files.readAllLines(text, StandardCharsets.ISO_8859_1));
      Layout read = GdsFiles.layout(Files.readAllBytes(file));
      assertThat(Geometry.of(read)).as("%s", file).isEqualTo(Geometry.of(told));
    }
  }
}

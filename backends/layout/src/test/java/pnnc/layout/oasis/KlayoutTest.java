package pnnc.layout.oasis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.layout.model.Geometry;
import pnnc.layout.model.Layout;
import pnnc.layout.testing.KLayout;
import pnnc.layout.testing.RandomLayouts;

class KlayoutTest {
  private static final int LAYOUTS = 12;

  @TempDir Path folder;

  /** Runs the jobs in one start; what failed, empty if nothing did. */
  private String run(KLayout judge, List<String> jobs) throws IOException, InterruptedException {
    Path list = Files.write(folder.resolve("jobs.txt"), jobs);
    Path report = folder.resolve("report.txt");
    judge.run(getClass(), "judge.py", folder, "jobs=" + list, "out=" + report);
    return Files.readString(report, StandardCharsets.ISO_8859_1);
  }

  @Test
  void klayoutReadsWhatWeWrite() throws IOException, InterruptedException {
    KLayout judge = KLayout.require();
    List<String> jobs = new ArrayList<>();
    for (int seed = 0; seed < LAYOUTS; seed++) {
      Layout layout = RandomLayouts.of(seed, RandomLayouts.Format.OASIS);
      Path text = Files.writeString(folder.resolve(seed + ".txt"), TextLayouts.of(layout));
      int option = 0;
      for (OasisOptions options : OasisFiles.options()) {
        Path file = folder.resolve("%d.%d.oas".formatted(seed, option++));
        Files.write(file, OasisFiles.write(layout, options));
        jobs.add("check %s %s".formatted(file, text));
      }
    }
    assertThat(run(judge, jobs)).isEmpty();
  }

  @Test
  void klayoutReadsFilesMadeByHandAsWeDo() throws IOException, InterruptedException {
    KLayout judge = KLayout.require();
    List<String> jobs = new ArrayList<>();
    for (Map.Entry<String, byte[]> e : HandMade.readable().entrySet()) {
      String name = e.getKey().replace(' ', '_');
      Path file = Files.write(folder.resolve(name + ".oas"), e.getValue());
      Path text = folder.resolve(name + ".txt");
      Files.writeString(text, TextLayouts.of(OasisFiles.read(e.getValue())));
      jobs.add("check %s %s".formatted(file, text));
    }
    assertThat(run(judge, jobs)).isEmpty();
  }

  @Test
  void weReadFilesOfOthersAsKlayoutDoes() throws IOException, InterruptedException {
    Path shared = Path.of(System.getProperty("pnnc.shared", "")).resolve("oracle");
    Assumptions.assumeTrue(Files.isDirectory(shared), "skipped: no shared oracle files");
    KLayout judge = KLayout.require();
    List<String> jobs = new ArrayList<>();
    for (String name : List.of("data/ebeam/taper_bezier.oas", "examples/xbar4.oas")) {
      Path file = shared.resolve(name);
      Path text = folder.resolve(file.getFileName() + ".txt");
      Files.writeString(text, TextLayouts.of(OasisFiles.read(Files.readAllBytes(file))));
      jobs.add("check %s %s".formatted(file, text));
    }
    assertThat(run(judge, jobs)).isEmpty();
  }

  @Test
  void weReadWhatKlayoutWrites() throws IOException, InterruptedException {
    KLayout judge = KLayout.require();
    assertThat(run(judge, List.of("make 1 " + folder, "make 2 " + folder, "make 3 " + folder)))
        .isEmpty();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".oas")).sorted().toList();
    }
    assertThat(files).hasSize(3 * 2 * 23);
    for (Path file : files) {
      String stem = file.getFileName().toString().split("\\.", -1)[0];
      Layout expected = TextLayouts.parse(Files.readAllLines(folder.resolve(stem + ".txt")));
      Layout found = OasisFiles.read(Files.readAllBytes(file));
      assertThat(drawn(found)).as(file.toString()).isEqualTo(drawn(expected));
    }
  }

  /** What is drawn, without the properties, which the text does not hold. */
  private static Map<String, List<String>> drawn(Layout layout) {
    Map<String, List<String>> bare = new TreeMap<>();
    Geometry.of(layout)
        .forEach(
            (cell, lines) ->
                bare.put(
                    cell, lines.stream().map(l -> l.split(" \\[Prop", -1)[0]).sorted().toList()));
    return bare;
  }
}

package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layout;

/**
 * Layouts of others: as many cells, references and shapes as KLayout finds in them. Boxes count as
 * polygons, since KLayout keeps a few as such.
 */
class ForeignLayoutsTest {
  private static final Path ORACLE =
      Path.of(System.getProperty("pnnc.shared", "absent"), "oracle").normalize();
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (-?\\d+)[,\\n]");

  @Test
  void holdWhatKLayoutSees() throws IOException {
    if (!Files.isDirectory(ORACLE.resolve("data"))) {
      throw new TestAbortedException("skipped: the layouts of others are not here");
    }
    String expected = Files.readString(ORACLE.resolve("examples/expected/data_layouts.json"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(ORACLE.resolve("data"))) {
      files = all.filter(f -> f.toString().matches(".*\\.gds(\\.gz)?")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      String name = file.getFileName().toString();
      Layout layout = withoutNotes(GdsFiles.layout(bytes(file)));
      assertThat(found(layout)).as(name).isEqualTo(expected(expected, name));
    }
  }

  /** KLayout keeps notes of its own in a cell, and does not show it. */
  private static Layout withoutNotes(Layout layout) {
    List<Cell> cells =
        layout.cells().stream().filter(c -> !c.name().equals("$$$CONTEXT_INFO$$$")).toList();
    return new Layout(layout.name(), layout.grid(), layout.properties(), cells);
  }

  private static byte[] bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return file.toString().endsWith(".gz")
        ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
        : bytes;
  }

  /** The numbers of the entry, in the words of {@link #found}. */
  private static Map<String, Object> expected(String json, String name) {
    int from = json.indexOf("\n \"%s\": {".formatted(name));
    assertThat(from).as(name).isNotNegative();
    String entry = json.substring(from, json.indexOf("\n }", from));
    int layers = entry.indexOf("\"layers\": [");
    String rest = entry.substring(0, layers) + entry.substring(entry.indexOf("\n  ]", layers));
    Map<String, Integer> whole = fields(rest.substring(0, rest.indexOf("\"shapes\"")));
    Map<String, Object> told = new TreeMap<>();
    told.put("cells", whole.get("cells"));
    told.put("stored", whole.get("stored"));
    told.put("arrays", whole.get("stored_arrays"));
    told.put("flat", whole.get("flat"));
    for (String layer : entry.substring(layers).split("\\},", -1)) {
      Map<String, Integer> f = fields(layer);
      if (f.containsKey("layer")) {
        told.put(
            f.get("layer") + "/" + f.get("datatype"),
            List.of(f.get("boxes") + f.get("polygons"), f.get("paths"), f.get("texts")));
      }
    }
    return told;
  }

  private static Map<String, Integer> fields(String json) {
    Map<String, Integer> fields = new HashMap<>();
    Matcher field = FIELD.matcher(json);
    while (field.find()) {
      fields.put(field.group(1), Integer.parseInt(field.group(2)));
    }
    return fields;
  }

  private static Map<String, Object> found(Layout layout) {
    Map<String, Object> found = new TreeMap<>();
    Map<String, Integer> uses = new HashMap<>();
    List<Cell> topDown = new ArrayList<>(layout.bottomUp());
    Collections.reverse(topDown);
    layout.tops().forEach(top -> uses.put(top.name(), 1));
    int stored = 0;
    int arrays = 0;
    int flat = 0;
    for (Cell cell : topDown) {
      for (Element.Reference r : cell.references()) {
        int count = (int) r.repetition().count();
        stored++;
        arrays += count > 1 ? 1 : 0;
        flat += count * uses.get(cell.name());
        uses.merge(r.cell(), count * uses.get(cell.name()), Integer::sum);
      }
    }
    found.put("cells", layout.cells().size());
    found.put("stored", stored);
    found.put("arrays", arrays);
    found.put("flat", flat);
    found.putAll(shapes(layout));
    return found;
  }

  private static Map<String, Object> shapes(Layout layout) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Cell cell : layout.cells()) {
      for (Boxes boxes : cell.boxes()) {
        counts.computeIfAbsent(boxes.layer().toString(), l -> new int[3])[0] += boxes.size();
      }
      for (Element e : cell.elements()) {
        if (e instanceof Element.Rectangle r) {
          counts.computeIfAbsent(r.layer().toString(), l -> new int[3])[0]++;
        } else if (e instanceof Element.Polygon p) {
          counts.computeIfAbsent(p.layer().toString(), l -> new int[3])[0]++;
        } else if (e instanceof Element.Path p) {
          counts.computeIfAbsent(p.layer().toString(), l -> new int[3])[1]++;
        } else if (e instanceof Element.Label l) {
          counts.computeIfAbsent(l.layer().toString(), x -> new int[3])[2]++;
        }
      }
    }
    Map<String, Object> lists = new TreeMap<>();
    new TreeSet<>(counts.keySet())
        .forEach(k -> lists.put(k, Arrays.stream(counts.get(k)).boxed().toList()));
    return lists;
  }
}

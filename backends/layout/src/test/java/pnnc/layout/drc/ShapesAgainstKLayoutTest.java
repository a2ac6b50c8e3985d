package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.testing.KLayout;

/**
 * One start of KLayout judges all layouts: shapes, lines and corners that break a rule are those
 * that we find, drawn flat and cell by cell. Pairs of borders along the axes are among those it
 * finds; which of them see each other, and other angles, are for {@link PairsAgainstKLayoutTest}.
 */
class ShapesAgainstKLayoutTest {
  private static final String NO_SOURCE = "";

  /** A rule, and what KLayout is asked for. */
  private record Question(Rule rule, String json) {}

  /** A layout, and what its numbers are multiples of. */
  private record Case(String name, Layout layout, int scale, boolean isManhattan) {
    List<Question> questions() {
      return ShapesAgainstKLayoutTest.questions(scale, isManhattan);
    }

    String json() {
      return "{\"file\": \"%s.gds\", \"pairs\": %s, \"rules\": %s}"
          .formatted(name, isManhattan, questions().stream().map(Question::json).toList());
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int seed = 2000; seed < 2024; seed++) {
      cases.add(new Case("cells" + seed, RandomHierarchy.of(seed), 1, seed % 3 != 2));
    }
    for (int seed = 0; seed < 12; seed++) {
      cases.add(new Case("slanted" + seed, RandomHierarchy.slanted(seed), 60, false));
    }
    for (int seed = 0; seed < 120; seed++) {
      cases.add(new Case("dense" + seed, dense(seed), 1, seed % 2 == 0));
    }
    return cases;
  }

  private static List<Question> questions(long s, boolean isManhattan) {
    List<Question> all = new ArrayList<>();
    long square = s * s;
    add(all, new Rule.Area("a", 150 * square, NO_SOURCE), "area", "\"n\": " + 150 * square);
    add(all, new Rule.Hole("a", 150 * square, NO_SOURCE), "hole", "\"n\": " + 150 * square);
    add(all, new Rule.Size("b", 10 * s, NO_SOURCE), "size", "\"n\": " + 10 * s);
    add(all, new Rule.Rectangle("a", OptionalDouble.of(3), NO_SOURCE), "rectangle", "\"n\": 3");
    add(all, angles(90, 60), "angles", "\"n\": 90, \"corner\": 60");
    add(all, angles(45, 100), "angles", "\"n\": 45, \"corner\": 100");
    add(all, new Rule.OnGrid("a", 5 * s, NO_SOURCE), "grid", "\"n\": " + 5 * s);
    if (isManhattan) {
      add(all, new Rule.MaxWidth("a", 18, NO_SOURCE), "max_width", "\"n\": 18");
      add(all, new Rule.MaxWidth("a", 11, NO_SOURCE), "max_width", "\"n\": 11");
      Rule wide = new Rule.WideSpace("a", 15, 12, NO_SOURCE);
      add(all, wide, "wide_space", "\"wide\": 15, \"n\": 12");
    }
    add(all, new Rule.Partner("b", "a", NO_SOURCE), "partner", "\"second\": \"a\"");
    add(all, new Rule.Exclusion("a", "b", NO_SOURCE), "exclusion", "\"second\": \"b\"");
    Rule touching = new Rule.Enclosure("b", "a", 3 * s, OptionalLong.of(5 * s), true, NO_SOURCE);
    String ends = "\"second\": \"a\", \"touching\": true, \"n\": %d, \"ends\": %d";
    add(all, touching, "enclosure", ends.formatted(3 * s, 5 * s));
    Rule enclosure = new Rule.Enclosure("b", "a", 2 * s, OptionalLong.empty(), false, NO_SOURCE);
    String every = "\"second\": \"a\", \"touching\": false, \"n\": %d";
    add(all, enclosure, "enclosure", every.formatted(2 * s));
    Rule extension = new Rule.Extension("a", "b", 4 * s, NO_SOURCE);
    add(all, extension, "extension", "\"second\": \"b\", \"n\": " + 4 * s);
    return all;
  }

  private static Rule angles(int step, double sharpest) {
    return new Rule.Angles("a", step, OptionalDouble.of(sharpest), NO_SOURCE);
  }

  private static void add(List<Question> all, Rule rule, String kind, String fields) {
    String second = fields.contains("second") ? "" : ", \"second\": \"b\"";
    String json = "{\"kind\": \"%s\", \"first\": \"%s\", %s%s}";
    all.add(new Question(rule, json.formatted(kind, rule.layers().get(0), fields, second)));
  }

  /** Few steps of the grid, so that much touches at corners; every other one with diagonals. */
  private static Layout dense(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("top");
    for (int n = 4 + random.nextInt(14); n > 0; n--) {
      Layer layer = random.nextInt(3) > 0 ? Processes.A : Processes.B;
      int x = 6 * random.nextInt(10);
      int y = 6 * random.nextInt(10);
      int w = 6 * (1 + random.nextInt(3));
      int h = 6 * (1 + random.nextInt(3));
      if (seed % 2 == 1 && random.nextInt(3) == 0) {
        int[] diamond = {x, y, x + w, y - w, x + 2 * w, y, x + w, y + w};
        sink.polygon(layer, diamond, 4, Repetition.ONCE);
      } else {
        sink.box(layer, x, y, x + w, y + h, Repetition.ONCE);
      }
    }
    sink.endCell();
    sink.end();
    return sink.build();
  }

  @Test
  void whatBreaksARuleIsWhatKLayoutFinds(@TempDir Path folder)
      throws IOException, InterruptedException {
    KLayout judge = KLayout.require();
    List<Case> cases = cases();
    for (Case c : cases) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      c.layout().replay(new GdsWriter(out));
      Files.write(folder.resolve(c.name() + ".gds"), out.toByteArray());
    }
    Files.writeString(
        folder.resolve("cases.json"), cases.stream().map(Case::json).toList().toString());
    judge.run(getClass(), "shapes.py", folder);
    List<String> answers = Files.readAllLines(folder.resolve("answers.txt"));
    int at = 0;
    for (Case c : cases) {
      int end = at + c.questions().size();
      judge(c, answers.subList(at, end));
      at = end;
    }
    assertThat(answers).hasSize(at);
  }

  private static void judge(Case c, List<String> answers) {
    ProcessRules process = Processes.of(c.questions().stream().map(Question::rule).toList());
    List<Check> checks = Checks.of(process);
    Map<Check, List<Marker>> flat = FlatCheck.of(process, checks, c.layout(), "top");
    Map<Check, List<Marker>> placed = placed(process, checks, c.layout());
    for (int i = 0; i < checks.size(); i++) {
      String name = c.name() + ": " + checks.get(i).rule();
      List<Marker> ours = flat.get(checks.get(i));
      boolean isOfOneLayer = checks.get(i).isOfOneLayer();
      String[] both = answers.get(i).split("\\|", -1);
      Set<String> theirs = texts(numbers(both[0]).map(ShapesAgainstKLayoutTest::shape));
      assertSame(name, texts(ours.stream().filter(m -> m.second().isEmpty())), theirs);
      if (c.isManhattan()) {
        Set<String> near = texts(numbers(both[1]).map(n -> pair(n, isOfOneLayer)));
        Set<String> pairs = texts(ours.stream().filter(m -> m.second().isPresent()));
        assertThat(pairs.stream().filter(t -> !near.contains(t))).as(name).isEmpty();
      }
      if (placed.containsKey(checks.get(i))) {
        Set<String> places = texts(placed.get(checks.get(i)).stream());
        assertSame(name + " by cells", places, texts(ours.stream()));
      }
    }
  }

  private static void assertSame(String name, Set<String> ours, Set<String> theirs) {
    Set<String> extra = new TreeSet<>(ours);
    extra.removeAll(theirs);
    Set<String> missing = new TreeSet<>(theirs);
    missing.removeAll(ours);
    assertThat(extra).as("%s: instead of %s", name, missing).isEmpty();
    assertThat(missing).as("%s: missing", name).isEmpty();
  }

  /** What is found cell by cell, where it can be. */
  private static Map<Check, List<Marker>> placed(
      ProcessRules process, List<Check> checks, Layout layout) {
    Map<String, Layer> names = FlatCheck.layers(process);
    Map<Check, List<Marker>> all = new HashMap<>();
    for (CheckGroup group : CheckGroup.of(LocalChecks.of(checks, layout, "top", names))) {
      HierarchicalCheck run = new HierarchicalCheck(layout, "top", group, names);
      for (Check check : group.checks()) {
        List<Marker> places = new ArrayList<>();
        run.places(check, places::add);
        all.put(check, places);
      }
    }
    return all;
  }

  private static Stream<int[]> numbers(String answer) {
    return Stream.of(answer.split(" "))
        .filter(s -> !s.isEmpty())
        .map(s -> Stream.of(s.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  private static Marker shape(int[] xy) {
    return Marker.polygon(Outline.of(xy), OptionalDouble.empty());
  }

  private static Marker pair(int[] xy, boolean isOfOneLayer) {
    Outline first = Outline.of(Arrays.copyOf(xy, 4));
    Outline second = Outline.of(Arrays.copyOfRange(xy, 4, 8));
    return Marker.pair(first, second, isOfOneLayer, OptionalDouble.empty());
  }

  private static Set<String> texts(Stream<Marker> markers) {
    return markers
        .map(m -> m.first() + m.second().map(Outline::toString).orElse(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

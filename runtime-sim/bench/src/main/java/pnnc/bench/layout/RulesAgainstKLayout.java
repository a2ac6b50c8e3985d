package pnnc.bench.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.base.process.Rule;
import pnnc.layout.drc.DesignRuleCheck;
import pnnc.layout.gds.GdsOptions;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/**
 * Times design rule checks beside KLayout's in one run: {@code RulesAgainstKLayout [columns]
 * [boxes] [repeats]}. Widths, spaces, areas and enclosures of an array of memory cells whose lines
 * abut, KLayout deep; widths and spaces of random boxes, KLayout flat. Prints medians and how many
 * times longer KLayout takes.
 */
public final class RulesAgainstKLayout {
  private static final Layer MET1 = new Layer(68, 20);
  private static final Layer VIA = new Layer(68, 44);
  private static final Layer MET2 = new Layer(69, 20);
  private static final Layer RERAM = new Layer(201, 20);
  private static final int PITCH = 600;

  private RulesAgainstKLayout() {}

  public static void main(String[] args) throws Exception {
    int columns = args.length > 0 ? Integer.parseInt(args[0]) : 256;
    int boxes = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    int repeats = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    try (KLayout klayout = new KLayout()) {
      compare(klayout, columns, boxes, repeats);
    }
  }

  private static void compare(KLayout klayout, int columns, int boxes, int repeats)
      throws Exception {
    Path folder = klayout.folder();
    Layout array = array(columns);
    Layout random = random(boxes, folder.resolve("boxes.txt"));
    try (OutputStream file = Files.newOutputStream(folder.resolve("array.gds"))) {
      array.replay(new GdsWriter(file, GdsOptions.DEFAULT));
    }
    List<Rule> rules = rules();
    Files.writeString(folder.resolve("rules.json"), json(rules));
    List<String> theirs = klayout.run("rules.py", "repeats=" + repeats);
    compare(theirs.get(0), repeats, DesignRuleCheck.of(process(rules)), array);
    compare(theirs.get(1), repeats, DesignRuleCheck.of(process(ofBoxes())), random);
  }

  private static void compare(String theirs, int repeats, DesignRuleCheck check, Layout layout)
      throws Exception {
    String[] words = theirs.split(" ", -1);
    double ours = Timing.median(2, repeats, () -> check.check(layout));
    double other = Double.parseDouble(words[1]);
    System.out.printf(
        "%s: %.3f s, %d findings; KLayout %.3f s, %s findings; %.1f times%n",
        words[0], ours, check.check(layout).get(0).total(), other, words[2], other / ours);
  }

  private static List<Rule> ofBoxes() {
    return List.of(
        new Rule.Width("met1", 200, Rule.Curves.NONE, ""),
        new Rule.Space("met1", 200, Rule.Curves.NONE, ""));
  }

  private static List<Rule> rules() {
    Rule.Curves none = Rule.Curves.NONE;
    return List.of(
        new Rule.Width("met1", 140, none, ""),
        new Rule.Space("met1", 140, none, ""),
        new Rule.Area("met1", 83_000, ""),
        new Rule.Width("met2", 140, none, ""),
        new Rule.Space("met2", 140, none, ""),
        new Rule.Area("met2", 67_600, ""),
        new Rule.Space("via", 170, none, ""),
        new Rule.Enclosure("via", "met1", 55, OptionalLong.empty(), false, ""),
        new Rule.Enclosure("via", "met2", 55, OptionalLong.empty(), false, ""),
        new Rule.Width("reram", 230, none, ""),
        new Rule.Space("reram", 230, none, ""),
        new Rule.Enclosure("via", "reram", 55, OptionalLong.empty(), false, ""));
  }

  private static String json(List<Rule> rules) {
    List<String> all = new ArrayList<>();
    for (Rule r : rules) {
      if (r instanceof Rule.Width w) {
        all.add(json("width", w.least(), r));
      } else if (r instanceof Rule.Space s) {
        all.add(json("space", s.least(), r));
      } else if (r instanceof Rule.Area a) {
        all.add(json("area", a.least(), r));
      } else if (r instanceof Rule.Enclosure e) {
        all.add(json("enclosure", e.least(), r));
      }
    }
    return all.toString();
  }

  private static String json(String kind, long least, Rule rule) {
    List<String> layers =
        rule.layers().stream()
            .map(l -> "[%s]".formatted(layer(l).toString().replace('/', ',')))
            .toList();
    return "{\"kind\": \"%s\", \"least\": %d, \"layers\": %s}".formatted(kind, least, layers);
  }

  private static Layer layer(String name) {
    return switch (name) {
      case "met1" -> MET1;
      case "via" -> VIA;
      case "met2" -> MET2;
      default -> RERAM;
    };
  }

  private static ProcessRules process(List<Rule> rules) {
    List<Mask> masks = new ArrayList<>();
    for (String name : List.of("met1", "via", "met2", "reram")) {
      masks.add(
          new Mask(
              name,
              layer(name).number(),
              layer(name).datatype(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              Purpose.CONDUCTOR,
              OptionalDouble.empty()));
    }
    return new ProcessRules("bench", 1, 5, masks, rules, List.of(), List.of());
  }

  /** Lines that abut and a memory where they cross. */
  private static Layout array(int columns) {
    LayoutBuilder b = new LayoutBuilder();
    b.begin("lib", Grid.NANOMETRE);
    b.beginCell("cell");
    b.box(MET1, 0, 170, PITCH, 430, Repetition.ONCE);
    b.box(MET2, 170, 0, 430, PITCH, Repetition.ONCE);
    b.box(VIA, 225, 225, 375, 375, Repetition.ONCE);
    b.box(RERAM, 140, 140, 460, 460, Repetition.ONCE);
    b.endCell();
    b.beginCell("top");
    b.reference(
        "cell",
        Transform.IDENTITY,
        new Repetition.Regular(columns, columns, new Point(PITCH, 0), new Point(0, PITCH)));
    b.endCell();
    b.end();
    return b.build();
  }

  private static Layout random(int count, Path file) throws IOException {
    int[] numbers = RandomBoxes.make(3, count);
    LayoutBuilder b = new LayoutBuilder();
    StringBuilder text = new StringBuilder();
    b.begin("lib", Grid.NANOMETRE);
    b.beginCell("top");
    for (int i = 0; i < numbers.length; i += 4) {
      b.box(MET1, numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], Repetition.ONCE);
      text.append(
          "%d %d %d %d%n".formatted(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
    }
    b.endCell();
    b.end();
    Files.writeString(file, text);
    return b.build();
  }
}

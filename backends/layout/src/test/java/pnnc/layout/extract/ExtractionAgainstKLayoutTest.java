package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.bytes.ByteSource;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsOptions;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layout;
import pnnc.layout.testing.KLayout;

/**
 * KLayout finds the same nets and as many bodies. It joins what touches at a corner, and layers
 * that touch without an overlap, which we do not: the layouts here have neither.
 */
class ExtractionAgainstKLayoutTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("pnnc.shared", "absent"), "oracle", "examples");
  @TempDir private Path folder;
  private final Map<String, Flattened> ours = new LinkedHashMap<>();

  @Test
  void randomLayoutsHaveTheSameNets() throws Exception {
    KLayout judge = KLayout.require();
    for (int seed = 0; seed < 40; seed++) {
      List<String> masks = seed % 3 == 0 ? List.of("met1", "via", "met2", "mem") : Processes.MASKS;
      Layout layout = RandomHierarchy.withoutTouching(seed, masks);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      layout.replay(new GdsWriter(out, GdsOptions.DEFAULT));
      add("random" + seed, out.toByteArray(), Processes.small());
    }
    assertThat(ours).hasSizeGreaterThan(30);
    judge.run(getClass(), "nets.py", folder);
    compareAll();
  }

  @Test
  void theExamplesHaveTheSameNets() throws Exception {
    Assumptions.assumeTrue(Files.exists(EXAMPLES), "no shared examples");
    KLayout judge = KLayout.require();
    for (String name : List.of("xbar4", "xbar4v", "xbar4_bad")) {
      add(name, Files.readAllBytes(EXAMPLES.resolve(name + ".gds")), Examples.crossbar());
    }
    add("rom3", Files.readAllBytes(EXAMPLES.resolve("rom3.gds")), Examples.film());
    judge.run(getClass(), "nets.py", folder);
    compareAll();
    assertThat(ours.get("xbar4").parts).hasSize(16);
    assertThat(ours.get("rom3").parts).hasSize(9);
  }

  /** The recipe's 100 ohm a square gives 200 to 1,000 ohm: lengths over widths of 2 to 10. */
  @Test
  void filmResistorsHaveTheSquaresThatWereDrawn() throws IOException {
    Assumptions.assumeTrue(Files.exists(EXAMPLES), "no shared examples");
    byte[] gds = Files.readAllBytes(EXAMPLES.resolve("rom3.gds"));
    Layout layout = GdsReader.layout(ByteSource.of("rom3", gds), GdsMode.TOLERANT);
    ExtractedCell rom = Extraction.of(layout, Examples.film(), "ROM3").top();
    assertThat(rom.devices()).hasSize(9);
    double[] squares = rom.devices().stream().mapToDouble(d -> d.length() / d.width()).toArray();
    assertThat(squares).contains(2, 10);
    assertThat(Arrays.stream(squares).allMatch(s -> s >= 2 && s <= 10)).isTrue();
    assertThat(rom.net("ROW0")).isPresent();
    assertThat(rom.findings()).isEmpty();
  }

  private void add(String name, byte[] gds, ProcessRules process) throws IOException {
    Layout layout = GdsReader.layout(ByteSource.of(name, gds), GdsMode.TOLERANT);
    String top = layout.cell("top").map(Cell::name).orElse(layout.tops().get(0).name());
    Flattened flat = Flattened.of(Extraction.of(layout, process, top));
    if (isTouching(process, flat)) {
      return;
    }
    ours.put(name, flat);
    Files.write(folder.resolve(name + ".gds"), gds);
    Files.writeString(folder.resolve(name + ".json"), json(process, top, flat));
  }

  /** Whether two nets touch without being joined: layers side by side, or corners. */
  private static boolean isTouching(ProcessRules process, Flattened flat) {
    return flat.wires.stream()
        .anyMatch(
            a ->
                flat.wires.stream()
                    .anyMatch(
                        b ->
                            a.net() < b.net()
                                && mayJoin(process, a.mask(), b.mask())
                                && new Tile(a.box()).meets(new Tile(b.box()))
                                && !new Tile(a.box()).overlaps(new Tile(b.box()))));
  }

  private static boolean mayJoin(ProcessRules process, String a, String b) {
    return a.equals(b)
        || process.connections().stream().anyMatch(c -> c.layers().containsAll(List.of(a, b)));
  }

  private static String json(ProcessRules process, String top, Flattened flat) {
    Stack stack = new Stack(process, List.of());
    List<String> conductors = new ArrayList<>();
    List<String> electrodes = new ArrayList<>();
    List<String> connections = new ArrayList<>();
    for (int m = 0; m < stack.conductors(); m++) {
      int mask = m;
      conductors.add(
          stack.recipes().stream()
              .filter(r -> r.taken().contains(mask))
              .map(r -> quoted(r.rule().name()))
              .collect(Collectors.joining(",", quoted(stack.mask(m)) + ":[", "]")));
    }
    for (Connection c : process.connections()) {
      List<String> layers = c.layers();
      for (String layer : layers.subList(0, layers.size() - 1)) {
        connections.add(strings(List.of(layer, layers.get(layers.size() - 1))));
      }
    }
    for (Stack.Recipe r : stack.recipes()) {
      for (int t = 0; t < r.electrodes().size(); t++) {
        if (r.electrodes().get(t) >= 0) {
          String electrode = "e" + r.electrodes().get(t);
          electrodes.add(quoted(electrode) + ":" + quoted(r.rule().name()));
          connections.add(strings(List.of(electrode, r.rule().terminals().get(t))));
        }
      }
    }
    return "{\"top\":%s,\"masks\":%s,\"bodies\":%s,\"conductors\":{%s},\"electrodes\":{%s},\"connections\":%s,\"points\":%s}"
        .formatted(
            quoted(top),
            masks(process),
            bodies(process.devices()),
            String.join(",", conductors),
            String.join(",", electrodes),
            connections,
            points(flat));
  }

  private static String masks(ProcessRules process) {
    return process.masks().stream()
        .map((Mask m) -> "%s:[%d,%d]".formatted(quoted(m.name()), m.number(), m.datatype()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String bodies(List<DeviceRule> rules) {
    List<String> all = new ArrayList<>();
    for (DeviceRule r : rules) {
      List<String> inside = new ArrayList<>(List.of(r.body()));
      inside.addAll(r.inside());
      all.add(
          "%s:{\"inside\":%s,\"outside\":%s}"
              .formatted(quoted(r.name()), strings(inside), strings(r.outside())));
    }
    return "{" + String.join(",", all) + "}";
  }

  private static List<String> points(Flattened flat) {
    return flat.wires.stream()
        .map(
            w ->
                "[%s,%d,%d]"
                    .formatted(
                        quoted(w.mask()),
                        w.box().left() + (int) (w.box().width() / 2),
                        w.box().bottom() + (int) (w.box().height() / 2)))
        .toList();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String strings(List<String> texts) {
    return texts.stream().map(ExtractionAgainstKLayoutTest::quoted).toList().toString();
  }

  private void compareAll() throws IOException {
    for (Map.Entry<String, Flattened> e : ours.entrySet()) {
      compare(e.getKey(), e.getValue(), Files.readAllLines(folder.resolve(e.getKey() + ".out")));
    }
  }

  private static void compare(String name, Flattened flat, List<String> lines) {
    Map<Integer, Integer> to = new HashMap<>();
    Map<Integer, Integer> back = new HashMap<>();
    for (int i = 0; i < flat.wires.size(); i++) {
      Flattened.Wire wire = flat.wires.get(i);
      int theirs = Integer.parseInt(lines.get(i));
      assertThat(theirs).as("%s %s", name, wire).isNotNegative();
      assertThat(to.merge(wire.net(), theirs, (a, b) -> a))
          .as("%s %s", name, wire)
          .isEqualTo(theirs);
      assertThat(back.merge(theirs, wire.net(), (a, b) -> a))
          .as("%s %s", name, wire)
          .isEqualTo(wire.net());
    }
    Map<String, Integer> counts = new TreeMap<>();
    lines
        .subList(flat.wires.size(), lines.size())
        .forEach(l -> counts.put(l.split(" ", -1)[0], Integer.valueOf(l.split(" ", -1)[1])));
    flat.parts.forEach(p -> counts.merge(p.rule(), -1, Integer::sum));
    assertThat(counts.values()).as("%s: bodies %s", name, counts).containsOnly(0);
  }
}

package pnnc.crossbar.die;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.crossbar.testing.Digits;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Judge;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;
import pnnc.layout.drc.DesignRuleCheck;
import pnnc.layout.drc.RuleReport;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.extract.Extraction;
import pnnc.layout.extract.Instance;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.region.Flattening;
import pnnc.layout.region.Region;

/** A whole die. */
class DieTest {
  @TempDir private Path folder;

  private Outcome compile(String target, String name, LayoutFormat format) {
    return Digits.compile(target, Map.of(), format, folder.resolve(name));
  }

  private Layout layout(String name) throws IOException {
    return DrawnTile.read(Files.readAllBytes(folder.resolve(name).resolve(CrossbarEmitter.FILE)));
  }

  private static ProcessRules process(String target) {
    return target.equals("reram") ? Processes.reram130() : Processes.rom130();
  }

  @Test
  void aDieOfMemoriesKeepsTheRules() throws IOException {
    requireRules("reram");
  }

  /** Resistors under implants that cover whole tiles take the check a minute and a half. */
  @Tag("slow")
  @Test
  void aDieOfViaRomsKeepsTheRules() throws IOException {
    requireRules("crossbar");
  }

  private void requireRules(String target) throws IOException {
    compile(target, "die", LayoutFormat.PREFERRED);
    RuleReport report =
        DesignRuleCheck.of(process(target)).check(layout("die"), CrossbarEmitter.TOP);
    assertThat(report.violations()).isEmpty();
    assertThat(report.totals()).hasSizeGreaterThan(50);
    assertThat(report.totals().keySet()).filteredOn(r -> r instanceof Rule.Density).hasSize(5);
  }

  /** As {@code density} of the process, for KLayout to judge. */
  private static String densities(ProcessRules process) {
    List<String> layers = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    double um = process.nanometresPerDbu() / 1000;
    for (Rule.Density d : process.rules(Rule.Density.class)) {
      Mask mask = process.mask(d.layer());
      layers.add("'%s': [%d, %d]".formatted(d.layer(), mask.number(), mask.datatype()));
      rules.add(
          "{'name': '%s', 'type': 'density', 'layer': '%s', 'min': %s, 'max': %s, 'window': %s, 'step': %s}"
              .formatted(
                  d.layer(), d.layer(), d.least(), d.most(), d.window() * um, d.step() * um));
    }
    return "{'name': 'density', 'layers': {%s}, 'rules': [%s]}"
        .formatted(String.join(", ", layers), String.join(", ", rules))
        .replace('\'', '"');
  }

  /** KLayout takes the better part of a minute for the windows of a die. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"reram", "crossbar"})
  void kLayoutFindsNoWindowTooEmptyOrTooFull(String target)
      throws IOException, InterruptedException {
    compile(target, "die", LayoutFormat.PREFERRED);
    Path rules = Files.writeString(folder.resolve("density.json"), densities(process(target)));
    Judge.Answer answer =
        Judge.run(
            "klayout",
            folder,
            "-b",
            "-r",
            Judge.shared("drc_check.py").toString(),
            "-rd",
            "in=" + folder.resolve("die").resolve(CrossbarEmitter.FILE),
            "-rd",
            "rules=" + rules);
    assertThat(answer.status()).as(answer.output()).isZero();
  }

  /** Its squares are part of nothing outside. */
  @Test
  void fillIsOnNoNet() throws IOException {
    compile("reram", "die", LayoutFormat.PREFERRED);
    Extraction extraction = Extraction.of(layout("die"), process("reram"), CrossbarEmitter.TOP);
    List<ExtractedCell> fill =
        extraction.cells().stream().filter(c -> c.name().startsWith(DieFill.CELL)).toList();
    assertThat(fill).hasSize(1 + 5);
    assertThat(fill).allMatch(c -> c.pins().length == 0 && c.findings().isEmpty());
    Instance squares = extraction.cell(DieFill.CELL).orElseThrow().instances().get(0);
    assertThat(squares.connected()).isEmpty();
  }

  /** Each box has an outline on a mask of its own, and its name in it. */
  @Test
  void reservedAreasAreNamed() throws IOException {
    compile("reram", "die", LayoutFormat.PREFERRED);
    Layout all = layout("die");
    Region reserved = Flattening.of(all, "fc2.0.0.0.converters").get(new Layer(81, 79));
    List<String> names = new ArrayList<>();
    all.replay(
        new Passing(new LayoutBuilder()) {
          private boolean isIn;

          @Override
          public void beginCell(String name) {
            isIn = name.equals("fc2.0.0.0.converters");
            super.beginCell(name);
          }

          @Override
          public void label(Layer layer, String text, int x, int y, Repetition r) {
            super.label(layer, text, x, y, r);
            if (isIn && text.startsWith("black box: ")) {
              assertThat(reserved.contains(new Point(x, y))).as(text).isTrue();
              names.add(text.substring("black box: ".length()));
            }
          }
        });
    assertThat(names)
        .containsExactly("DAC x 34", "TIA and ADC for 10 readouts", "gate drivers x 34");
    double dac = 34 * 800.0 * 1e6;
    double adc = (2 * 5000.0 + 10 * 400) * 1e6;
    assertThat(reserved.area()).isGreaterThan(dac + adc).isLessThan(1.2 * (dac + adc));
  }

  @Test
  void theAreaIsThatOfTheBoundary() throws IOException {
    JsonObject report = compile("crossbar", "die", LayoutFormat.PREFERRED).summary();
    double area = report.getAsJsonObject("layout").get("areaUm2").getAsDouble();
    Region boundary = Flattening.of(layout("die"), CrossbarEmitter.TOP).get(new Layer(235, 4));
    Box die = boundary.bounds().orElseThrow();
    assertThat(area).isCloseTo((double) die.width() * die.height() / 1e6, within(1e-6 * area));
  }

  @Test
  void gdsiiHoldsTheSameNetwork() throws IOException {
    JsonObject oasis = compile("crossbar", "oasis", LayoutFormat.PREFERRED).summary();
    JsonObject gds = compile("crossbar", "gds", LayoutFormat.GDS).summary();
    assertThat(gds.get("verify")).isEqualTo(oasis.get("verify"));
    Path file = folder.resolve("gds").resolve(CrossbarEmitter.GDS_FILE);
    Layout read =
        GdsReader.layout(ByteSource.of("top.gds", Files.readAllBytes(file)), GdsMode.TOLERANT);
    assertThat(read.cell(CrossbarEmitter.TOP)).isPresent();
    assertThat(folder.resolve("gds").resolve(CrossbarEmitter.FILE)).doesNotExist();
  }

  /** Each line of a tile is one net of the die with the pin of that name in the boxes beside it. */
  @Test
  void eachLineMeetsItsConverter() throws IOException {
    compile("reram", "die", LayoutFormat.PREFERRED);
    Extraction extraction = Extraction.of(layout("die"), process("reram"), CrossbarEmitter.TOP);
    String tile = "fc2.0.0.0";
    List<String> lines = new ArrayList<>(names("W", 34));
    lines.addAll(names("B", 20));
    lines.addAll(names("G", 34));
    for (String line : lines) {
      int net = net(extraction, tile, line);
      assertThat(net).as(line).isNotNegative();
      assertThat(net(extraction, tile + ".converters", line)).as(line).isEqualTo(net);
    }
  }

  private static List<String> names(String letter, int count) {
    return IntStream.range(0, count).mapToObj(k -> letter + k).toList();
  }

  /** The net of the die that a line of a cell is part of. */
  private static int net(Extraction extraction, String cell, String line) {
    ExtractedCell drawn = extraction.cell(cell).orElseThrow();
    Instance placed =
        extraction.top().instances().stream()
            .filter(i -> i.cell().equals(cell))
            .findFirst()
            .orElseThrow();
    return placed.net(0, drawn.net(line).orElseThrow());
  }
}

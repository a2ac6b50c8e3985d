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
import pnnc.base.bytes.ByteSource;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.crossbar.testing.Digits;
import pnnc.crossbar.testing.DrawnTile;
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
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
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

  /** Density needs fill, which is not drawn. */
  private static ProcessRules withoutDensity(ProcessRules p) {
    return new ProcessRules(
        p.name(),
        p.nanometresPerDbu(),
        p.grid(),
        p.masks(),
        p.rules().stream().filter(r -> !(r instanceof Rule.Density)).toList(),
        p.connections(),
        p.devices());
  }

  @Test
  void aDieOfMemoriesKeepsTheRulesButThoseOfDensity() throws IOException {
    requireRules("reram");
  }

  /** Resistors under implants that cover whole tiles take the check a minute and a half. */
  @Tag("slow")
  @Test
  void aDieOfViaRomsKeepsTheRulesButThoseOfDensity() throws IOException {
    requireRules("crossbar");
  }

  private void requireRules(String target) throws IOException {
    compile(target, "die", LayoutFormat.PREFERRED);
    ProcessRules rules = withoutDensity(process(target));
    RuleReport report = DesignRuleCheck.of(rules).check(layout("die"), CrossbarEmitter.TOP);
    assertThat(report.violations()).isEmpty();
    assertThat(report.totals()).hasSizeGreaterThan(50);
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

package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;
import pnnc.layout.region.Region;

class ExtractionTest {
  private static int net(ExtractedCell cell, String mask, int x, int y) {
    return cell.netAt(mask, new Point(x, y)).orElseThrow();
  }

  @Test
  void edgesAndAreasJoinCornersDoNot() {
    ExtractedCell cell =
        new Sheet()
            .cell("top")
            .box(Processes.MET1, 0, 0, 10, 10)
            .box(Processes.MET1, 10, 5, 20, 15)
            .box(Processes.MET1, 20, 15, 30, 25)
            .box(Processes.MET2, 0, 0, 30, 25)
            .extract()
            .top();
    assertThat(cell.nets()).isEqualTo(3);
    assertThat(net(cell, "met1", 1, 1)).isEqualTo(net(cell, "met1", 19, 14));
    assertThat(net(cell, "met1", 1, 1)).isNotEqualTo(net(cell, "met1", 29, 24));
    assertThat(cell.netAt("met1", new Point(40, 0))).isEmpty();
    assertThat(cell.wires(net(cell, "met1", 1, 1)))
        .isEqualTo(Map.of("met1", Region.of(new Box(0, 0, 10, 10), new Box(10, 5, 20, 15))));
  }

  @Test
  void corneredCellsAreApartAndAbuttingOnesJoin() {
    Sheet sheet = new Sheet().cell("pad").box(Processes.MET1, 0, 0, 10, 10);
    sheet.cell("top").place("pad", 0, 0).place("pad", 10, 10).place("pad", 20, 5);
    ExtractedCell top = sheet.extract().top();
    List<Instance> pads = top.instances();
    assertThat(pads.get(0).net(0, 0)).isEqualTo(-1);
    assertThat(pads.get(1).net(0, 0)).isEqualTo(pads.get(2).net(0, 0)).isNotEqualTo(-1);
    assertThat(top.nets()).isEqualTo(1);
  }

  @Test
  void aCutJoinsWhatItOverlapsAndNotWhatItTouches() {
    ExtractedCell cell =
        new Sheet()
            .cell("top")
            .box(Processes.MET1, 0, 0, 40, 10)
            .box(Processes.MET2, 0, 0, 10, 40)
            .box(Processes.MET2, 30, 0, 40, 40)
            .box(Processes.VIA, 2, 2, 8, 8)
            .box(Processes.VIA, 25, 2, 30, 8)
            .extract()
            .top();
    assertThat(net(cell, "met1", 5, 5)).isEqualTo(net(cell, "met2", 5, 30));
    assertThat(net(cell, "met1", 5, 5)).isNotEqualTo(net(cell, "met2", 35, 30));
    assertThat(net(cell, "via", 27, 4)).isEqualTo(net(cell, "met1", 5, 5));
    assertThat(cell.wires(net(cell, "met1", 5, 5)).get("via").polygons()).hasSize(2);
  }

  @Test
  void aTransistorInterruptsDiffusionAndNotItsGate() {
    ExtractedCell cell =
        new Sheet()
            .cell("top")
            .box(Processes.DIFF, 0, 0, 100, 30)
            .box(Processes.POLY, 20, -20, 35, 50)
            .box(Processes.POLY, 60, -20, 75, 50)
            .extract()
            .top();
    assertThat(cell.devices()).hasSize(2);
    Device first = cell.devices().get(0);
    assertThat(first.rule()).isEqualTo("fet");
    assertThat(first.bounds()).isEqualTo(new Box(20, 0, 35, 30));
    assertThat(first.area()).isEqualTo(450);
    assertThat(first.width()).isEqualTo(30);
    assertThat(first.length()).isEqualTo(15);
    assertThat(first.terminals())
        .containsExactly(
            new Terminal("diff", net(cell, "diff", 5, 5), List.of(new Edge(20, 0, 20, 30))),
            new Terminal("poly", net(cell, "poly", 25, -10), List.of()),
            new Terminal("diff", net(cell, "diff", 50, 5), List.of(new Edge(35, 0, 35, 30))));
    assertThat(net(cell, "poly", 25, -10)).isEqualTo(net(cell, "poly", 25, 45));
    assertThat(cell.netAt("diff", new Point(25, 15))).isEmpty();
    assertThat(cell.findings()).isEmpty();
  }

  @Test
  void aWellSparesAndAMissingEndIsReported() {
    ExtractedCell cell =
        new Sheet()
            .cell("top")
            .box(Processes.DIFF, 0, 0, 100, 30)
            .box(Processes.POLY, 20, -20, 35, 50)
            .box(Processes.WELL, 10, -10, 50, 40)
            .box(Processes.POLY, 85, -20, 100, 50)
            .extract()
            .top();
    assertThat(cell.devices()).hasSize(1);
    assertThat(cell.devices().get(0).terminals().get(2).net()).isEqualTo(Terminal.OPEN);
    assertThat(cell.findings())
        .containsExactly(
            new Finding(Finding.Kind.ENDS, "top", List.of("fet"), new Box(85, 0, 100, 30)));
    assertThat(net(cell, "diff", 5, 5)).isEqualTo(net(cell, "diff", 50, 5));
  }

  @Test
  void aResistorHasItsTwoEndsAndItsLength() {
    ExtractedCell cell =
        new Sheet()
            .cell("top")
            .box(Processes.POLY, 0, 0, 100, 10)
            .box(Processes.MARK, 20, -5, 70, 15)
            .extract()
            .top();
    Device resistor = cell.devices().get(0);
    assertThat(resistor.length()).isEqualTo(50);
    assertThat(resistor.width()).isEqualTo(10);
    assertThat(resistor.terminals().get(0).net()).isEqualTo(net(cell, "poly", 0, 0));
    assertThat(resistor.terminals().get(1).net()).isEqualTo(net(cell, "poly", 100, 0));
    assertThat(cell.nets()).isEqualTo(2);
  }

  /** The device is in the cell, its wires are not: they reach the cell's electrodes. */
  @Test
  void wiresOfAParentReachTheMemoriesOfItsChildren() {
    Sheet sheet = new Sheet().cell("bit");
    sheet.box(Processes.VIA, 4, 4, 6, 6).box(Processes.MEM, 3, 3, 7, 7);
    sheet.cell("top").array("bit", 0, 0, 3, 2, 10, 10);
    for (int i = 0; i < 3; i++) {
      sheet
          .box(Processes.MET2, 10 * i + 2, 0, 10 * i + 8, 20)
          .label(Processes.MET2, "B" + i, 10 * i + 5, 0);
    }
    sheet.box(Processes.MET1, 0, 2, 30, 8).label(Processes.MET1, "W0", 0, 5);
    sheet.box(Processes.MET1, 0, 12, 30, 18).label(Processes.MET1, "W1", 0, 15);
    Extraction extraction = sheet.extract();
    Device memory = extraction.cell("bit").orElseThrow().devices().get(0);
    ExtractedCell top = extraction.top();
    assertThat(top.nets()).isEqualTo(5);
    Instance bits = top.instances().get(0);
    for (int k = 0; k < bits.count(); k++) {
      assertThat(bits.net(k, memory.terminals().get(0).net()))
          .isEqualTo(top.net("W" + k / 3).orElseThrow());
      assertThat(bits.net(k, memory.terminals().get(1).net()))
          .isEqualTo(top.net("B" + k % 3).orElseThrow());
    }
    assertThat(extraction.findings()).isEmpty();
  }

  @Test
  void aWireThatCrossesTheGateOfAChildIsCutThere() {
    Sheet sheet = new Sheet().cell("fet");
    sheet.box(Processes.DIFF, 0, 0, 50, 10).box(Processes.POLY, 20, -10, 30, 20);
    sheet.cell("top").array("fet", 0, 0, 1, 3, 100, 100).box(Processes.DIFF, -30, 100, 80, 110);
    Extraction extraction = sheet.extract();
    ExtractedCell top = extraction.top();
    Instance column = top.instances().get(0);
    assertThat(column.kept()).containsExactly(0, 2);
    assertThat(top.devices()).hasSize(1);
    assertThat(net(top, "diff", -30, 105)).isNotEqualTo(net(top, "diff", 80, 105));
  }

  /** Two wires at one corner of a body are two ends, also if they meet elsewhere. */
  @Test
  void endsThatMeetElsewhereOnlyAreTwo() {
    Sheet sheet = new Sheet().cell("top").box(Processes.DIFF, 0, 0, 10, 10);
    sheet.box(Processes.POLY, 0, 0, 10, 10);
    sheet.box(Processes.DIFF, 10, 0, 40, 10).box(Processes.DIFF, 0, -30, 10, 0);
    sheet.box(Processes.DIFF, 30, -40, 40, 0).box(Processes.DIFF, 0, -40, 40, -30);
    Device device = sheet.extract().top().devices().get(0);
    assertThat(device.terminals()).hasSize(3);
    assertThat(device.terminals().get(0).edges()).containsExactly(new Edge(0, 0, 10, 0));
    assertThat(device.terminals().get(2).edges()).containsExactly(new Edge(10, 0, 10, 10));
    assertThat(device.terminals().get(0).net()).isEqualTo(device.terminals().get(2).net());
  }

  @Test
  void aTurnedCellIsTheSameAndAMagnifiedOneIsTheParents() {
    Sheet sheet = new Sheet().cell("fet");
    sheet.box(Processes.DIFF, 0, 0, 50, 10).box(Processes.POLY, 20, -10, 30, 20);
    sheet
        .cell("top")
        .place("fet", Transform.of(Orientation.M90, new Point(500, 0)))
        .place("fet", new Transform(false, 0, 2, new Point(0, 0)));
    ExtractedCell top = sheet.extract().top();
    assertThat(top.instances()).hasSize(1);
    assertThat(top.devices()).hasSize(1);
    assertThat(top.devices().get(0).area()).isEqualTo(400);
  }

  @Test
  void slantedWiresAreNetsToo() {
    Sheet sheet = new Sheet().cell("a").polygon(Processes.MET1, 0, 0, 100, 100, 90, 110, -10, 10);
    sheet.cell("top").place("a", 0, 0).place("a", 100, 100).place("a", 60, 0);
    sheet.box(Processes.MET1, 40, 70, 45, 75);
    ExtractedCell top = sheet.extract().top();
    assertThat(top.instances().get(0).net(0, 0)).isEqualTo(top.instances().get(1).net(0, 0));
    assertThat(top.instances().get(2).net(0, 0)).isEqualTo(-1);
    assertThat(net(top, "met1", 42, 72)).isNotEqualTo(net(top, "met1", 50, 50));
  }

  @Test
  void unknownNamesAreRefused() {
    Sheet sheet = new Sheet().cell("top").box(Processes.MET1, 0, 0, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extraction.of(sheet.layout(), Processes.small(), "tip"))
        .withMessage("no cell `tip`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sheet().cell("top").extract().top().netAt("mem", Point.ORIGIN))
        .withMessage("no conductor: mem");
  }
}

package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.model.Layout;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.RegionBuilder;

class RecogniserTest {
  /** A guide for each piece of well, with the net of the metal at its first corner. */
  private static final class Guides implements Recogniser {
    @Override
    public Set<String> masks() {
      return Set.of("well");
    }

    @Override
    public List<Device> find(DrawnCell cell) {
      return cell.drawn("well").polygons().stream().map(p -> guide(cell, p)).toList();
    }

    private static Device guide(DrawnCell cell, Polygon piece) {
      Point corner = new Point(piece.outer().x(0), piece.outer().y(0));
      int net = cell.netAt("met1", corner).orElse(Terminal.OPEN);
      Box box = piece.outer().bounds();
      return new Device(
          "guide",
          new RegionBuilder().polygon(piece).build(),
          List.of(new Terminal("met1", net, List.of())),
          Map.of("length", (double) box.width()));
    }
  }

  private static Layout layout() {
    return new Sheet()
        .cell("guide")
        .box(Processes.WELL, 0, 0, 50, 4)
        .cell("top")
        .place("guide", 0, 0)
        .place("guide", 50, 0)
        .place("guide", 200, 0)
        .box(Processes.MET1, -5, -5, 5, 5)
        .layout();
  }

  @Test
  void devicesThatReachIntoNeighboursAreWholeInTheParent() {
    Extraction extraction = Extraction.of(layout(), Processes.small(), "top", new Guides());
    ExtractedCell top = extraction.top();
    assertThat(top.devices()).hasSize(1);
    Device guide = top.devices().get(0);
    assertThat(guide.parameters()).isEqualTo(Map.of("length", 100.0));
    assertThat(guide.terminals().get(0).net())
        .isEqualTo(top.netAt("met1", new Point(0, 0)).orElseThrow());
    assertThat(top.instances()).hasSize(1);
    assertThat(extraction.cell("guide").orElseThrow().devices().get(0).parameters())
        .isEqualTo(Map.of("length", 50.0));
  }

  @Test
  void onlyMasksOfDevicesAreKept() {
    Recogniser wrong =
        new Recogniser() {
          @Override
          public Set<String> masks() {
            return Set.of("well");
          }

          @Override
          public List<Device> find(DrawnCell cell) {
            cell.drawn("met1");
            return List.of();
          }
        };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Extraction.of(layout(), Processes.small(), "top", wrong))
        .withMessageContaining("no device depends on");
  }
}

package pnnc.crossbar.die;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pnnc.backend.Settings;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutBuilder;

/** Hundreds of tiles of 128 x 128: what a die consists of grows as they do. */
class LargeDieTest {
  private static final ProcessRules PROCESS = Processes.rom130();
  private static final DesignRules RULES = new DesignRules(PROCESS);
  private static final TileDrawing TILE = DrawnTile.drawing(new int[128][128]);
  private static final Settings SETTINGS =
      new Settings(
          Map.of(
              "adc.shared_by", "8",
              "adc.width", "8 bit",
              "dac.slice", "8 bit",
              "technology.converter.dac8.area", "800 um^2",
              "technology.converter.sar8.area", "5000 um^2",
              "technology.converter.tia.area", "400 um^2"));

  /** Counts what goes into a die, and keeps where tiles are. */
  private static final class Counted extends Passing {
    private final List<Box> tiles = new ArrayList<>();
    private long elements;
    private long squares;

    Counted() {
      super(new LayoutBuilder());
    }

    @Override
    public void box(Layer layer, int l, int b, int r, int t, Repetition repetition) {
      elements++;
    }

    @Override
    public void label(Layer layer, String text, int x, int y, Repetition repetition) {
      elements++;
    }

    @Override
    public void reference(String cell, Transform at, Repetition repetition) {
      elements++;
      Point p = at.shift();
      if (cell.startsWith("tile") && !cell.endsWith(".converters")) {
        int right = (int) (p.x() + TILE.width());
        tiles.add(new Box(p.x(), p.y(), right, (int) (p.y() + TILE.height())));
      }
      squares += cell.startsWith("fill.") ? repetition.count() : 0;
    }
  }

  private static Counted die(int tiles) {
    Counted out = new Counted();
    out.begin("die", Grid.NANOMETRE);
    Pen pen = new Pen(PROCESS, out);
    BusWires wires = new BusWires(RULES, pen);
    ConverterBlocks blocks = ConverterBlocks.of(SETTINGS, 1, wires, TILE, 128, 64);
    List<Macro> macros = new ArrayList<>();
    for (int k = 0; k < tiles; k++) {
      macros.add(Macro.of("tile" + k, TILE, blocks));
    }
    out.beginCell(CrossbarEmitter.TOP);
    Set<String> masks = Set.of("met1", "met2");
    FloorPlan.Dependencies with =
        new FloorPlan.Dependencies(PROCESS, new SealRing(RULES), wires, masks);
    FloorPlan plan = new FloorPlan(macros, pen, with);
    FloorPlan.Size size = plan.draw();
    out.endCell();
    new DieFill(PROCESS, size, plan.occupied()).draw(out);
    double fill = (double) out.squares * 9e6 / ((double) size.width() * size.height());
    assertThat(fill).as("five metals").isBetween(0.8, 2.5);
    return out;
  }

  @Test
  void elementsGrowAsTilesDo() {
    Counted some = die(60);
    Counted many = die(480);
    assertThat(many.elements).isLessThan(8 * some.elements);
    assertThat(many.tiles).hasSize(480);
    assertThat((double) many.elements / 480).isBetween(20.0, 120.0);
  }

  @Test
  void tilesKeepApart() {
    List<Box> tiles = die(60).tiles;
    for (int a = 0; a < tiles.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(tiles.get(a).touches(tiles.get(b))).as("%d and %d", a, b).isFalse();
      }
    }
  }
}

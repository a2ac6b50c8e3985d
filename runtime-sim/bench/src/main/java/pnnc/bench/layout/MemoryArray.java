package pnnc.bench.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/**
 * Arrays of cells of one transistor and one memory, which share word lines in poly, source lines in
 * met1 and bit lines in met2 with their neighbours.
 */
public final class MemoryArray {
  /** Masks {@code i} have the layer number {@code i + 1}. */
  static final List<String> MASKS = List.of("diff", "poly", "licon", "met1", "via", "met2", "mem");

  static final int PITCH = 2000;

  private MemoryArray() {}

  private static Layer layer(String mask) {
    return new Layer(MASKS.indexOf(mask) + 1, 0);
  }

  /** Tiles of {@code side} × {@code side} cells, {@code across} by {@code across}, apart. */
  static Layout tiles(int side, int across) {
    LayoutBuilder to = new LayoutBuilder();
    to.begin("memory", Grid.NANOMETRE);
    cell(to);
    to.beginCell("tile");
    array(to, "cell", side, PITCH);
    to.endCell();
    to.beginCell("top");
    array(to, "tile", across, side * PITCH + 1000);
    to.endCell();
    to.end();
    return to.build();
  }

  /** One tile of {@code kinds} sizes of memories, each cell a placement of its own. */
  static Layout mixed(int side, int kinds) {
    LayoutBuilder to = new LayoutBuilder();
    to.begin("memory", Grid.NANOMETRE);
    for (int kind = 0; kind < kinds; kind++) {
      to.beginCell("cell" + kind);
      shapes(to, 10 * kind);
      to.endCell();
    }
    to.beginCell("tile");
    Random random = new Random(1);
    for (int i = 0; i < side * side; i++) {
      Transform at = Transform.shift(i % side * PITCH, i / side * PITCH);
      to.reference("cell" + random.nextInt(kinds), at, Repetition.ONCE);
    }
    to.endCell();
    to.beginCell("top");
    to.reference("tile", Transform.IDENTITY, Repetition.ONCE);
    to.endCell();
    to.end();
    return to.build();
  }

  private static void array(LayoutBuilder to, String cell, int side, int pitch) {
    Repetition steps = new Repetition.Regular(side, side, new Point(pitch, 0), new Point(0, pitch));
    to.reference(cell, Transform.IDENTITY, steps);
  }

  private static void cell(LayoutBuilder to) {
    to.beginCell("cell");
    shapes(to, 0);
    to.endCell();
  }

  private static void shapes(LayoutBuilder to, int larger) {
    box(to, "diff", 800, 200, 1200, 1800);
    box(to, "poly", 0, 900, 2000, 1050);
    box(to, "licon", 900, 300, 1070, 470);
    box(to, "licon", 900, 1500, 1070, 1670);
    box(to, "met1", 0, 250, 2000, 520);
    box(to, "met1", 800, 1400, 1200, 1750);
    box(to, "via", 920, 1500, 1080, 1650);
    box(to, "mem", 850 - larger, 1450, 1150, 1700);
    box(to, "met2", 850, 0, 1150, 2000);
  }

  private static void box(LayoutBuilder to, String mask, int l, int b, int r, int t) {
    to.box(layer(mask), l, b, r, t, Repetition.ONCE);
  }

  static ProcessRules process() {
    List<Mask> masks = new ArrayList<>();
    for (String name : MASKS) {
      masks.add(
          new Mask(
              name,
              layer(name).number(),
              0,
              OptionalInt.of(5),
              OptionalInt.empty(),
              Purpose.CONDUCTOR,
              OptionalDouble.of(0.125)));
    }
    return new ProcessRules(
        "memory",
        1,
        1,
        masks,
        List.of(),
        List.of(cut("licon", "diff", "met1"), cut("via", "met1", "met2")),
        List.of(
            device("fet", "poly", List.of("diff"), "diff", "poly", "diff"),
            device("memory", "via", List.of("mem"), "met1", "met2")));
  }

  private static Connection cut(String cut, String lower, String upper) {
    return new Connection.Cut(cut, cut, lower, upper, OptionalDouble.of(10), 0, 0);
  }

  private static DeviceRule device(
      String name, String body, List<String> inside, String... terminals) {
    return new DeviceRule(
        name, name, body, inside, List.of(), List.of(terminals), OptionalDouble.empty());
  }
}

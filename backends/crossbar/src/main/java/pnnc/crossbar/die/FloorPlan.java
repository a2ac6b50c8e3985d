package pnnc.crossbar.die;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.crossbar.cell.Pen;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/**
 * Tiles with their converters in rows, in the order in which they came, with a channel below each
 * row that is as high as its wires need. All lengths in dbu.
 *
 * <pre>
 *   ┌────────────────────────────┐ seal
 *   │ ┌─┬────┐ ┌─┬───┐           │
 *   │ │ │tile│ │ │   │   row 1   │
 *   │ └╫┴╫───┘ └╫┴╫──┘           │
 *   │ ══════════════════ channel │
 *   │ ┌─┬──────────┐ ┌─┬────┐    │
 *   │ │ │ tile     │ │ │    │    │ row 0
 *   │ └╫┴╫─────────┘ └╫┴╫───┘    │
 *   │ ══════════════════════════ │
 *   └────────────────────────────┘
 * </pre>
 */
final class FloorPlan {
  /** Between two tiles with their boxes, and between them and the seal; assumed. */
  private static final long HALO = 5000;

  /** From the border of the die to what is inside its seal. */
  private static final long EDGE = SealRing.width() + HALO;

  /** How far ports of the die are from the seal; assumed. */
  private static final long PORTS = SealRing.width() + 2000;

  private final List<Macro> macros;
  private final Pen pen;
  private final Dependencies with;
  private final Occupied occupied = new Occupied();

  /** How large a die is, dbu. */
  record Size(long width, long height) {}

  /**
   * What a floor plan is drawn with.
   *
   * @param tileMasks metals that tiles and the lines in boxes are drawn on
   */
  record Dependencies(ProcessRules process, SealRing seal, BusWires wires, Set<String> tileMasks) {
    Dependencies {
      tileMasks = Set.copyOf(tileMasks);
    }
  }

  /** A macro and its left side. */
  private record Standing(Macro macro, long x) {}

  FloorPlan(List<Macro> macros, Pen pen, Dependencies with) {
    this.macros = macros;
    this.pen = pen;
    this.with = with;
  }

  /** About as wide as a square of all areas, and no narrower than the widest. */
  private long rowWidth() {
    double area = 0;
    long widest = 0;
    for (Macro m : macros) {
      area += (double) (m.width() + HALO) * (m.height() + HALO);
      widest = Math.max(widest, m.width());
    }
    return Math.max(widest, (long) Math.sqrt(area));
  }

  private List<List<Standing>> rows() {
    long most = EDGE + rowWidth();
    List<List<Standing>> rows = new ArrayList<>();
    List<Standing> row = new ArrayList<>();
    long x = EDGE;
    for (Macro m : macros) {
      if (!row.isEmpty() && x + m.width() > most) {
        rows.add(row);
        row = new ArrayList<>();
        x = EDGE;
      }
      row.add(new Standing(m, x));
      x += m.width() + HALO;
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return rows;
  }

  /** Places everything in an open cell, upwards from the origin, and closes it with the seal. */
  Size draw() {
    List<List<Standing>> rows = rows();
    long right = EDGE;
    for (List<Standing> row : rows) {
      Standing last = row.get(row.size() - 1);
      right = Math.max(right, last.x + last.macro.width());
    }
    long width = whole(right + EDGE);
    long y = EDGE;
    for (int k = 0; k < rows.size(); k++) {
      y += drawRow(k, rows.get(k), y, width) + HALO;
    }
    Size die = new Size(width, whole(y - HALO + EDGE));
    with.seal.draw(pen, die.width, die.height);
    with.seal.occupy(occupied, die.width, die.height);
    pen.box("boundary", 0, 0, die.width, die.height);
    return die;
  }

  /** So many windows of density that none is cut to a sliver at the border. */
  private long whole(long length) {
    long step = with.process.grid();
    for (Rule.Density density : with.process.rules(Rule.Density.class)) {
      step = Math.max(step, density.step());
    }
    return Math.floorDiv(length + step - 1, step) * step;
  }

  /** Draws a row upwards from {@code bottom}; returns how high it is. */
  private long drawRow(int number, List<Standing> row, long bottom, long width) {
    List<Channel.Placed> boxes = new ArrayList<>();
    long high = 0;
    for (Standing s : row) {
      high = Math.max(high, s.macro.height());
      for (ConverterBlocks.Attached at : s.macro.buses()) {
        long x = s.x + s.macro.originX() + at.left();
        long above = s.macro.originY() + at.bottom();
        boxes.add(new Channel.Placed(s.macro.name(), at.bus(), x, above));
      }
    }
    Channel channel = new Channel(number, boxes, with.wires, PORTS, width - PORTS, occupied);
    channel.draw(bottom);
    row.forEach(s -> place(s, bottom + channel.height()));
    return channel.height() + high;
  }

  private void place(Standing s, long bottom) {
    Macro m = s.macro;
    long x = s.x + m.originX();
    long y = bottom + m.originY();
    place(m.name(), x, y);
    place(m.converters(), x, y);
    long by = ConverterBlocks.STUB;
    for (String mask : with.tileMasks) {
      occupied.add(mask, x - by, y - by, x + m.tileWidth() + by, y + m.tileHeight() + by);
    }
  }

  private void place(String cell, long x, long y) {
    pen.sink()
        .reference(cell, Transform.shift(Math.toIntExact(x), Math.toIntExact(y)), Repetition.ONCE);
  }

  /** Where metal is, after {@link #draw}. */
  Occupied occupied() {
    return occupied;
  }
}

package pnnc.crossbar.cell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pnnc.layout.model.LayoutSink;

/**
 * A weight that is written after the cell is made: a memory between two metals, in series with a
 * transistor that the row's gate switches. While the array computes all gates are on, and the
 * transistor is a resistor.
 *
 * <pre>
 *          bit line (met2)
 *      │    ┃  ┃    │
 *      │   ┌┃▣▣┃┐   │  memory: a via in its own mask, over the drain's pad of met1
 *      │   └┃──┃┘   │  drain
 *   ════════╪══╪═══════ gate (poly), out to the right
 *      │    ┃▢▢┃    │  source
 *   ━━━━━━━━━━━━━━━━━━━ word line (met1), in from the left
 *      └────┃──┃────┘ 0
 * </pre>
 *
 * <p>All cells of an array are the same; the first drawing, for the border, has no memory. Thick
 * oxide and the implant of the sources cover the whole array. Lengths in dbu.
 */
public final class OneTransistorCell implements CrosspointCell {
  /** From a contact to the gate, more than licon.11 asks; assumed. */
  private static final long CONTACT_TO_GATE = 100;

  private final DesignRules rules;
  private final Shape shape;
  private final Electrical electrical;
  private final long licon;
  private final long end;

  /**
   * What may be chosen.
   *
   * @param gateLength of the transistor along the current
   * @param diffWidth of the transistor across it
   * @param memorySide of the memory's mask
   * @param lineWidth of word and bit lines
   * @param leastWidth of the cell, which may have to be wider
   * @param leastHeight of the cell, which may have to be higher
   */
  public record Shape(
      long gateLength,
      long diffWidth,
      long memorySide,
      long lineWidth,
      long leastWidth,
      long leastHeight) {
    public Shape {
      if (Math.min(Math.min(gateLength, diffWidth), Math.min(memorySide, lineWidth)) < 1) {
        throw new IllegalArgumentException(
            "no cell: a gate of %d x %d dbu, a memory of %d dbu, lines of %d dbu"
                .formatted(gateLength, diffWidth, memorySide, lineWidth));
      }
    }
  }

  /**
   * What it conducts.
   *
   * @param least conductance of the memory, siemens
   * @param most conductance of the memory, siemens, above {@code least}
   * @param levels evenly between, both ends among them, at least 2
   * @param accessOhms of the transistor when it is on
   */
  public record Electrical(double least, double most, int levels, double accessOhms) {
    public Electrical {
      if (!(least > 0) || !(most > least) || levels < 2 || !(accessOhms >= 0)) {
        throw new IllegalArgumentException(
            "no memory: %s to %s S in %d levels, behind %s ohm"
                .formatted(least, most, levels, accessOhms));
      }
    }
  }

  /** A cell that keeps {@code rules}. */
  public OneTransistorCell(DesignRules rules, Shape shape, Electrical electrical) {
    this.rules = rules;
    this.shape = shape;
    this.electrical = electrical;
    this.licon = rules.side("licon1");
    this.end = rules.margin("licon1", "diff").ends();
  }

  @Override
  public long width() {
    long diff = shape.diffWidth + rules.space("diff");
    long lines = shape.lineWidth + rules.space("met2", shape.lineWidth);
    long memory = shape.memorySide + rules.space("reram");
    long pad = 2 * padHalf() + rules.space("met1");
    long least = Math.max(Math.max(diff, lines), Math.max(memory, pad));
    return rules.even(Math.max(least, shape.leastWidth));
  }

  @Override
  public long height() {
    long metal = drainY() + padHalf() + metalSpace() - word().from();
    long diff = diffTop() + rules.space("diff") - diffBottom();
    return rules.even(Math.max(Math.max(metal, diff), shape.leastHeight));
  }

  /** Between the word line and the drain's pad, over which the memory may stand out. */
  private long metalSpace() {
    long memory = rules.separation("reram", "met1");
    return Math.max(memory, rules.space("met1", shape.lineWidth)) + memoryOver();
  }

  /** How far the memory stands out over the pad. */
  private long memoryOver() {
    return Math.max(0, shape.memorySide / 2 - padHalf());
  }

  @Override
  public Line word() {
    long from = rules.up(rules.space("met1", shape.lineWidth) / 2, 1);
    return new Line("met1", from, from + shape.lineWidth);
  }

  @Override
  public Line bit() {
    long from = width() / 2 - shape.lineWidth / 2;
    return new Line("met2", from, from + shape.lineWidth);
  }

  @Override
  public Optional<Line> gate() {
    long room = drainY() - licon / 2 - CONTACT_TO_GATE;
    return Optional.of(new Line("poly", room - shape.gateLength, room));
  }

  private long sourceY() {
    return rules.up(word().middle(), 1);
  }

  private long diffBottom() {
    return sourceY() - licon / 2 - end;
  }

  private long diffTop() {
    return drainY() - licon / 2 + licon + end;
  }

  /** As near as the gate and the metals let it be. */
  private long drainY() {
    long gate = licon + 2 * CONTACT_TO_GATE + shape.gateLength;
    long metal = shape.lineWidth / 2 + metalSpace() + padHalf();
    return sourceY() + rules.up(Math.max(gate, metal), 1);
  }

  /** Half of the drain's pad, which holds a via and has the least area. */
  private long padHalf() {
    long via = rules.side("via") / 2 + rules.margin("via", "met1").ends();
    long area = (long) Math.ceil(Math.sqrt((double) rules.area("met1")) / 2);
    return rules.up(Math.max(via, area), 1);
  }

  @Override
  public int levels() {
    return electrical.levels;
  }

  @Override
  public int drawings() {
    return 2;
  }

  @Override
  public int drawing(int level) {
    return 1;
  }

  @Override
  public OptionalDouble written(int level) {
    double step = (electrical.most - electrical.least) / (electrical.levels - 1);
    return OptionalDouble.of(electrical.least + level * step);
  }

  @Override
  public double accessOhms() {
    return electrical.accessOhms;
  }

  /** The memory, the transistor, and the contacts of its two ends. */
  @Override
  public double siemens(int level) {
    double contacts = 2 * (rules.ohms("licon1", "diff") + rules.ohms("mcon", "li1"));
    return 1 / (1 / written(level).orElseThrow() + electrical.accessOhms + contacts);
  }

  @Override
  public void draw(int drawing, LayoutSink sink) {
    Pen pen = new Pen(rules.process(), sink);
    for (String over : List.of("boundary", "nsdm", "hvi")) {
      pen.box(over, 0, 0, width(), height());
    }
    long x = width() / 2;
    long half = shape.diffWidth / 2;
    pen.box("diff", x - half, diffBottom(), x + half, diffTop());
    Line gate = gate().orElseThrow();
    pen.box("poly", 0, gate.from(), width(), gate.to());
    drawContact(pen, x, sourceY());
    drawContact(pen, x, drainY());
    pen.box("met1", 0, word().from(), width(), word().to());
    pen.box("met1", x - padHalf(), drainY() - padHalf(), x + padHalf(), drainY() + padHalf());
    pen.box("met2", bit().from(), 0, bit().to(), height());
    if (drawing > 0) {
      cut(pen, "via", x, drainY());
      long side = shape.memorySide / 2;
      pen.box("reram", x - side, drainY() - side, x + side, drainY() + side);
    }
  }

  /** From the diffusion to met1. */
  private void drawContact(Pen pen, long x, long y) {
    cut(pen, "licon1", x, y);
    cut(pen, "mcon", x, y);
    long along = rules.up(licon / 2 + rules.margin("licon1", "li1").ends(), 1);
    long across = licon / 2;
    long area = rules.up((rules.area("li1") + 2 * licon - 1) / (2 * licon), 1);
    long half = Math.max(along, area);
    pen.box("li1", x - half, y - across, x + half, y - across + licon);
  }

  /** A square whose side may be an odd number of grid points. */
  private void cut(Pen pen, String mask, long x, long y) {
    long side = rules.side(mask);
    long left = x - rules.up(side / 2, 1);
    long bottom = y - rules.up(side / 2, 1);
    pen.box(mask, left, bottom, left + side, bottom + side);
  }
}

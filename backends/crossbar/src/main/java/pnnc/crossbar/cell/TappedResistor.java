package pnnc.crossbar.cell;

import java.util.List;
import pnnc.base.process.ProcessRules;
import pnnc.layout.model.LayoutSink;

/**
 * A weight that a mask holds: strips of high-ohmic polysilicon in series from the word line up, and
 * at most one via, from one of the nodes between them to the bit line above. Which node it stands
 * on is the level; without it the weight is 0. All levels share every mask but that of the via.
 *
 * <pre>
 *          bit line (met2)
 *      │  ┌─ ┃      ┃    │
 *      │  ▣══┃══════┃ ─┐ │  strip 3     ▣  node with its pad (met1) under the bit line
 *      │     ┃      ┃══▣ │  strip 2     ═  resistor, between its contacts
 *      │  ▣══┃══════┃ ─┘ │
 *      │  └─ ┃══════┃═─┐ │  strip 1
 *      │  ┌─ ┃══════┃══▣ │  strip 0
 *   ━━━━━━┷━━━━━━━━━━━━━━━━ word line (met1)
 *          ┃      ┃
 * </pre>
 *
 * <p>Implant, doping and opened nitride cover the whole array. The ends of precision resistors in
 * SKY130 have one long contact each (licon.1b, licon.1c); here they have the square one of all
 * other contacts, which the technology allows alone.
 *
 * <p>Node {@code n} is {@code n} strips away from the word line, so levels have the conductances
 * {@code 1 / (n · strip + contacts)}: fine near 0, coarse at the top. Two such cells, one for each
 * sign, make differences that lie close everywhere.
 */
public final class TappedResistor implements CrosspointCell {
  /** From a contact to the resistor that begins beside it; assumed. */
  private static final long CONTACT_TO_BODY = 100;

  /** How far pads are moved in under the bit line, which can be narrower then. */
  private static final long INSET = 400;

  private final DesignRules rules;
  private final Masks masks;
  private final Shape shape;
  private final long licon;
  private final long head;
  private final long pitch;
  private final long firstRow;

  /**
   * The masks that the cell is drawn on.
   *
   * @param body what resists
   * @param marker says where it does
   * @param implant makes it high-ohmic
   * @param doping its contacts need
   * @param nitride removed around contacts to the body
   */
  public record Masks(String body, String marker, String implant, String doping, String nitride) {
    /** Those of SKY130 and its kin. */
    public static final Masks SKY130 = new Masks("poly", "poly_resistor", "urpm", "psdm", "npc");
  }

  /**
   * What may be chosen.
   *
   * @param strips in series, at least 1
   * @param firstTap node of the greatest conductance, from 1 to {@code strips}
   * @param length of one strip between its ends, dbu
   * @param width of a strip, dbu
   * @param space between two strips, dbu
   * @param wordWidth of the word line, dbu
   */
  public record Shape(
      int strips, int firstTap, long length, long width, long space, long wordWidth) {
    public Shape {
      if (strips < 1 || firstTap < 1 || firstTap > strips || length < 1 || width < 1) {
        throw new IllegalArgumentException(
            "no tapped resistor: %d strips of %d x %d dbu, tapped from node %d"
                .formatted(strips, length, width, firstTap));
      }
    }
  }

  /** A cell of {@code shape} that keeps {@code rules}. */
  public TappedResistor(DesignRules rules, Masks masks, Shape shape) {
    this.rules = rules;
    this.masks = masks;
    this.shape = shape;
    this.licon = rules.side("licon1");
    this.head = CONTACT_TO_BODY + licon + rules.margin("licon1", masks.body).ends();
    this.pitch = rules.even(shape.width + shape.space);
    this.firstRow = rules.even(rules.space("met1", shape.wordWidth) + shape.wordWidth);
  }

  private long tail() {
    return rules.even(shape.space / 2);
  }

  @Override
  public long width() {
    return rules.even(stripLength() + shape.space);
  }

  private long stripLength() {
    return shape.length + 2 * head;
  }

  @Override
  public long height() {
    return firstRow + (shape.strips - 1L) * pitch + shape.width + tail();
  }

  @Override
  public Line word() {
    long from = rules.up(rules.space("met1", shape.wordWidth) / 2, 1);
    return new Line("met1", from, from + shape.wordWidth);
  }

  @Override
  public Line bit() {
    long reach = rules.side("via") / 2 + rules.margin("via", "met2").ends();
    return new Line("met2", tapX(0) - reach, tapX(1) + reach);
  }

  @Override
  public int levels() {
    return shape.strips - shape.firstTap + 2;
  }

  /**
   * {@code 1 / (n · strip + ends)}, with {@code n} strips of resistor between two contacts, and the
   * contacts and vias at both ends.
   */
  @Override
  public double siemens(int level) {
    if (level == 0) {
      return 0;
    }
    double strip = squares() * sheet() + 2 * rules.ohms("licon1", masks.body);
    double ends = 2 * rules.ohms("mcon", "li1") + rules.ohms("via", "met1");
    return 1 / (node(level) * strip + ends);
  }

  private double squares() {
    return (double) shape.length / shape.width;
  }

  private double sheet() {
    return process().devices().stream()
        .filter(d -> d.body().equals(masks.body) && d.inside().contains(masks.implant))
        .findFirst()
        .flatMap(d -> d.sheetOhms().stream().boxed().findFirst())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s makes no resistor of %s".formatted(process().name(), masks.implant)));
  }

  /** The node that the via of {@code level} stands on; level 0 has none. */
  int node(int level) {
    return shape.strips - (level - 1);
  }

  @Override
  public void draw(int level, LayoutSink sink) {
    Pen pen = new Pen(rules.process(), sink);
    pen.box("boundary", 0, 0, width(), height());
    drawStrips(pen);
    for (int node = 0; node <= shape.strips; node++) {
      drawNode(pen, node);
    }
    pen.box("met1", 0, word().from(), width(), word().to());
    pen.box("met2", bit().from(), 0, bit().to(), height());
    if (level > 0) {
      int node = node(level);
      pen.square("via", tapX(node), tapY(node), rules.side("via"));
    }
  }

  private void drawStrips(Pen pen) {
    long left = stripLeft();
    long right = left + stripLength();
    for (int row = 0; row < shape.strips; row++) {
      pen.box(masks.body, left, rowY(row), right, rowY(row) + shape.width);
    }
    long top = rowY(shape.strips - 1) + shape.width;
    pen.box(masks.marker, left + head, rowY(0), right - head, top);
    for (String over : List.of(masks.implant, masks.doping, masks.nitride)) {
      pen.box(over, 0, 0, width(), height());
    }
  }

  private long stripLeft() {
    return (width() - stripLength()) / 2;
  }

  private long rowY(int row) {
    return firstRow + row * pitch;
  }

  private long liconY(int row) {
    return rowY(row) + (shape.width - licon) / 2;
  }

  /** Left side of the contacts on the side of {@code node}: even nodes are at the left. */
  private long liconX(int node) {
    long end = rules.margin("licon1", masks.body).ends();
    return node % 2 == 0 ? stripLeft() + end : stripLeft() + stripLength() - end - licon;
  }

  /** A node joins the strip that ends there with the one that begins. */
  private void drawNode(Pen pen, int node) {
    int lower = Math.max(0, node - 1);
    int upper = Math.min(node, shape.strips - 1);
    for (int row = lower; row <= upper; row++) {
      pen.box("licon1", liconX(node), liconY(row), liconX(node) + licon, liconY(row) + licon);
    }
    long end = rules.margin("licon1", "li1").ends();
    long bottom = node == 0 ? word().middle() - licon / 2 - end : liconY(lower) - end;
    long top = liconY(upper) + licon + end;
    boolean isLeft = node % 2 == 0;
    boolean isWide = node > 0;
    pen.box(
        "li1",
        liconX(node) - (isLeft || !isWide ? 0 : INSET),
        bottom,
        liconX(node) + licon + (isLeft && isWide ? INSET : 0),
        top);
    if (node == 0) {
      pen.box(
          "mcon",
          liconX(0),
          word().middle() - licon / 2,
          liconX(0) + licon,
          word().middle() - licon / 2 + licon);
    } else if (node >= shape.firstTap) {
      drawTap(pen, node);
    }
  }

  private void drawTap(Pen pen, int node) {
    long x = tapX(node);
    long y = tapY(node);
    long cut = rules.side("mcon");
    pen.box("mcon", x - cut / 2, y - cut / 2, x - cut / 2 + cut, y - cut / 2 + cut);
    DesignRules.Margin margin = rules.margin("via", "met1");
    long half = rules.up(rules.side("via") / 2 + margin.all(), 1);
    long area = rules.area("met1");
    long tall =
        rules.up(
            Math.max(rules.side("via") / 2 + margin.ends(), (area + 4 * half - 1) / (4 * half)), 1);
    pen.box("met1", x - half, y - tall, x + half, y + tall);
  }

  private long tapX(int node) {
    long centre = liconX(node) + licon / 2;
    return rules.up(node % 2 == 0 ? centre + INSET : centre - INSET, 1);
  }

  private long tapY(int node) {
    int lower = Math.max(0, node - 1);
    int upper = Math.min(node, shape.strips - 1);
    return rules.up((liconY(lower) + liconY(upper) + licon) / 2, 1);
  }

  /** The process that the cell is drawn for. */
  ProcessRules process() {
    return rules.process();
  }
}

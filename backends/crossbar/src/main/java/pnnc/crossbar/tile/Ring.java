package pnnc.crossbar.tile;

import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/**
 * A closed ring of taps to the substrate under li1, which lines on the metals above cross without
 * touching it unless they are tied to it. All lengths in dbu.
 */
public final class Ring {
  /** From one contact to the next; assumed. */
  private static final long CONTACT_PITCH = 2000;

  /** How far the implant stands out beyond the tap; assumed, no rule says it. */
  private static final long IMPLANT_MARGIN = 130;

  private final DesignRules rules;
  private final long inset;
  private final long licon;
  private final long tap;

  /** A ring that keeps {@code rules}. */
  public Ring(DesignRules rules) {
    this(rules, 0);
  }

  private Ring(DesignRules rules, long inset) {
    this.rules = rules;
    this.inset = inset;
    this.licon = rules.side("licon1");
    this.tap = rules.even(licon + 2 * rules.margin("licon1", "tap").ends());
  }

  /** The ring that lies {@code inset} inside what it is drawn for. */
  public Ring at(long distance) {
    return new Ring(rules, distance);
  }

  /** Of all its masks. */
  long width() {
    return tap + 2 * IMPLANT_MARGIN;
  }

  /** From the outer side to the conductor. */
  long margin() {
    return inset + IMPLANT_MARGIN;
  }

  /** From the outer side to the middle of the conductor. */
  public long middle() {
    return inset + width() / 2;
  }

  /** Draws the ring just inside {@code 0, 0} to {@code width, height}. */
  public void draw(Pen pen, long width, long height) {
    frame(pen, "psdm", inset, width(), width, height);
    frame(pen, "tap", margin(), tap, width, height);
    frame(pen, "li1", margin(), tap, width, height);
    contacts(pen, middle(), middle(), width - 2 * middle(), true);
    contacts(pen, middle(), height - middle(), width - 2 * middle(), true);
    contacts(pen, middle(), middle() + CONTACT_PITCH, height - 2 * middle(), false);
    contacts(pen, width - middle(), middle() + CONTACT_PITCH, height - 2 * middle(), false);
    pen.port("li1", "VSS", middle(), height - middle(), licon / 2);
  }

  private static void frame(Pen pen, String mask, long margin, long line, long width, long height) {
    long right = width - margin;
    long top = height - margin;
    pen.box(mask, margin, margin, right, margin + line);
    pen.box(mask, margin, top - line, right, top);
    pen.box(mask, margin, margin, margin + line, top);
    pen.box(mask, right - line, margin, right, top);
  }

  /** Contacts in a line over less than {@code length}. */
  private void contacts(Pen pen, long x, long y, long length, boolean isAcross) {
    long room = isAcross ? length : length - 2 * CONTACT_PITCH;
    int count = Math.toIntExact(Math.max(0, room) / CONTACT_PITCH + 1);
    int step = Math.toIntExact(CONTACT_PITCH);
    Point along = isAcross ? new Point(step, 0) : new Point(0, step);
    int left = Math.toIntExact(x - licon / 2);
    int bottom = Math.toIntExact(y - licon / 2);
    pen.sink()
        .box(
            Pen.layer(rules.process(), "licon1"),
            left,
            bottom,
            Math.toIntExact(left + licon),
            Math.toIntExact(bottom + licon),
            new Repetition.Regular(count, 1, along, new Point(0, 0)));
  }

  /** Joins met1 to the ring at a point of its middle. */
  void tieLower(Pen pen, long x, long y) {
    square(pen, "mcon", x, y);
  }

  /** Joins met2 to the ring at a point of its middle, with a pad between. */
  void tieUpper(Pen pen, long x, long y) {
    square(pen, "mcon", x, y);
    square(pen, "via", x, y);
    DesignRules.Margin margin = rules.margin("via", "met1");
    long half = rules.up(rules.side("via") / 2 + margin.ends(), 1);
    long tall = Math.max(half, rules.up((rules.area("met1") + 4 * half - 1) / (4 * half), 1));
    pen.box("met1", x - half, y - tall, x + half, y + tall);
  }

  private void square(Pen pen, String cut, long x, long y) {
    long side = rules.side(cut);
    long left = x - rules.up(side / 2, 1);
    long bottom = y - rules.up(side / 2, 1);
    pen.box(cut, left, bottom, left + side, bottom + side);
  }
}

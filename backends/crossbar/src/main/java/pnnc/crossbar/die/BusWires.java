package pnnc.crossbar.die;

import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/**
 * How buses are drawn: trunks across the die, drops up to the boxes, one cut where both are one
 * net. Supplies are as wide as metal may be without being wide, with several cuts; <em>they
 * connect, but are not made for the currents of converters</em>, which would need pads over the
 * boxes. All lengths in dbu.
 */
final class BusWires {
  /** What trunks are drawn on. */
  static final String TRUNK = "met3";

  /** What drops are drawn on. */
  static final String DROP = "met4";

  private static final String CUT = "via3";

  /** How wide supplies are; assumed. */
  static final long STRAP = 3000;

  private final DesignRules rules;
  private final Pen pen;
  private final long width;
  private final long pitch;
  private final long side;

  BusWires(DesignRules rules, Pen pen) {
    this.rules = rules;
    this.pen = pen;
    this.side = rules.side(CUT);
    long trunk = side + 2 * rules.margin(CUT, TRUNK).all();
    long drop = side + 2 * rules.margin(CUT, DROP).all();
    long least = Math.max(rules.width(TRUNK), rules.width(DROP));
    this.width = rules.even(Math.max(least, Math.max(trunk, drop)));
    this.pitch = rules.even(width + Math.max(rules.space(TRUNK), rules.space(DROP)));
  }

  /** Of a signal. */
  long width() {
    return width;
  }

  /** From the middle of a signal to that of the next. */
  long pitch() {
    return pitch;
  }

  /** From the middle of a supply to that of the next. */
  long strapPitch() {
    return rules.even(
        STRAP + Math.max(rules.space(TRUNK, STRAP + 1), rules.space(DROP, STRAP + 1)));
  }

  /** From the middle of the last supply to that of the first signal. */
  long fromStraps() {
    return strapPitch() - STRAP / 2 + width / 2;
  }

  /** How far a trunk has to go on behind the middle of a drop. */
  long reach() {
    return pitch;
  }

  /** How wide a box has to be for the ports of {@code bus}. */
  long span(BlockBus bus) {
    int straps = BlockBus.SUPPLIES.size();
    return straps * strapPitch() + fromStraps() + bus.signals() * pitch;
  }

  /** The middle of supply {@code number}, from the left of the span. */
  long strapAt(int number) {
    return strapPitch() / 2 + number * strapPitch();
  }

  /** The middle of signal {@code number}, from the left of the span. */
  long signalAt(int number) {
    return strapAt(BlockBus.SUPPLIES.size() - 1) + fromStraps() + number * pitch;
  }

  /** A line across from {@code from} to {@code to}. */
  void trunk(long from, long to, long y, long wide) {
    pen.box(TRUNK, from, y - wide / 2, to, y + wide / 2);
  }

  /** Lines up from {@code bottom} to {@code top}, the first with its middle at {@code x}. */
  void drops(long x, long bottom, long top, int count) {
    long left = x - width / 2;
    array(DROP, left, bottom, left + width, top, count, 0);
  }

  /** A supply from {@code bottom} to {@code top}. */
  void strap(long x, long bottom, long top) {
    pen.box(DROP, x - STRAP / 2, bottom, x + STRAP / 2, top);
  }

  /**
   * Cuts between drops side by side and trunks, the first with its middle at {@code x, y}.
   *
   * @param stepY from one to the next
   */
  void cuts(long x, long y, int count, long stepY) {
    long left = x - rules.up(side / 2, 1);
    long bottom = y - rules.up(side / 2, 1);
    array(CUT, left, bottom, left + side, bottom + side, count, stepY);
  }

  /** Cuts over all of where two supplies cross. */
  void strapCuts(long x, long y) {
    long step = 2 * rules.up(Math.max(side, rules.space(CUT)), 2);
    long room =
        STRAP - 2 * Math.max(rules.margin(CUT, TRUNK).ends(), rules.margin(CUT, DROP).ends());
    int count = Math.toIntExact((room - side) / step + 1);
    long from = rules.up((count - 1) * step / 2 + side / 2, 1);
    Point right = new Point(Math.toIntExact(step), 0);
    Point up = new Point(0, Math.toIntExact(step));
    box(CUT, x - from, y - from, x - from + side, y - from + side, count, count, right, up);
  }

  private void array(
      String mask, long left, long bottom, long right, long top, int count, long stepY) {
    Point step = new Point(Math.toIntExact(pitch), Math.toIntExact(stepY));
    box(mask, left, bottom, right, top, count, 1, step, Point.ORIGIN);
  }

  private void box(
      String mask,
      long left,
      long bottom,
      long right,
      long top,
      int columns,
      int rows,
      Point across,
      Point up) {
    pen.sink()
        .box(
            Pen.layer(rules.process(), mask),
            Math.toIntExact(left),
            Math.toIntExact(bottom),
            Math.toIntExact(right),
            Math.toIntExact(top),
            columns * rows == 1
                ? Repetition.ONCE
                : new Repetition.Regular(columns, rows, across, up));
  }

  /** A port of the die at the end of a trunk. */
  void diePort(String net, long x, long y, long wide) {
    pen.port(TRUNK, net, x, y, wide / 2);
  }

  /** A port of a box at the end of a drop, with a piece of it inside the box. */
  void boxPort(String port, long x, long bottom, long wide) {
    pen.port(DROP, port, x, bottom + wide / 2, wide / 2);
  }
}

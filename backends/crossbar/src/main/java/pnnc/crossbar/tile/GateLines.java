package pnnc.crossbar.tile;

import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;

/**
 * Gates from the right side of an array out of the tile: polysilicon cannot cross a ring of taps,
 * so that it goes up to met1 before. All lengths in dbu.
 *
 * <pre>
 *   array │━━━━━━▣════╪═══▶ Gk
 *         │ poly   met1  ring
 * </pre>
 */
final class GateLines {
  private final DesignRules rules;
  private final CrosspointCell.Line gate;
  private final long half;

  /** Lines for gates that leave the array as {@code gate} does. */
  GateLines(DesignRules rules, CrosspointCell.Line gate) {
    this.rules = rules;
    this.gate = gate;
    long pad = rules.side("mcon") / 2 + rules.margin("mcon", "met1").ends();
    this.half = rules.up(Math.max(pad, rules.width("met1") / 2), 1);
  }

  /**
   * Draws one.
   *
   * @param from where the array ends
   * @param contact where it goes up
   * @param to where it ends
   * @param y of its middle
   */
  void draw(Pen pen, long from, long contact, long to, long y) {
    long cut = rules.side("licon1") / 2;
    long end = rules.up(cut + rules.margin("licon1", "poly").ends(), 1);
    long open = rules.up(cut + rules.margin("licon1", "npc").all(), 1);
    long across = rules.up(cut + rules.margin("licon1", "li1").ends(), 1);
    pen.box(gate.mask(), from, y - gate.width() / 2, contact + end, y + gate.width() / 2);
    pen.box("npc", contact - open, y - open, contact + open, y + open);
    pen.box("licon1", contact - cut, y - cut, contact + cut, y + cut);
    pen.box("li1", contact - across, y - cut, contact + across, y + cut);
    pen.box("mcon", contact - cut, y - cut, contact + cut, y + cut);
    pen.box("met1", contact - half, y - half, to, y + half);
  }

  /** Of the metal. */
  long width() {
    return 2 * half;
  }

  /** The port of a gate that ends at {@code right}. */
  void port(Pen pen, String net, long right, long y) {
    pen.port("met1", net, right - half / 2, y, half / 2);
  }
}

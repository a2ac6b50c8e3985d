package pnnc.crossbar.die;

import java.util.List;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.Pen;
import pnnc.crossbar.tile.Ring;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/**
 * What closes a die against moisture and cracks: a ring of taps, frames of every metal over it, and
 * rows of cuts between all of them. Foundries draw theirs with bars for cuts, and place it
 * themselves; this one keeps the rules of the rest of the die. All lengths in dbu.
 */
final class SealRing {
  /** As wide as metal may be without being wide; assumed. */
  private static final long WIDTH = 3000;

  /** From one cut to the next; assumed. */
  private static final int PITCH = 2000;

  private static final List<String> METALS = List.of("met1", "met2", "met3", "met4", "met5");
  private static final List<String> CUTS = List.of("mcon", "via", "via2", "via3", "via4");

  private final DesignRules rules;

  SealRing(DesignRules rules) {
    this.rules = rules;
  }

  /** How much of the border it takes. */
  static long width() {
    return WIDTH;
  }

  /** Draws the ring just inside {@code 0, 0} to {@code width, height}. */
  void draw(Pen pen, long width, long height) {
    Ring taps = new Ring(rules);
    long inset = WIDTH / 2 - taps.middle();
    taps.at(inset).draw(pen, width, height);
    for (String metal : METALS) {
      pen.box(metal, 0, 0, width, WIDTH);
      pen.box(metal, 0, height - WIDTH, width, height);
      pen.box(metal, 0, WIDTH, WIDTH, height - WIDTH);
      pen.box(metal, width - WIDTH, WIDTH, width, height - WIDTH);
    }
    for (String cut : CUTS) {
      drawCuts(pen, cut, width, height);
    }
    pen.box("seal", 0, 0, width, height);
  }

  /** Says where its metal is. */
  void occupy(Occupied occupied, long width, long height) {
    METALS.forEach(metal -> occupied.addFrame(metal, WIDTH, width, height));
  }

  private void drawCuts(Pen pen, String cut, long width, long height) {
    long middle = WIDTH / 2;
    row(pen, cut, new Point((int) middle, (int) middle), width - WIDTH, true);
    row(pen, cut, new Point((int) middle, (int) (height - middle)), width - WIDTH, true);
    long room = height - WIDTH - 2L * PITCH;
    row(pen, cut, new Point((int) middle, (int) middle + PITCH), room, false);
    row(pen, cut, new Point((int) (width - middle), (int) middle + PITCH), room, false);
  }

  private void row(Pen pen, String cut, Point from, long length, boolean isAcross) {
    int count = Math.toIntExact(Math.max(0, length) / PITCH + 1);
    int side = Math.toIntExact(rules.side(cut));
    int half = Math.toIntExact(rules.up(side / 2, 1));
    Point step = isAcross ? new Point(PITCH, 0) : new Point(0, PITCH);
    pen.sink()
        .box(
            Pen.layer(rules.process(), cut),
            from.x() - half,
            from.y() - half,
            from.x() - half + side,
            from.y() - half + side,
            new Repetition.Regular(count, 1, step, new Point(0, 0)));
  }
}

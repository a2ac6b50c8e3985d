package pnnc.layout.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Element;

/** Labels and the outlines of cells that are not drawn, as far as they fit. */
final class Marks implements Walk.Visitor {
  private static final int LEAST_OUTLINE = 3;
  private static final int LETTER = Font.ADVANCE;

  /** Cells, elements and places that are looked at for marks; what comes later has none. */
  private static final long MOST = 1L << 24;

  /** Outlines of cells that do not hide each other. */
  private static final int MOST_FRAMES = 1 << 18;

  private final Scene scene;
  private final List<Frame> frames = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final Effort effort = new Effort(MOST);

  /** The outline of a cell. */
  record Frame(Area box, Affine at) {
    /** x, y, x, y, … of its four corners in pixels. */
    double[] corners() {
      return at.around(box);
    }
  }

  /**
   * A text.
   *
   * @param x of its left end
   * @param y of its upper end
   * @param isLabel whether the point left of it is marked: {@code x − 4}, in the middle of y
   */
  record Text(int x, int y, String text, boolean isLabel) {}

  private Marks(Scene scene) {
    this.scene = scene;
  }

  static Marks of(Scene scene) {
    Marks marks = new Marks(scene);
    try {
      Walk.through(scene, marks);
    } catch (Effort.Exhausted e) {
      return marks;
    }
    return marks;
  }

  List<Frame> frames() {
    return frames;
  }

  List<Text> texts() {
    return texts;
  }

  @Override
  public boolean enters(Extent cell, Affine at, Area bounds, int levels) {
    if (levels < 0) {
      effort.spend(1);
      outline(cell, at, bounds);
      return false;
    }
    effort.enter(cell.cell());
    return !bounds.isBelow(LETTER);
  }

  private void outline(Extent cell, Affine at, Area bounds) {
    if (bounds.isBelow(LEAST_OUTLINE) || frames.size() == MOST_FRAMES) {
      return;
    }
    frames.add(new Frame(cell.bounds(), at));
    String name = cell.cell().name();
    if (Font.width(name) + 4 <= bounds.width() && Font.HEIGHT + 4 <= bounds.height()) {
      double x = bounds.centreX() - Font.width(name) / 2.0;
      place((int) Math.round(x), (int) Math.round(bounds.centreY() - 3.5), name, false);
    }
  }

  @Override
  public void boxes(Boxes boxes, Affine at) {}

  @Override
  public boolean blurs(Element.Reference array, Extent cell, Affine at, int levels) {
    effort.repeat(array.repetition());
    Area first = at.bounds(Affine.of(array.transform()).bounds(cell.bounds()));
    return first.isBelow(LEAST_OUTLINE) && array.repetition() != Repetition.ONCE;
  }

  @Override
  public void element(Element element, Affine at) {
    if (element instanceof Element.Label l && scene.shows(l.layer())) {
      double x = l.at().x();
      double y = l.at().y();
      Area point = new Area(x, y, x, y);
      if (isWide(l.repetition(), at)) {
        Places.visible(l.repetition(), at, point, scene.screen(), p -> label(l, p));
      } else {
        label(l, at);
      }
    }
  }

  /** Whether all of an array of labels need not be tried. */
  private static boolean isWide(Repetition repetition, Affine at) {
    if (repetition instanceof Repetition.Regular r) {
      Lattice steps = Lattice.of(r, at, Area.NONE);
      return (steps.columns() == 1 || Math.hypot(steps.cx(), steps.cy()) >= 1)
          && (steps.rows() == 1 || Math.hypot(steps.rx(), steps.ry()) >= 1);
    }
    return true;
  }

  private void label(Element.Label l, Affine at) {
    effort.spend(1);
    double x = at.x(l.at().x(), l.at().y());
    double y = at.y(l.at().x(), l.at().y());
    place((int) Math.floor(x) + 4, (int) Math.floor(y) - 3, l.text(), true);
  }

  /** Keeps the text if it is on the screen and covers no other. */
  private void place(int x, int y, String text, boolean isLabel) {
    int width = Font.width(text);
    boolean isInside =
        x >= 0 && y >= 0 && x + width <= scene.width() && y + Font.HEIGHT <= scene.height();
    if (text.isEmpty() || !isInside || isTaken(x, y, width)) {
      return;
    }
    for (int row = y; row < y + Font.HEIGHT; row++) {
      taken.set(row * scene.width() + x, row * scene.width() + x + width);
    }
    texts.add(new Text(x, y, text, isLabel));
  }

  private boolean isTaken(int x, int y, int width) {
    for (int row = y; row < y + Font.HEIGHT; row++) {
      int from = row * scene.width() + x;
      int next = taken.nextSetBit(from);
      if (next >= 0 && next < from + width) {
        return true;
      }
    }
    return false;
  }
}
